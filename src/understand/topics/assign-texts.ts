/** Topics for texts from examples, at once and without a database: what `lyttepost assign` does. */
import { seededRandom, shuffled } from '../../kernel/random.ts'
import { fitTopics } from './fit/fit-topics.ts'
import { LearningAssigner } from './rules/assign/learning-assigner.ts'
import { type LogSpace, logSpace, readNewTexts, rowsOfKeys } from './rules/assign/log-space.ts'
import { assign, assignNew, type Candidate, type TopicAssigner } from './rules/assign/topic-assigner.ts'
import type { TopicFit } from './rules/learn/learn-topics.ts'
import { distinctTexts } from './rules/text/text-key.ts'
import { hasContent } from './rules/text/words.ts'

export type Assigned = {
  /** The likeliest first, three at most; none for a text without content. */
  readonly topics: readonly string[]
  /** Of the first, 0–1. */
  readonly certainty: number
}

export type Example = { readonly text: string; readonly label: string }

export type AssignOptions = {
  readonly seed: number
  /** Called now and then with the share of the work that is done. */
  readonly onProgress?: (share: number, step: string) => void
}

/** The language is learned from at most so many different texts, and so many of them examples; others are read. */
const [mostLearned, mostExamples] = [40_000, 20_000]
const readAtATime = 5000

/**
 * One answer per text, in order; the same text has the same answer. A text that is itself an example has the topic
 * that it was given, the most frequent one where there are several.
 */
export async function assignTexts(
  texts: readonly string[],
  examples: readonly Example[],
  { seed, onProgress }: AssignOptions,
): Promise<Assigned[]> {
  const { keys, keyOf } = distinctTexts([...texts, ...examples.map(({ text }) => text)])
  const known = knownTopics(examples, keyOf.subarray(texts.length))
  const names = [...new Set([...known.values()].map(({ label }) => label))].sort()
  const numberOf = new Map(names.map((name, number) => [name, number]))
  const taught = chosen(
    [...known.keys()].filter((key) => hasContent(keys[key]!)),
    mostExamples,
    seed,
  )
  const asked = [...new Set(keyOf.subarray(0, texts.length))].filter((key) => hasContent(keys[key]!))
  const rest = asked.filter((key) => !known.has(key))
  const learned = [...taught, ...chosen(rest, mostLearned - taught.length, seed)]
  const fit = await fitTopics(
    learned.map((key) => keys[key]!),
    { topics: names.length, seed, onProgress: (share, step) => onProgress?.(0.7 * share, step) },
  )
  const space = logSpace(fit, seed)
  onProgress?.(0.75, 'examples')
  const labels = taught.map((key) => numberOf.get(known.get(key)!.label)!)
  const rowOf = rowsByKey(fit, learned)
  const rows = taught.map((key) => rowOf.get(key)!)
  const assigner = new LearningAssigner(space, { rows, labels, classes: names.length }, seed).assigner
  const found = new Map<number, readonly Candidate[]>()
  const reading = { keys, rowOf, asked, space, assigner, onProgress }
  for (const [key, candidates] of answers(reading)) found.set(key, candidates)
  return Array.from(keyOf.subarray(0, texts.length), (key) => answerOf(found.get(key), known.get(key), names))
}

type Reading = {
  readonly keys: readonly string[]
  /** The row of each key that the log was learned from. */
  readonly rowOf: ReadonlyMap<number, number>
  readonly asked: readonly number[]
  readonly space: LogSpace
  readonly assigner: TopicAssigner
  readonly onProgress: AssignOptions['onProgress']
}

/** The candidates of every key that was asked: by its own row where the log was learned from it, else read anew. */
function* answers({ keys, rowOf, asked, space, assigner, onProgress }: Reading) {
  const own = asked.filter((key) => rowOf.has(key))
  const rows = own.map((key) => rowOf.get(key)!)
  for (const [at, candidates] of assign(assigner, space.features, rows).entries())
    yield [own[at]!, candidates] as const
  const others = asked.filter((key) => !rowOf.has(key))
  for (let from = 0; from < others.length; from += readAtATime) {
    onProgress?.(0.8 + (0.2 * from) / others.length, 'other texts')
    const some = others.slice(from, from + readAtATime)
    const read = readNewTexts(
      some.map((key) => keys[key]!),
      space,
    )
    for (const [at, { candidates }] of assignNew(assigner, read).entries())
      yield [some[at]!, candidates] as const
  }
}

/** The row in the space of each key that was handed to the learner; a fit has keys of its own. */
function rowsByKey(fit: TopicFit, learned: readonly number[]): Map<number, number> {
  const rows = rowsOfKeys(fit)
  return new Map(learned.map((key, at) => [key, rows[fit.keyOf[at]!]!]))
}

/** All, or so many by chance, in their order. */
function chosen(keys: readonly number[], most: number, seed: number): readonly number[] {
  if (keys.length <= most) return keys
  return shuffled(keys, seededRandom(seed))
    .slice(0, most)
    .sort((a, b) => a - b)
}

type Known = { readonly label: string; readonly share: number }

/** The topic that each example text (by key) was given most often, the first of several that are level. */
function knownTopics(examples: readonly Example[], keyOf: Uint32Array): Map<number, Known> {
  const counts = new Map<number, Map<string, number>>()
  for (const [at, { label }] of examples.entries()) {
    const own = counts.get(keyOf[at]!) ?? new Map<string, number>()
    counts.set(keyOf[at]!, own.set(label, (own.get(label) ?? 0) + 1))
  }
  return new Map(
    [...counts].map(([key, own]) => {
      const [label, count] = [...own].reduce((best, one) => (one[1] > best[1] ? one : best))
      return [key, { label, share: count / [...own.values()].reduce((sum, each) => sum + each, 0) }]
    }),
  )
}

function answerOf(
  candidates: readonly Candidate[] | undefined,
  given: Known | undefined,
  names: readonly string[],
): Assigned {
  const topics = (candidates ?? []).map(({ topic }) => names[topic]!)
  if (given === undefined) return { topics, certainty: candidates?.[0]?.certainty ?? 0 }
  const others = topics.filter((topic) => topic !== given.label)
  return { topics: [given.label, ...others].slice(0, 3), certainty: given.share }
}
