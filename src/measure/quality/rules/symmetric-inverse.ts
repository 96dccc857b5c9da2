/** Inverse of a symmetric positive definite matrix, row after row, by Cholesky's decomposition. */

/**
 * Example: (4, 2; 2, 3) → (0.375, −0.25; −0.25, 0.5). Throws RangeError when the matrix is not positive definite.
 */
export function invertSymmetric(matrix: Float64Array, size: number): Float64Array {
  const lower = cholesky(matrix, size)
  invertLower(lower, size)
  const inverse = new Float64Array(size * size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = 0
      for (let at = row; at < size; at++) sum += lower[at * size + row]! * lower[at * size + column]!
      inverse[row * size + column] = sum
      inverse[column * size + row] = sum
    }
  }
  return inverse
}

function cholesky(matrix: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column]!
      for (let at = 0; at < column; at++) sum -= lower[row * size + at]! * lower[column * size + at]!
      if (row !== column) lower[row * size + column] = sum / lower[column * size + column]!
      else if (sum > 0) lower[row * size + row] = Math.sqrt(sum)
      else throw new RangeError('not positive definite')
    }
  }
  return lower
}

/** In place. */
function invertLower(lower: Float64Array, size: number): void {
  for (let column = 0; column < size; column++) {
    lower[column * size + column] = 1 / lower[column * size + column]!
    for (let row = column + 1; row < size; row++) {
      let sum = 0
      for (let at = column; at < row; at++) sum += lower[row * size + at]! * lower[at * size + column]!
      lower[row * size + column] = -sum / lower[row * size + row]!
    }
  }
}

/** A symmetric matrix times a vector. */
export function multiply(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length
  const product = new Float64Array(size)
  for (let row = 0; row < size; row++) {
    let sum = 0
    for (let at = 0; at < size; at++) sum += matrix[row * size + at]! * vector[at]!
    product[row] = sum
  }
  return product
}
