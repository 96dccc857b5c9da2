/** Times and counts from a number in (0, 1): all of them grow or fall with it, which is what couples two plans. */
import { normalQuantile } from '../../../../kernel/statistics.ts'

/** Seconds that a piece of work takes. */
export type WorkTime =
  | { readonly kind: 'fixed'; readonly mean: number }
  | { readonly kind: 'exponential'; readonly mean: number }
  /** Of the logarithm: `mu` its mean, `sigma` its standard deviation. */
  | { readonly kind: 'lognormal'; readonly mu: number; readonly sigma: number }

export function workTime(mean: number, spread: WorkTime['kind'], cv: number): WorkTime {
  if (spread !== 'lognormal' || mean === 0) return { kind: spread === 'lognormal' ? 'fixed' : spread, mean }
  const variance = Math.log(1 + cv * cv)
  return { kind: 'lognormal', mu: Math.log(mean) - variance / 2, sigma: Math.sqrt(variance) }
}

export function drawWork(of: WorkTime, u: number): number {
  switch (of.kind) {
    case 'fixed':
      return of.mean
    case 'exponential':
      return -of.mean * Math.log(u)
    case 'lognormal':
      return Math.exp(of.mu + of.sigma * normalQuantile(u))
  }
}

/** How long somebody waits before giving up. */
export type Patience =
  | { readonly kind: 'endless' }
  | { readonly kind: 'exponential'; readonly mean: number }
  /** Share `stays[i]` is still there after `seconds[i]`; falling, straight between the points, endless after the last. */
  | { readonly kind: 'curve'; readonly seconds: Float64Array; readonly stays: Float64Array }

export function drawPatience(of: Patience, u: number): number {
  switch (of.kind) {
    case 'endless':
      return Number.POSITIVE_INFINITY
    case 'exponential':
      return -of.mean * Math.log(u)
    case 'curve':
      return onCurve(of.seconds, of.stays, u)
  }
}

/** The time at which a share `u` is left. */
function onCurve(seconds: Float64Array, stays: Float64Array, u: number): number {
  let low = 0
  let high = stays.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (stays[middle]! <= u) high = middle
    else low = middle + 1
  }
  if (low === stays.length) return Number.POSITIVE_INFINITY
  const [from, left] = low === 0 ? [0, 1] : [seconds[low - 1]!, stays[low - 1]!]
  const fall = left - stays[low]!
  return fall === 0 ? seconds[low]! : from + ((seconds[low]! - from) * (left - u)) / fall
}

/** Beyond this mean the smallest double is too large for e^−mean; an interval is then counted in pieces. */
export const mostOfOneDraw = 500

/** The Poisson count whose distribution function first reaches `u` (inversion; time grows with the mean). */
export function poissonCount(mean: number, u: number): number {
  let term = Math.exp(-mean)
  let sum = term
  let count = 0
  while (sum < u && term > 0) {
    count++
    term *= mean / count
    sum += term
    // The sum stops growing a hair below 1; what is left of the tail is no larger than rounding.
    if (count > mean && term < 1e-18) break
  }
  return count
}

/** A factor with mean 1 and coefficient of variation `cv` (lognormal), shared by all of a day's contacts. */
export function dayFactor(cv: number, u: number): number {
  if (cv === 0) return 1
  const variance = Math.log(1 + cv * cv)
  return Math.exp(Math.sqrt(variance) * normalQuantile(u) - variance / 2)
}
