/**
 * Suggestions to a person: pairs of topics that may be one, out of twice as many groups as there are topics (a pair is
 * right when both groups have the same main topic), and topics that fall apart, out of half as many (right when the
 * two parts have different main topics).
 */
import { fitTopics } from '../../src/understand/topics/fit/fit-topics.ts'
import { averagePrecision } from '../../src/understand/topics/rules/assign/ranking-quality.ts'
import { suggestMerges } from '../../src/understand/topics/rules/groups/suggest-merges.ts'
import { suggestSplits } from '../../src/understand/topics/rules/groups/suggest-splits.ts'
import type { TopicFit } from '../../src/understand/topics/rules/learn/learn-topics.ts'
import { qualitySets, readSet } from './sets.ts'

/** Average precision, precision of the first quarter and of the first so many as there are topics: the recipe's. */
const recipe: Readonly<Record<string, string>> = {
  'CLINC150 test, + train, val': '.428 · .62 · .54',
  'HWU64 test, + train, valid': '.235 · .44 · .34',
  'NorSID dev (dialects)': '.598 · 1.0 · .73',
}

export async function measureSuggestions(only: string | undefined): Promise<void> {
  console.log('Suggestions: average precision · precision of the first k/4 · of the first k')
  for (const { name, scored, corpus, topics } of qualitySets) {
    if (!recipe[name] || (only && !name.toLowerCase().includes(only.toLowerCase()))) continue
    const rows = [scored, ...corpus].flatMap((file) => readSet(file))
    const texts = rows.map(({ text }) => text!)
    const truthOf = (fit: TopicFit) => {
      const byKey = new Map(rows.map(({ label }, at) => [fit.keyOf[at]!, label!]))
      return Array.from(fit.learned, (key) => byKey.get(key)!)
    }
    const fine = await fitTopics(texts, { topics: 2 * topics, seed: 0 })
    console.log(`  ${name}: merges ${merges(fine, truthOf(fine), topics)}   the recipe ${recipe[name]}`)
    const coarse = await fitTopics(texts, { topics: Math.ceil(topics / 2), seed: 0 })
    console.log(`  ${name}: splits ${splits(coarse, truthOf(coarse), topics)}`)
  }
}

function mainTopic(labels: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

const shareRight = (right: readonly boolean[], first: number) =>
  (right.slice(0, first).filter(Boolean).length / Math.min(first, right.length)).toFixed(2)

function told(right: readonly boolean[], topics: number): string {
  return `${averagePrecision(right).toFixed(3)} · ${shareRight(right, Math.round(topics / 4))} · ${shareRight(right, topics)}`
}

function merges(fit: TopicFit, truth: readonly string[], topics: number): string {
  const group = Array.from(fit.learned, (key) => fit.group[key]!)
  const main = Array.from({ length: fit.groups }, (_, of) =>
    mainTopic(truth.filter((_, row) => group[row] === of)),
  )
  const { words, wordTerms } = fit.features
  const input = { words, wordTerms, group, groups: fit.groups, diffused: fit.vectors.diffused }
  const pairs = suggestMerges({ ...input, neighbours: fit.neighbours }, fit.groups ** 2)
  return told(
    pairs.map(({ one, other }) => main[one] === main[other]),
    topics,
  )
}

function splits(fit: TopicFit, truth: readonly string[], topics: number): string {
  const group = Array.from(fit.learned, (key) => fit.group[key]!)
  const { words, wordTerms } = fit.features
  const input = { words, wordTerms, group, groups: fit.groups, vectors: fit.vectors.diffused, seed: 0 }
  const found = suggestSplits({ ...input, neighbours: fit.neighbours }, fit.groups)
  const right = found.map(({ parts: [one, other] }) => {
    const labels = [one, other].map(({ texts }) => mainTopic(texts.map((text) => truth[text]!)))
    return labels[0] !== labels[1]
  })
  return `${told(right, topics)} (${found.length} suggested)`
}
