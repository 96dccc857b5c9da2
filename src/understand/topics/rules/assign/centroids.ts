/** The mean direction of each class on the dense part: what a handful of examples is enough for. */
import { type Dense, normaliseRows, rowOf, zeros } from '../matrix/dense.ts'
import type { Examples } from './linear-classifier.ts'

/**
 * One row of length 1 per class; zeros for a class without examples.
 *
 * @example rows (1, 0) and (0, 1) of one class: (0.707, 0.707)
 */
export function centroids(dense: Dense, { rows, labels }: Examples, classes: number): Dense {
  const made = zeros(classes, dense.columns)
  for (let at = 0; at < rows.length; at++) {
    const [row, sum] = [rowOf(dense, rows[at]!), rowOf(made, labels[at]!)]
    const scale = 1 / (length(row) || 1)
    for (let column = 0; column < sum.length; column++) sum[column]! += scale * row[column]!
  }
  return normaliseRows(made)
}

/** The cosine of one row with every centroid, written into `into` from `at`. */
export function cosines(dense: Dense, row: number, centres: Dense, into: Float32Array, at: number): void {
  const entry = rowOf(dense, row)
  const scale = 1 / (length(entry) || 1)
  for (let centre = 0; centre < centres.rows; centre++) {
    const from = centre * centres.columns
    let sum = 0
    for (let column = 0; column < entry.length; column++)
      sum += entry[column]! * centres.value[from + column]!
    into[at + centre] = scale * sum
  }
}

function length(row: Float32Array): number {
  let squares = 0
  for (let at = 0; at < row.length; at++) squares += row[at]! * row[at]!
  return Math.sqrt(squares)
}
