import { type Random, seededRandom } from '../../../../kernel/random.ts'
import { type Dense, zeros } from './dense.ts'
import { nearlyOrthonormal, orthonormal } from './orthonormal.ts'
import { sparseTimes, times, transposedTimes } from './product.ts'
import { type SparseRows, transposed } from './sparse-rows.ts'
import { symmetricEigen } from './symmetric-eigen.ts'

export type SvdOptions = {
  readonly dimensions: number
  readonly seed: number
  /** Rounds of multiplying with the matrix and its transpose; more is closer to the exact one. */
  readonly rounds?: number
  /** How sparse · dense is computed; threads may share it. */
  readonly product?: (sparse: SparseRows, x: Dense) => Dense
}

export type Svd = {
  /** Left vectors times singular values: rows × dimensions. */
  readonly scaled: Dense
  /** Descending. */
  readonly singular: Float64Array
}

const oversampling = 10

/**
 * The largest singular values of a sparse matrix and its left vectors, by random projection with power iteration
 * (Halko, Martinsson & Tropp 2011, algorithm 4.4). Fewer dimensions than asked for come back from a small matrix.
 */
export function randomisedSvd(
  matrix: SparseRows,
  { dimensions, seed, rounds = 4, product = sparseTimes }: SvdOptions,
): Svd {
  const most = Math.min(matrix.rows, matrix.columns)
  const kept = Math.min(dimensions, most)
  const turned = transposed(matrix)
  let basis = gaussian(matrix.columns, Math.min(most, kept + oversampling), seededRandom(seed))
  for (let round = 0; round < rounds; round++)
    basis = orthonormal(product(turned, nearlyOrthonormal(product(matrix, basis))))
  if (rounds === 0) basis = orthonormal(basis)
  const image = product(matrix, basis)
  const { values, vectors } = symmetricEigen(transposedTimes(image, image).value, image.columns)
  const turn = zeros(image.columns, kept)
  for (let row = 0; row < image.columns; row++)
    for (let column = 0; column < kept; column++)
      turn.value[row * kept + column] = vectors[row * image.columns + column]!
  const singular = Float64Array.from({ length: kept }, (_, place) => Math.sqrt(Math.max(0, values[place]!)))
  return { scaled: times(image, turn), singular }
}

/** Box–Muller. */
function gaussian(rows: number, columns: number, random: Random): Dense {
  const made = zeros(rows, columns)
  for (let place = 0; place < made.value.length; place++)
    made.value[place] = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return made
}
