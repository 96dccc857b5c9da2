/** Where texts are put so that they can be compared: what was learned from the log, and the way in for a new text. */

import type { TopicFit } from '../learn/learn-topics.ts'
import { type Dense, zeros } from '../matrix/dense.ts'
import { type FeatureModel, featuresOf } from '../text/text-features.ts'
import type { FeatureRows } from './feature-rows.ts'
import { blockWeights, joinWeighted, withFewerColumns } from './joined-vectors.ts'
import { indexTexts, nearestTexts, type TextIndex } from './nearest-texts.ts'

export type LogSpace = {
  /** One row for each text that the log was learned from. */
  readonly features: FeatureRows
  readonly model: FeatureModel
  readonly index: TextIndex
}

/** Columns of the joined vectors that are kept: beyond these nothing is gained (docs/methods/assignment.md). */
const dimensions = 256
const neighbourCount = 20

type Learned = Pick<TopicFit, 'features' | 'vectors'>

/** The space of a fit: its sparse features, and its three blocks of vectors as one. */
export function logSpace({ features, vectors }: Learned, seed: number): LogSpace {
  const joined = joinWeighted([
    { block: vectors.joint, weight: blockWeights.joint },
    { block: vectors.diffused, weight: blockWeights.diffused },
    { block: vectors.consensus, weight: blockWeights.consensus },
  ])
  return {
    features: { sparse: features.all, dense: withFewerColumns(joined, dimensions, seed) },
    model: features.model,
    index: indexTexts(features.all),
  }
}

/** What a text that was not learned from is like. */
export type ReadTexts = {
  readonly features: FeatureRows
  /** The cosine of each with the most similar learned text, 0–1. */
  readonly likeness: Float32Array
}

/**
 * Features of texts (keys) that come later: their words and n-grams as the log knows them, and as their vector the
 * mean of those of the 20 most similar texts, weighed by the third power of the cosine.
 */
export function readNewTexts(keys: readonly string[], { features, model, index }: LogSpace): ReadTexts {
  const sparse = featuresOf(keys, model)
  const dense = zeros(keys.length, features.dense.columns)
  const likeness = new Float32Array(keys.length)
  for (let row = 0; row < keys.length; row++) {
    const { rows, cosines } = nearestTexts(index, sparse, row, neighbourCount)
    likeness[row] = cosines[0] ?? 0
    const total = cosines.reduce((sum, cosine) => sum + cosine ** 3, 0)
    for (const [place, other] of rows.entries())
      addScaled(dense, row, features.dense, other, cosines[place]! ** 3 / total)
  }
  return { features: { sparse, dense }, likeness }
}

function addScaled(into: Dense, row: number, from: Dense, other: number, scale: number): void {
  const [to, at] = [row * into.columns, other * from.columns]
  for (let column = 0; column < into.columns; column++)
    into.value[to + column]! += scale * from.value[at + column]!
}
