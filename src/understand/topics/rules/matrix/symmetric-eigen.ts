/**
 * Eigenvalues and eigenvectors of a small symmetric matrix: Householder's tridiagonal form, then the QL method with
 * implicit shifts (Martin, Reinsch & Wilkinson 1968; Bowdler et al. 1968; the EISPACK routines tred2 and tql2).
 */

export type Eigen = {
  /** Descending. */
  readonly values: Float64Array
  /** size × size; column j belongs to value j, entry (i, j) at i · size + j. */
  readonly vectors: Float64Array
}

/** `matrix` holds size × size entries; only symmetric ones make sense. @example eigenvalues of [[2, 1], [1, 2]]: 3, 1 */
export function symmetricEigen(matrix: ArrayLike<number>, size: number): Eigen {
  const vectors = Float64Array.from(matrix)
  const diagonal = new Float64Array(size)
  const beside = new Float64Array(size)
  for (let column = 0; column < size; column++) diagonal[column] = vectors[(size - 1) * size + column]!
  for (let row = size - 1; row > 0; row--) reflect(vectors, diagonal, beside, row)
  accumulate(vectors, diagonal, beside)
  for (let row = 1; row < size; row++) beside[row - 1] = beside[row]!
  beside[size - 1] = 0
  diagonalise(vectors, diagonal, beside)
  return descending(diagonal, vectors)
}

function reflect(v: Float64Array, d: Float64Array, e: Float64Array, i: number): void {
  const n = d.length
  let [scale, h] = [0, 0]
  for (let k = 0; k < i; k++) scale += Math.abs(d[k]!)
  if (scale === 0) {
    e[i] = d[i - 1]!
    for (let j = 0; j < i; j++) {
      d[j] = v[(i - 1) * n + j]!
      v[i * n + j] = 0
      v[j * n + i] = 0
    }
    d[i] = 0
    return
  }
  for (let k = 0; k < i; k++) {
    d[k]! /= scale
    h += d[k]! * d[k]!
  }
  const f = d[i - 1]!
  const g = f > 0 ? -Math.sqrt(h) : Math.sqrt(h)
  e[i] = scale * g
  h -= f * g
  d[i - 1] = f - g
  for (let j = 0; j < i; j++) e[j] = 0
  for (let j = 0; j < i; j++) {
    v[j * n + i] = d[j]!
    let sum = e[j]! + v[j * n + j]! * d[j]!
    for (let k = j + 1; k < i; k++) {
      sum += v[k * n + j]! * d[k]!
      e[k]! += v[k * n + j]! * d[j]!
    }
    e[j] = sum
  }
  update(v, d, e, i, h)
  d[i] = h
}

function update(v: Float64Array, d: Float64Array, e: Float64Array, i: number, h: number): void {
  const n = d.length
  let f = 0
  for (let j = 0; j < i; j++) {
    e[j]! /= h
    f += e[j]! * d[j]!
  }
  const half = f / (h + h)
  for (let j = 0; j < i; j++) e[j]! -= half * d[j]!
  for (let j = 0; j < i; j++) {
    for (let k = j; k < i; k++) v[k * n + j]! -= d[j]! * e[k]! + e[j]! * d[k]!
    d[j] = v[(i - 1) * n + j]!
    v[i * n + j] = 0
  }
}

function accumulate(v: Float64Array, d: Float64Array, e: Float64Array): void {
  const n = d.length
  for (let i = 0; i < n - 1; i++) {
    v[(n - 1) * n + i] = v[i * n + i]!
    v[i * n + i] = 1
    const h = d[i + 1]!
    if (h !== 0) {
      for (let k = 0; k <= i; k++) d[k] = v[k * n + i + 1]! / h
      for (let j = 0; j <= i; j++) {
        let g = 0
        for (let k = 0; k <= i; k++) g += v[k * n + i + 1]! * v[k * n + j]!
        for (let k = 0; k <= i; k++) v[k * n + j]! -= g * d[k]!
      }
    }
    for (let k = 0; k <= i; k++) v[k * n + i + 1] = 0
  }
  for (let j = 0; j < n; j++) {
    d[j] = v[(n - 1) * n + j]!
    v[(n - 1) * n + j] = 0
  }
  v[n * n - 1] = 1
  e[0] = 0
}

function diagonalise(v: Float64Array, d: Float64Array, e: Float64Array): void {
  const n = d.length
  let [shift, largest] = [0, 0]
  for (let l = 0; l < n; l++) {
    largest = Math.max(largest, Math.abs(d[l]!) + Math.abs(e[l]!))
    let m = l
    while (m < n - 1 && Math.abs(e[m]!) > Number.EPSILON * largest) m++
    for (let round = 0; m > l && round < 60; round++) {
      const g = d[l]!
      let p = (d[l + 1]! - g) / (2 * e[l]!)
      const r = p < 0 ? -Math.hypot(p, 1) : Math.hypot(p, 1)
      d[l] = e[l]! / (p + r)
      d[l + 1] = e[l]! * (p + r)
      const h = g - d[l]!
      for (let i = l + 2; i < n; i++) d[i]! -= h
      shift += h
      p = sweep(v, d, e, l, m)
      e[l] = p
      if (Math.abs(e[l]!) <= Number.EPSILON * largest) break
    }
    d[l]! += shift
    e[l] = 0
  }
}

/** One QL step over the rows l … m; returns what then stands beside the diagonal at l. */
function sweep(v: Float64Array, d: Float64Array, e: Float64Array, l: number, m: number): number {
  const n = d.length
  const [next, beside] = [d[l + 1]!, e[l + 1]!]
  let p = d[m]!
  let [c, c2, c3, s, s2] = [1, 1, 1, 0, 0]
  for (let i = m - 1; i >= l; i--) {
    c3 = c2
    c2 = c
    s2 = s
    const g = c * e[i]!
    const h = c * p
    const r = Math.hypot(p, e[i]!)
    e[i + 1] = s * r
    s = e[i]! / r
    c = p / r
    p = c * d[i]! - s * g
    d[i + 1] = h + s * (c * g + s * d[i]!)
    for (let k = 0; k < n; k++) {
      const at = k * n + i
      const kept = v[at + 1]!
      v[at + 1] = s * v[at]! + c * kept
      v[at] = c * v[at]! - s * kept
    }
  }
  p = (-s * s2 * c3 * beside * e[l]!) / next
  d[l] = c * p
  return s * p
}

function descending(values: Float64Array, vectors: Float64Array): Eigen {
  const size = values.length
  const order = Array.from(values, (_, place) => place).sort((a, b) => values[b]! - values[a]! || a - b)
  const turned = new Float64Array(vectors.length)
  for (let row = 0; row < size; row++)
    for (const [to, from] of order.entries()) turned[row * size + to] = vectors[row * size + from]!
  return { values: Float64Array.from(order, (place) => values[place]!), vectors: turned }
}
