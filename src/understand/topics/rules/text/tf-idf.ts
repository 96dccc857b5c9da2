import type { SparseRows } from '../matrix/sparse-rows.ts'

/**
 * How much each column tells: ln((1 + n) / (1 + texts with it)) + 1 (Salton & Buckley 1988, smoothed as in
 * scikit-learn).
 */
export function inverseDocumentFrequency({ rows, columns, index }: SparseRows): Float32Array {
  const texts = new Float32Array(columns)
  for (let place = 0; place < index.length; place++) texts[index[place]!]! += 1
  return texts.map((count) => Math.log((1 + rows) / (1 + count)) + 1)
}

/**
 * Counts weighed (1 + ln count) · idf, each row then of length 1. The idf may be that of other texts, which is how
 * a new text is weighed.
 *
 * @example two texts 'a b', 'a c': idf of a is 1, of b and c ln 1.5 + 1 = 1.405; the first row is (0.580, 0.815, 0)
 */
export function tfIdf(counts: SparseRows, idf: Float32Array = inverseDocumentFrequency(counts)): SparseRows {
  const { rows, start, index } = counts
  const value = new Float32Array(index.length)
  for (let row = 0; row < rows; row++) {
    let squares = 0
    for (let place = start[row]!; place < start[row + 1]!; place++) {
      const weight = (1 + Math.log(counts.value[place]!)) * idf[index[place]!]!
      value[place] = weight
      squares += weight * weight
    }
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0
    for (let place = start[row]!; place < start[row + 1]!; place++) value[place] = value[place]! * scale
  }
  return { ...counts, value }
}
