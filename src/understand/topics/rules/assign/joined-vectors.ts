/**
 * The vectors that the log has taught (joined blocks of many columns), with fewer columns and nearly the same
 * distances: principal components of a sample of the rows, by random projection (Halko, Martinsson & Tropp 2011).
 * A linear map, so that the mean of some texts' vectors is the vector of their mean.
 */
import { seededRandom, shuffled } from '../../../../kernel/random.ts'
import { type Dense, pickRows, zeros } from '../matrix/dense.ts'
import { orthonormal } from '../matrix/orthonormal.ts'
import { times, transposedTimes } from '../matrix/product.ts'
import { symmetricEigen } from '../matrix/symmetric-eigen.ts'

/** How much each block counts beside the others: measured, see docs/methods/assignment.md. */
export const blockWeights = { joint: 1, diffused: 0.5, consensus: 0.5 }

const [mostSampled, oversampling, rounds] = [4000, 16, 2]

/** Blocks side by side, each times its weight. */
export function joinWeighted(blocks: readonly { readonly block: Dense; readonly weight: number }[]): Dense {
  const rows = blocks[0]?.block.rows ?? 0
  const made = zeros(
    rows,
    blocks.reduce((sum, { block }) => sum + block.columns, 0),
  )
  let offset = 0
  for (const { block, weight } of blocks) {
    for (let row = 0; row < rows; row++) {
      const [from, to] = [row * block.columns, row * made.columns + offset]
      for (let at = 0; at < block.columns; at++) made.value[to + at] = weight * block.value[from + at]!
    }
    offset += block.columns
  }
  return made
}

/** The rows less their mean, in `dimensions` columns that keep as much of the distances as can be kept. */
export function withFewerColumns(joined: Dense, dimensions: number, seed: number): Dense {
  const all = centred(joined)
  if (joined.columns <= dimensions) return all
  const chosen = shuffled([...new Array(all.rows).keys()], seededRandom(seed)).slice(0, mostSampled)
  const sample = pickRows(all, chosen)
  const width = Math.min(dimensions + oversampling, sample.rows, sample.columns)
  let basis = orthonormal(signs(all.columns, width, seed))
  for (let round = 0; round < rounds; round++)
    basis = orthonormal(transposedTimes(sample, times(sample, basis)))
  const image = times(sample, basis)
  const { vectors } = symmetricEigen(transposedTimes(image, image).value, width)
  const turn = zeros(width, Math.min(dimensions, width))
  for (let row = 0; row < width; row++)
    for (let column = 0; column < turn.columns; column++)
      turn.value[row * turn.columns + column] = vectors[row * width + column]!
  return times(all, times(basis, turn))
}

function centred(matrix: Dense): Dense {
  const { rows, columns, value } = matrix
  const mean = new Float64Array(columns)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) mean[column]! += value[row * columns + column]! / rows
  const made = zeros(rows, columns)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      made.value[row * columns + column] = value[row * columns + column]! - mean[column]!
  return made
}

/** A random direction in each column: entries of 1 or −1. */
function signs(rows: number, columns: number, seed: number): Dense {
  const [made, random] = [zeros(rows, columns), seededRandom(`signs/${seed}`)]
  for (let place = 0; place < made.value.length; place++) made.value[place] = random() < 0.5 ? -1 : 1
  return made
}
