/** Two parts of one topic, by the same learner as for the whole log, with a name and examples each. */
import { labelTopics } from '../rules/groups/label-topic.ts'
import { fitTopics } from './fit-topics.ts'

export type FoundPart = {
  readonly name: string
  /** Among the given texts; the larger part comes first. */
  readonly places: number[]
  readonly examples: number[]
}

const fewestTexts = 6
const exampleCount = 3

/** None when the texts are too few or all alike. */
export async function run(input: { readonly texts: readonly string[] }): Promise<FoundPart[]> {
  const { texts } = input
  if (texts.length < fewestTexts) return []
  const fit = await fitTopics(texts, { topics: 2, seed: 0, threads: 1 })
  const groupOfLearned = Uint32Array.from(fit.learned, (key) => fit.group[key]!)
  const placeOfKey = new Map([...fit.keyOf].map((key, place) => [key, place]))
  const labels = labelTopics({
    words: fit.features.words,
    wordTerms: fit.features.wordTerms,
    group: groupOfLearned,
    groups: fit.groups,
    texts: Array.from(fit.learned, (key) => texts[placeOfKey.get(key)!]!),
    vectors: fit.vectors.joint,
  })
  const parts = labels.map(({ label, typical }, group) => ({
    name: label,
    places: [...texts.keys()].filter((place) => fit.group[fit.keyOf[place]!] === group),
    examples: typical.slice(0, exampleCount).map((row) => placeOfKey.get(fit.learned[row]!)!),
  }))
  const found = parts.filter(({ places }) => places.length > 0)
  return found.length < 2 ? [] : found.sort((a, b) => b.places.length - a.places.length)
}
