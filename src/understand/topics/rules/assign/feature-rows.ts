/**
 * What a classifier reads of a text: a sparse part (words, character n-grams) and a dense part (vectors learned from
 * the log), side by side, and a last feature that is always 1. Blocks of the dense part come already weighted.
 */
import type { Dense } from '../matrix/dense.ts'
import type { SparseRows } from '../matrix/sparse-rows.ts'

export type FeatureRows = {
  readonly sparse: SparseRows
  /** As many rows as `sparse`; no columns when there is no dense part. */
  readonly dense: Dense
}

/** Features of one kind of model: sparse columns first, then dense ones, then the constant. */
export function featureCount({ sparse, dense }: FeatureRows): number {
  return sparse.columns + dense.columns + 1
}

/** Weights of one class times one row, the constant included. `weights` begins at `from`. */
export function scoreRow(features: FeatureRows, row: number, weights: Float32Array, from = 0): number {
  const { sparse, dense } = features
  const { start, index, value } = sparse
  const end = start[row + 1]!
  let sum = 0
  for (let at = start[row]!; at < end; at++) sum += value[at]! * weights[from + index[at]!]!
  const offset = from + sparse.columns
  sum += denseDot(dense.value, row * dense.columns, weights, offset, dense.columns)
  return sum + weights[offset + dense.columns]!
}

/** Four sums side by side: the processor need not wait for one addition before it starts the next. */
function denseDot(a: Float32Array, atA: number, b: Float32Array, atB: number, count: number): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0]
  let at = 0
  for (; at + 3 < count; at += 4) {
    s0 += a[atA + at]! * b[atB + at]!
    s1 += a[atA + at + 1]! * b[atB + at + 1]!
    s2 += a[atA + at + 2]! * b[atB + at + 2]!
    s3 += a[atA + at + 3]! * b[atB + at + 3]!
  }
  for (; at < count; at++) s0 += a[atA + at]! * b[atB + at]!
  return s0 + s1 + s2 + s3
}

/** Adds `step` times one row to the weights of one class. */
export function addRow(features: FeatureRows, row: number, step: number, weights: Float32Array): void {
  const { sparse, dense } = features
  const { start, index, value } = sparse
  const end = start[row + 1]!
  for (let at = start[row]!; at < end; at++) weights[index[at]!]! += step * value[at]!
  const offset = sparse.columns
  const { value: entry, columns } = dense
  const from = row * columns
  for (let at = 0; at < columns; at++) weights[offset + at]! += step * entry[from + at]!
  weights[offset + columns]! += step
}

/** A row times itself, the constant included. */
export function squaredLength({ sparse, dense }: FeatureRows, row: number): number {
  let sum = 1
  for (let at = sparse.start[row]!; at < sparse.start[row + 1]!; at++) sum += sparse.value[at]! ** 2
  return sum + denseDot(dense.value, row * dense.columns, dense.value, row * dense.columns, dense.columns)
}
