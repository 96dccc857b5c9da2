/** Topics for texts from examples, at once and without a database: what `lyttepost assign` does. */
import type { FeatureRows } from './rules/assign/feature-rows.ts'
import { blockWeights, joinWeighted, withFewerColumns } from './rules/assign/joined-vectors.ts'
import { assign, learnAssigner } from './rules/assign/topic-assigner.ts'
import { learnGroups } from './rules/learn/learn-groups.ts'
import { alone } from './rules/learn/row-work.ts'
import { learnFeatures } from './rules/text/text-features.ts'
import { distinctTexts } from './rules/text/text-key.ts'

export type Assigned = {
  /** The likeliest first, three at most; none for a text without content. */
  readonly topics: readonly string[]
  /** Of the first, 0–1. */
  readonly certainty: number
}

export type Example = { readonly text: string; readonly label: string }

export type AssignOptions = {
  readonly seed: number
  /** Called before each step with the share of the work that is done. */
  readonly onProgress?: (share: number, step: string) => void
}

/** Columns of the joined vectors that are kept: beyond these nothing is gained (docs/methods/assignment.md). */
const dimensions = 256
/** Steps that the learner tells of, for the share of the work that is done. */
const expectedSteps = 14

/**
 * One answer per text, in order; the same text has the same answer. A text that is itself an example has the topic
 * that it was given, the most frequent one where there are several.
 */
export function assignTexts(
  texts: readonly string[],
  examples: readonly Example[],
  { seed, onProgress }: AssignOptions,
): Assigned[] {
  const { keys, keyOf } = distinctTexts([...texts, ...examples.map(({ text }) => text)])
  const known = knownTopics(examples, keyOf.subarray(texts.length))
  const names = [...new Set(examples.map(({ label }) => label))].sort()
  const numberOf = new Map(names.map((name, number) => [name, number]))
  const features = featuresOf(keys, names.length, { seed, ...(onProgress && { onProgress }) })
  onProgress?.(0.8, 'examples')
  const rows = [...known.keys()]
  const labels = rows.map((key) => numberOf.get(known.get(key)!.label)!)
  const assigner = learnAssigner(features, { rows, labels, classes: names.length }, seed)
  onProgress?.(0.95, 'topics')
  const asked = [...new Set(keyOf.subarray(0, texts.length))].filter((key) => keys[key] !== '')
  const found = new Map<number, Assigned>()
  for (const [at, candidates] of assign(assigner, features, asked).entries()) {
    const topics = candidates.map(({ topic }) => names[topic]!)
    const given = known.get(asked[at]!)
    found.set(asked[at]!, given ? confirmed(given, topics) : { topics, certainty: candidates[0]!.certainty })
  }
  return texts.map((_, at) => found.get(keyOf[at]!) ?? { topics: [], certainty: 0 })
}

/** Sparse features and vectors of every text, learned from all of them. */
function featuresOf(
  keys: readonly string[],
  topics: number,
  { seed, onProgress }: AssignOptions,
): FeatureRows {
  onProgress?.(0, 'words')
  const read = learnFeatures(keys)
  let steps = 0
  const step = (name: string) =>
    onProgress?.(0.05 + (0.7 * Math.min(steps++, expectedSteps)) / expectedSteps, name)
  const { vectors, diffused, consensus } = learnGroups(read, { topics, seed, run: alone, step })
  const joined = joinWeighted([
    { block: vectors, weight: blockWeights.vectors },
    { block: diffused, weight: blockWeights.diffused },
    { block: consensus, weight: blockWeights.consensus },
  ])
  return { sparse: read.all, dense: withFewerColumns(joined, dimensions, seed) }
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

function confirmed({ label, share }: Known, found: readonly string[]): Assigned {
  const others = found.filter((topic) => topic !== label)
  return { topics: [label, ...others].slice(0, 3), certainty: share }
}
