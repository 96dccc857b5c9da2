/** Where texts are put so that they can be compared: what was learned from the log, and the way in for a new text. */

import type { TopicFit } from '../learn/learn-topics.ts'
import { type Dense, zeros } from '../matrix/dense.ts'
import { type SparseRows, selectRows } from '../matrix/sparse-rows.ts'
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
/** The likeness of a text is that with so many of the most similar ones. */
const likest = 3

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

/** The row of each key of a fit in its space, or −1 for one that it was not learned from. */
export function rowsOfKeys({ keys, learned }: Pick<TopicFit, 'keys' | 'learned'>): Int32Array {
  const rows = new Int32Array(keys.length).fill(-1)
  for (const [row, key] of learned.entries()) rows[key] = row
  return rows
}

/** Texts as they are when they come later: in no vector of the log. */
export type ReadTexts = {
  readonly features: FeatureRows
  /** The mean cosine of each with the most similar learned texts, 0–1. */
  readonly likeness: Float32Array
}

/**
 * Features of texts (keys) that come later: their words and n-grams as the log knows them, and as their vector the
 * mean of those of the 20 most similar texts, weighed by the third power of the cosine.
 */
export function readNewTexts(keys: readonly string[], space: LogSpace): ReadTexts {
  return readThrough(featuresOf(keys, space.model), space, () => undefined)
}

/** Learned texts as if they came anew: what they would be if the log did not have them. */
export function readAnew(rows: readonly number[], space: LogSpace): ReadTexts {
  return readThrough(selectRows(space.features.sparse, rows), space, (at) => rows[at])
}

function readThrough(
  sparse: SparseRows,
  { features, index }: LogSpace,
  leftOut: (at: number) => number | undefined,
): ReadTexts {
  const dense = zeros(sparse.rows, features.dense.columns)
  const likeness = new Float32Array(sparse.rows)
  for (let at = 0; at < sparse.rows; at++) {
    const own = leftOut(at)
    const { rows, cosines } = nearestTexts(index, sparse, at, neighbourCount + (own === undefined ? 0 : 1))
    let total = 0
    let seen = 0
    for (const [place, other] of rows.entries()) {
      if (other === own || seen === neighbourCount) continue
      const cosine = cosines[place]!
      if (seen++ < likest) likeness[at]! += cosine / likest
      total += cosine ** 3
      addScaled(dense, at, features.dense, other, cosine ** 3)
    }
    if (total > 0) scaleRow(dense, at, 1 / total)
  }
  return { features: { sparse, dense }, likeness }
}

function addScaled(into: Dense, row: number, from: Dense, other: number, scale: number): void {
  const [to, at] = [row * into.columns, other * from.columns]
  for (let column = 0; column < into.columns; column++)
    into.value[to + column]! += scale * from.value[at + column]!
}

function scaleRow({ columns, value }: Dense, row: number, scale: number): void {
  for (let at = row * columns; at < (row + 1) * columns; at++) value[at]! *= scale
}

/** The space with further rows after its own. They are no neighbours of what is read later. */
export function extended(space: LogSpace, { features: { sparse, dense } }: ReadTexts): LogSpace {
  const before = space.features
  const value = new Float32Array(before.dense.value.length + dense.value.length)
  value.set(before.dense.value)
  value.set(dense.value, before.dense.value.length)
  return {
    ...space,
    features: {
      sparse: belowEachOther(before.sparse, sparse),
      dense: { rows: before.dense.rows + dense.rows, columns: dense.columns, value },
    },
  }
}

function belowEachOther(above: SparseRows, below: SparseRows): SparseRows {
  const rows = above.rows + below.rows
  const start = new Uint32Array(rows + 1)
  start.set(above.start)
  for (let row = 0; row <= below.rows; row++) start[above.rows + row] = above.index.length + below.start[row]!
  const index = new Uint32Array(above.index.length + below.index.length)
  index.set(above.index)
  index.set(below.index, above.index.length)
  const value = new Float32Array(index.length)
  value.set(above.value)
  value.set(below.value, above.value.length)
  return { rows, columns: above.columns, start, index, value }
}
