import type { Dense } from './dense.ts'
import { times, transposedTimes } from './product.ts'

/**
 * Columns of length 1 and at right angles that span the same: Cholesky QR done twice, which is as exact as
 * Householder's where columns are not nearly dependent (Yamamoto et al. 2015). A column that depends on those before
 * it comes out as zero.
 */
export function orthonormal(matrix: Dense): Dense {
  return nearlyOrthonormal(nearlyOrthonormal(matrix))
}

/** The same done once: enough between two products. */
export function nearlyOrthonormal(matrix: Dense): Dense {
  const size = matrix.columns
  const gram = Float64Array.from(transposedTimes(matrix, matrix).value)
  return times(matrix, { rows: size, columns: size, value: inverseTurned(cholesky(gram, size), size) })
}

/** What is left of a column, of its squared length, below which it is rounding: sums are of single precision. */
const leastLeft = 2e-6

/** L with L·Lᵀ = the matrix; for a column that depends on others the pivot is infinite, so that L⁻¹ has zeros there. */
function cholesky(matrix: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column]!
      for (let k = 0; k < column; k++) sum -= lower[row * size + k]! * lower[column * size + k]!
      if (column < row) lower[row * size + column] = sum / lower[column * size + column]!
      else if (sum > leastLeft * matrix[row * size + row]!) lower[row * size + row] = Math.sqrt(sum)
      else {
        lower.fill(0, row * size, row * size + row)
        lower[row * size + row] = Number.POSITIVE_INFINITY
      }
    }
  }
  return lower
}

/** (L⁻¹)ᵀ for a lower triangle L. */
function inverseTurned(lower: Float64Array, size: number): Float32Array {
  const inverse = new Float64Array(size * size)
  for (let column = 0; column < size; column++) {
    inverse[column * size + column] = 1 / lower[column * size + column]!
    for (let row = column + 1; row < size; row++) {
      let sum = 0
      for (let k = column; k < row; k++) sum += lower[row * size + k]! * inverse[k * size + column]!
      inverse[row * size + column] = -sum / lower[row * size + row]!
    }
  }
  const turned = new Float32Array(size * size)
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++) turned[column * size + row] = inverse[row * size + column]!
  return turned
}
