import type { Dense } from './dense.ts'
import { times, transposedTimes } from './product.ts'

/**
 * Columns of length 1 and at right angles that span the same: Cholesky QR done twice, which is as exact as
 * Householder's for matrices that are not nearly singular (Yamamoto et al. 2015). Directions that are nearly lost
 * come out as noise of length 1, which the caller's later products drop again.
 */
export function orthonormal(matrix: Dense): Dense {
  return once(once(matrix))
}

function once(matrix: Dense): Dense {
  const size = matrix.columns
  const gram = Float64Array.from(transposedTimes(matrix, matrix).value)
  let trace = 0
  for (let place = 0; place < size; place++) trace += gram[place * size + place]!
  const least = Math.max(trace, 1e-30) * 1e-7
  for (let place = 0; place < size; place++) gram[place * size + place]! += least * 1e-2
  return times(matrix, { rows: size, columns: size, value: inverseTurned(cholesky(gram, size, least), size) })
}

/** L with L·Lᵀ = the matrix; a pivot that rounding has made too small is lifted to `least`. */
function cholesky(matrix: Float64Array, size: number, least: number): Float64Array {
  const lower = new Float64Array(size * size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column]!
      for (let k = 0; k < column; k++) sum -= lower[row * size + k]! * lower[column * size + k]!
      lower[row * size + column] =
        row === column ? Math.sqrt(Math.max(sum, least * 1e-3)) : sum / lower[column * size + column]!
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
    for (let column = 0; column <= row; column++)
      turned[column * size + row] = inverse[row * size + column]!
  return turned
}
