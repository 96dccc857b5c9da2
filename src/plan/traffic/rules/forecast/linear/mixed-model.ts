/**
 * y = columns · β + drift + noise with β ~ N(0, prior): ridge regression, exponential smoothing and an AR(1) in one
 * linear solve, the same as Gaussian process regression on the sum of their kernels (Rasmussen & Williams, Gaussian
 * Processes for Machine Learning, 2006, ch. 2). The drift is whitened away first (drift-filter.ts), so that only a
 * matrix of the size of the columns is factorised.
 */
import { factorise, solveBoth, solveLower } from './cholesky.ts'
import {
  type Drift,
  type DriftFilter,
  type DriftState,
  driftAhead,
  driftFilter,
  smooth,
  whiten,
} from './drift-filter.ts'

export type Columns = readonly Float64Array[]

export type MixedInput = {
  /** Days of the observations, rising. */
  readonly times: Float64Array
  /** Variance of each observation beside the drift. */
  readonly noise: Float64Array
  readonly drift: Drift
  readonly columns: Columns
  /** Prior variance of each column's coefficient. */
  readonly prior: Float64Array
}

export type MixedBasis = {
  readonly filter: DriftFilter
  readonly size: number
  readonly whitened: Columns
  readonly columns: Columns
  readonly ends: readonly DriftState[]
  /** Factor of whitenedᵀ·whitened + 1/prior. */
  readonly factor: Float64Array
  /** log |V + columns · prior · columnsᵀ|. */
  readonly logDeterminant: number
}

/** Everything that does not depend on y; used again for every right-hand side. */
export function mixedBasis({ times, noise, drift, columns, prior }: MixedInput): MixedBasis {
  const filter = driftFilter(times, noise, drift)
  const size = columns.length
  const whitened = columns.map(() => new Float64Array(times.length))
  const ends = columns.map((column, at) => whiten(filter, column, whitened[at]!))
  const factor = new Float64Array(size * size)
  let logDeterminant = 0
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) factor[i * size + j] = dot(whitened[i]!, whitened[j]!)
    factor[i * size + i]! += 1 / prior[i]!
    logDeterminant += Math.log(prior[i]!)
  }
  factorise(factor, size)
  for (let i = 0; i < size; i++) logDeterminant += 2 * Math.log(factor[i * size + i]!)
  for (const variance of filter.surprise) logDeterminant += Math.log(variance)
  return { filter, size, whitened, columns, ends, factor, logDeterminant }
}

export type MixedFit = {
  readonly beta: Float64Array
  /** Drift after the last observation. */
  readonly end: DriftState
  /** yᵀ (V + columns · prior · columnsᵀ)⁻¹ y. */
  readonly quadratic: number
}

/** The solution for one right-hand side. */
export function solveMixed(basis: MixedBasis, y: Float64Array): MixedFit {
  const { filter, size, whitened, ends, factor } = basis
  const white = new Float64Array(y.length)
  const own = whiten(filter, y, white)
  const beta = new Float64Array(size)
  for (let i = 0; i < size; i++) beta[i] = dot(whitened[i]!, white)
  let quadratic = dot(white, white)
  solveLower(factor, size, beta)
  quadratic -= dot(beta, beta)
  solveUpperOf(basis, beta)
  let [fast, slow] = [own.fast, own.slow]
  for (let i = 0; i < size; i++) {
    fast -= beta[i]! * ends[i]!.fast
    slow -= beta[i]! * ends[i]!.slow
  }
  return { beta, end: { fast, slow }, quadratic: Math.max(quadratic, 1e-12) }
}

function solveUpperOf({ factor, size }: MixedBasis, vector: Float64Array): void {
  for (let i = size - 1; i >= 0; i--) {
    let sum = vector[i]!
    for (let k = i + 1; k < size; k++) sum -= factor[k * size + i]! * vector[k]!
    vector[i] = sum / factor[i * size + i]!
  }
}

/** What the columns leave over: the drift through the observations, and the noise of each (its posterior mean). */
export function residualsOf(
  { filter, columns }: MixedBasis,
  y: Float64Array,
  { fit, noise }: { readonly fit: MixedFit; readonly noise: Float64Array },
): { readonly level: Float64Array; readonly noise: Float64Array } {
  const rest = Float64Array.from(y)
  columns.forEach((column, at) => {
    const by = fit.beta[at]!
    if (by !== 0) for (let t = 0; t < rest.length; t++) rest[t]! -= by * column[t]!
  })
  const { weighted, level } = smooth(filter, rest)
  return { level, noise: weighted.map((value, t) => value * noise[t]!) }
}

/** Variance of columns · β + drift at a day after the last observation (without noise). */
export function varianceAhead(basis: MixedBasis, row: Float64Array, days: number): number {
  const { filter, ends, factor, size } = basis
  const ahead = driftAhead(filter, days)
  const rest = new Float64Array(size)
  for (let i = 0; i < size; i++) rest[i] = row[i]! - ahead.fast * ends[i]!.fast - ahead.slow * ends[i]!.slow
  solveLower(factor, size, rest)
  return Math.max(ahead.variance + dot(rest, rest), 0)
}

/** Variance of row · β alone. */
export function varianceOfCombination({ factor, size }: MixedBasis, row: Float64Array): number {
  const solved = Float64Array.from(row)
  solveLower(factor, size, solved)
  return dot(solved, solved)
}

/** Gain of log-likelihood and estimate of one more column of unknown size, for each candidate. */
export function tryColumn(
  basis: MixedBasis,
  column: Float64Array,
  y: { readonly white: Float64Array; readonly fit: MixedFit },
): { readonly estimate: number; readonly variance: number } {
  const { filter, whitened, factor, size } = basis
  const white = new Float64Array(column.length)
  whiten(filter, column, white)
  const cross = new Float64Array(size)
  for (let i = 0; i < size; i++) cross[i] = dot(whitened[i]!, white)
  let along = dot(white, y.white)
  for (let i = 0; i < size; i++) along -= cross[i]! * y.fit.beta[i]!
  solveBoth(factor, size, cross)
  let own = dot(white, white)
  for (let i = 0; i < size; i++) own -= cross[i]! * dot(whitened[i]!, white)
  return { estimate: along / Math.max(own, 1e-12), variance: 1 / Math.max(own, 1e-12) }
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let t = 0; t < a.length; t++) sum += a[t]! * b[t]!
  return sum
}
