/** From texts to topics: the whole of the learner, without threads, clock or chance. */
import { seededRandom } from '../../../../kernel/random.ts'
import { type Dense, zeros } from '../matrix/dense.ts'
import { sampleRows } from '../matrix/k-means.ts'
import { type FeatureModel, featuresOf, learnFeatures, type TextFeatures } from '../text/text-features.ts'
import { distinctTexts } from '../text/text-key.ts'
import { hasContent } from '../text/words.ts'
import type { FineTree } from './group.ts'
import { learnGroups } from './learn-groups.ts'
import type { Neighbours } from './nearest.ts'
import { emptyNearest, type NearestGroups, nearestCount, putNearest } from './nearest-groups.ts'
import { type Scorer, scoresOf } from './relabel.ts'
import { productBy, type Runner } from './row-work.ts'

export type LearnTopicsOptions = {
  /** How many topics (at least those that are confirmed), or found from the texts. */
  readonly topics: number | 'auto'
  /** With 'auto': from 0, few large topics, to 1, many small ones. */
  readonly fineness?: number | undefined
  readonly seed: number
  readonly run: Runner
  /** Called before each step with its name; throws to stop. */
  readonly step: (name: string) => void
  /** Keys (see `TopicFit.keys`, numbered as `distinctTexts` does) that a person has put in a group, 0, 1, 2 … */
  readonly confirmed?: ReadonlyMap<number, number> | undefined
  /** Above so many different texts the topics are learned from a sample of them, and the others assigned. */
  readonly mostLearned?: number | undefined
}

export type TopicFit = {
  /** The different texts, see `textKey`. */
  readonly keys: readonly string[]
  /** For each text that was given, the number of its key. */
  readonly keyOf: Uint32Array
  /** How many groups there are, that of texts without content included. */
  readonly groups: number
  /** The group of each key. Groups of confirmed keys keep the number that they were given. */
  readonly group: Uint32Array
  /** The group of texts without content, which is always the last one; undefined when there are none. */
  readonly blankGroup: number | undefined
  /** How sure the group of a key is, 0–1; 1 for what is confirmed and for texts without content. */
  readonly certainty: Float32Array
  /** For each key the three likeliest groups. */
  readonly nearest: NearestGroups
  /** The keys that the topics were learned from; what follows has a row for each, in this order. */
  readonly learned: Uint32Array
  /** Fewer than all keys with content were learned from. */
  readonly sampled: boolean
  readonly features: TextFeatures
  /** Vectors of the learned keys, rows of length 1. */
  readonly vectors: { readonly joint: Dense; readonly diffused: Dense; readonly consensus: Dense }
  /** The 20 nearest rows of each row of `vectors.joint`. */
  readonly neighbours: Neighbours
  /** Fine groups of the learned keys and the tree that joins them, to be cut coarser or finer with `cutTree`. */
  readonly tree: FineTree
  /** What reads a text that comes later, see `readTexts`. */
  readonly reader: TopicReader
}

export type TopicReader = {
  readonly model: FeatureModel
  readonly scorer: Scorer
  readonly sharpness: number
}

const usualMostLearned = 60_000
const readAtATime = 10_000

/** @throws what `step` throws */
export function learnTopics(texts: readonly string[], options: LearnTopicsOptions): TopicFit {
  const { run, seed, step, confirmed } = options
  step('texts')
  const { keys, keyOf } = distinctTexts(texts)
  const full = Uint32Array.from(keys.keys()).filter((key) => hasContent(keys[key]!))
  const learned = chosenKeys(full, keys, options)
  const features = learnFeatures(Array.from(learned, (key) => keys[key]!))
  const fixed = confirmed && Int32Array.from(learned, (key) => confirmed.get(key) ?? -1)
  const found = learnGroups(features, {
    topics: options.topics,
    fineness: options.fineness,
    run,
    seed,
    step,
    fixed,
  })
  const reader = { model: features.model, scorer: found.scorer, sharpness: found.sharpness }
  const group = new Uint32Array(keys.length).fill(found.groups)
  const nearest = emptyNearest(keys.length)
  for (const [row, key] of learned.entries()) group[key] = found.group[row]!
  putNearest(found.scores, found.sharpness, learned, nearest)
  step('other texts')
  readOthers(keys, without(full, learned), { reader, run, step, group, nearest })
  const blankGroup = full.length < keys.length ? found.groups : undefined
  const certainty = certainties(group, nearest, blankGroup, confirmed)
  return {
    keys,
    keyOf,
    groups: blankGroup === undefined ? found.groups : found.groups + 1,
    group,
    blankGroup,
    certainty,
    nearest,
    learned,
    sampled: learned.length < full.length,
    features,
    vectors: { joint: found.vectors, diffused: found.diffused, consensus: found.consensus },
    neighbours: found.neighbours,
    tree: found.tree,
    reader,
  }
}

/** Scores of each group for texts that come later: texts × groups. */
export function readTexts(
  keys: readonly string[],
  { model, scorer }: TopicReader,
  product: Parameters<typeof scoresOf>[2],
): Dense {
  return keys.length === 0 ? zeros(0, scorer.groups) : scoresOf(featuresOf(keys, model), scorer, product)
}

/**
 * All, or a sample that holds everything confirmed; in the order of their text, so that the order of a file changes
 * nothing in what is learned.
 */
function chosenKeys(
  full: Uint32Array,
  keys: readonly string[],
  { mostLearned = usualMostLearned, seed, confirmed }: LearnTopicsOptions,
): Uint32Array {
  const ordered = full.slice().sort((a, b) => (keys[a]! < keys[b]! ? -1 : 1))
  if (ordered.length <= mostLearned) return ordered
  const drawn = sampleRows(ordered.length, mostLearned, seededRandom(seed))
  const chosen = new Set(Array.from(drawn, (place) => ordered[place]!))
  for (const key of confirmed?.keys() ?? []) chosen.add(key)
  return ordered.filter((key) => chosen.has(key))
}

function without(keys: Uint32Array, taken: Uint32Array): Uint32Array {
  const gone = new Set(taken)
  return keys.filter((key) => !gone.has(key))
}

type Reading = {
  readonly reader: TopicReader
  readonly run: Runner
  readonly step: (name: string) => void
  readonly group: Uint32Array
  readonly nearest: NearestGroups
}

function readOthers(
  keys: readonly string[],
  others: Uint32Array,
  { reader, run, step, group, nearest }: Reading,
): void {
  for (let from = 0; from < others.length; from += readAtATime) {
    const some = others.subarray(from, from + readAtATime)
    const scores = readTexts(
      Array.from(some, (key) => keys[key]!),
      reader,
      productBy(run),
    )
    putNearest(scores, reader.sharpness, some, nearest)
    for (const key of some) group[key] = nearest.group[key * nearestCount]!
    step('other texts')
  }
}

/** The certainty of the group that a key has, which a confirmation or a blank may have set beside the scores. */
function certainties(
  group: Uint32Array,
  nearest: NearestGroups,
  blankGroup: number | undefined,
  confirmed: ReadonlyMap<number, number> | undefined,
): Float32Array {
  return Float32Array.from(group, (own, key) => {
    const first = key * nearestCount
    if (own === blankGroup || confirmed?.has(key)) {
      nearest.group.fill(own, first, first + nearestCount)
      nearest.certainty.fill(0, first, first + nearestCount)
      nearest.certainty[first] = 1
      return 1
    }
    const at = nearest.group.subarray(first, first + nearestCount).indexOf(own)
    return at < 0 ? 0 : nearest.certainty[first + at]!
  })
}
