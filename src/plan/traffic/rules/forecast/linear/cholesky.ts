/** Cholesky factor of a symmetric positive definite matrix, and solves with it. Rows one after another. */

/** Overwrites the lower triangle of `matrix` with its factor L, L·Lᵀ = matrix. */
export function factorise(matrix: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]!
      for (let k = 0; k < j; k++) sum -= matrix[i * size + k]! * matrix[j * size + k]!
      if (i > j) matrix[i * size + j] = sum / matrix[j * size + j]!
      // Rounding may leave a hair below zero where two columns say nearly the same.
      else matrix[i * size + i] = Math.sqrt(Math.max(sum, 1e-12))
    }
  }
}

/** L⁻¹ · vector, in place. */
export function solveLower(factor: Float64Array, size: number, vector: Float64Array): void {
  for (let i = 0; i < size; i++) {
    let sum = vector[i]!
    for (let k = 0; k < i; k++) sum -= factor[i * size + k]! * vector[k]!
    vector[i] = sum / factor[i * size + i]!
  }
}

/** L⁻ᵀ · vector, in place. */
export function solveUpper(factor: Float64Array, size: number, vector: Float64Array): void {
  for (let i = size - 1; i >= 0; i--) {
    let sum = vector[i]!
    for (let k = i + 1; k < size; k++) sum -= factor[k * size + i]! * vector[k]!
    vector[i] = sum / factor[i * size + i]!
  }
}

/** (L·Lᵀ)⁻¹ · vector, in place. */
export function solveBoth(factor: Float64Array, size: number, vector: Float64Array): void {
  solveLower(factor, size, vector)
  solveUpper(factor, size, vector)
}
