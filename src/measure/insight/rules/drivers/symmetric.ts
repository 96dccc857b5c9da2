/** Small symmetric matrices, as lists of rows: what relative weights need and no more. */
export type Matrix = readonly (readonly number[])[]

/** Eigenvalues, and the eigenvectors as columns: `vectors[row][k]` belongs to `values[k]`. */
export type Eigen = { readonly values: readonly number[]; readonly vectors: Matrix }

const mostSweeps = 60

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations (1846; Golub & Van Loan, Matrix
 * Computations, 8.5): slow for large ones, exact to the last digits for the 30 or so rows that are met here.
 *
 * Example: [[2, 1], [1, 2]] has the eigenvalues 1 and 3.
 */
export function eigenOf(matrix: Matrix): Eigen {
  const size = matrix.length
  const a = matrix.map((row) => Float64Array.from(row))
  const v = matrix.map((_, row) => Float64Array.from({ length: size }, (_, at) => (at === row ? 1 : 0)))
  const scale = a.reduce((sum, row) => sum + row.reduce((all, value) => all + value * value, 0), 0)
  for (let sweep = 0; sweep < mostSweeps && offDiagonal(a) > scale * 1e-24; sweep++) {
    for (let p = 0; p < size - 1; p++) {
      for (let q = p + 1; q < size; q++) rotate(a, v, p, q)
    }
  }
  return { values: a.map((row, at) => row[at]!), vectors: v.map((row) => Array.from(row)) }
}

function offDiagonal(a: readonly Float64Array[]): number {
  let sum = 0
  for (let p = 0; p < a.length - 1; p++) {
    for (let q = p + 1; q < a.length; q++) sum += a[p]![q]! ** 2
  }
  return sum
}

/** Turns the plane of p and q so that their common element becomes 0. */
function rotate(a: readonly Float64Array[], v: readonly Float64Array[], p: number, q: number): void {
  const common = a[p]![q]!
  if (common === 0) return
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * common)
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const c = 1 / Math.sqrt(t * t + 1)
  const s = t * c
  for (const row of a) turn(row, p, q, c, s)
  const [one, other] = [a[p]!, a[q]!]
  for (let at = 0; at < one.length; at++) {
    const [x, y] = [one[at]!, other[at]!]
    one[at] = c * x - s * y
    other[at] = s * x + c * y
  }
  for (const row of v) turn(row, p, q, c, s)
}

function turn(row: Float64Array, p: number, q: number, c: number, s: number): void {
  const [x, y] = [row[p]!, row[q]!]
  row[p] = c * x - s * y
  row[q] = s * x + c * y
}
