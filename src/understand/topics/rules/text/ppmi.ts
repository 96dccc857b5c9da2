import { type Dense, normaliseRows, zeros } from '../matrix/dense.ts'
import { times, transposedTimes } from '../matrix/product.ts'
import { randomisedSvd, type SvdOptions } from '../matrix/randomised-svd.ts'
import { columnSums, type SparseRows } from '../matrix/sparse-rows.ts'
import { symmetricEigen } from '../matrix/symmetric-eigen.ts'

/** Frequent contexts are smoothed by this power (Levy, Goldberg & Dagan 2015). */
const contextPower = 0.75

/** The counts without those of a word with itself. */
export function withoutDiagonal(counts: SparseRows): SparseRows {
  const { rows, start } = counts
  const from = new Uint32Array(rows + 1)
  const index = new Uint32Array(counts.index.length)
  const value = new Float32Array(index.length)
  let used = 0
  for (let row = 0; row < rows; row++) {
    for (let place = start[row]!; place < start[row + 1]!; place++) {
      if (counts.index[place] === row) continue
      index[used] = counts.index[place]!
      value[used++] = counts.value[place]!
    }
    from[row + 1] = used
  }
  return { ...counts, start: from, index: index.slice(0, used), value: value.slice(0, used) }
}

/**
 * Positive pointwise mutual information of words and contexts from how often they occur together:
 * max(0, ln(C_ij · Σctx / (row_i · ctx_j))), row_i the sum of row i, ctx_j = row_j^0.75 (Levy et al. 2015).
 *
 * @example counts [[0, 2], [2, 0]]: row 2, 2; ctx 1.682; 2 · 3.364 / (2 · 1.682) = 2, so ln 2 = 0.693 in both
 */
export function positivePmi(counts: SparseRows): SparseRows {
  const { rows, start } = counts
  const sums = new Float64Array(rows)
  for (let row = 0; row < rows; row++)
    for (let place = start[row]!; place < start[row + 1]!; place++) sums[row]! += counts.value[place]!
  const contexts = sums.map((sum) => sum ** contextPower)
  const all = contexts.reduce((sum, next) => sum + next, 0)
  const from = new Uint32Array(rows + 1)
  const index = new Uint32Array(counts.index.length)
  const value = new Float32Array(index.length)
  let used = 0
  for (let row = 0; row < rows; row++) {
    const scale = all / Math.max(1, sums[row]!)
    for (let place = start[row]!; place < start[row + 1]!; place++) {
      const column = counts.index[place]!
      const ratio = (counts.value[place]! * scale) / Math.max(1e-9, contexts[column]!)
      if (ratio <= 1) continue
      index[used] = column
      value[used++] = Math.log(ratio)
    }
    from[row + 1] = used
  }
  return { ...counts, start: from, index: index.slice(0, used), value: value.slice(0, used) }
}

/** A vector for each word: the singular vectors of its PPMI, each times the root of its singular value. */
export function wordVectors(counts: SparseRows, options: SvdOptions): Dense {
  const { scaled, singular } = randomisedSvd(positivePmi(counts), options)
  // What is next to nothing beside the largest is rounding, which must not be blown up.
  const least = (singular[0] ?? 0) * 1e-5
  const root = singular.map((value) => (value > least ? 1 / Math.sqrt(value) : 0))
  for (let place = 0; place < scaled.value.length; place++)
    scaled.value[place]! *= root[place % scaled.columns]!
  return scaled
}

/** How much less a frequent word counts in the mean of a text (Arora, Liang & Ma 2017). */
const rareness = 1e-3

/**
 * A vector for each text: the mean of its words' vectors, each weighed a / (a + share of all words), centred, without
 * its first principal direction, of length 1 (SIF; Arora, Liang & Ma 2017).
 */
export function textVectors(
  words: SparseRows,
  vectors: Dense,
  product: (sparse: SparseRows, x: Dense) => Dense,
): Dense {
  const texts = columnSums(words)
  const all = texts.reduce((sum, count) => sum + count, 0)
  const value = new Float32Array(words.value.length)
  for (let row = 0; row < words.rows; row++) {
    const length = Math.max(1, words.start[row + 1]! - words.start[row]!)
    for (let place = words.start[row]!; place < words.start[row + 1]!; place++)
      value[place] = rareness / (rareness + texts[words.index[place]!]! / all) / length
  }
  return normaliseRows(withoutFirstDirection(centred(product({ ...words, value }, vectors))))
}

function centred(matrix: Dense): Dense {
  const { rows, columns, value } = matrix
  const mean = new Float64Array(columns)
  for (let place = 0; place < value.length; place++) mean[place % columns]! += value[place]! / rows
  for (let place = 0; place < value.length; place++) value[place]! -= mean[place % columns]!
  return matrix
}

function withoutFirstDirection(matrix: Dense): Dense {
  const { columns, value } = matrix
  const { vectors } = symmetricEigen(transposedTimes(matrix, matrix).value, columns)
  const direction = zeros(columns, 1)
  for (let row = 0; row < columns; row++) direction.value[row] = vectors[row * columns]!
  const along = times(matrix, direction).value
  for (let place = 0; place < value.length; place++)
    value[place]! -= along[Math.floor(place / columns)]! * direction.value[place % columns]!
  return matrix
}
