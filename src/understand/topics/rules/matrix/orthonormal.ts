import type { Dense } from './dense.ts'
import { times, transposedTimes } from './product.ts'

/**
 * Columns of length 1 and at right angles that span the same: Cholesky QR done twice, which is as exact as
 * Householder's for matrices that are not nearly singular (Yamamoto et al. 2015). Columns that the ones
 * before them already span, as far as single precision can tell, come out as zeros.
 */
export function orthonormal(matrix: Dense): Dense {
  return once(once(matrix))
}

function once(matrix: Dense): Dense {
  const size = matrix.columns
  const gram = Float64Array.from(transposedTimes(matrix, matrix).value)
  return times(matrix, { rows: size, columns: size, value: inverseTurned(cholesky(gram, size), size) })
}

/** What is left of a column's squared length once less than this share is left is rounding. */
const lost = 1e-6

/** L with L·Lᵀ = the matrix; a column that is spanned by those before it has the pivot 0 and nothing below. */
function cholesky(matrix: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column]!
      for (let k = 0; k < column; k++) sum -= lower[row * size + k]! * lower[column * size + k]!
      const pivot = lower[column * size + column]!
      if (row === column)
        lower[row * size + row] = sum > lost * matrix[row * size + row]! ? Math.sqrt(sum) : 0
      else lower[row * size + column] = pivot > 0 ? sum / pivot : 0
    }
  }
  return lower
}

/** (L⁻¹)ᵀ for a lower triangle L; a pivot of 0 leaves zeros. */
function inverseTurned(lower: Float64Array, size: number): Float32Array {
  const inverse = new Float64Array(size * size)
  for (let column = 0; column < size; column++) {
    if (lower[column * size + column] === 0) continue
    inverse[column * size + column] = 1 / lower[column * size + column]!
    for (let row = column + 1; row < size; row++) {
      if (lower[row * size + row] === 0) continue
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
