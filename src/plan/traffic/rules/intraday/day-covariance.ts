/**
 * How the errors of a day hang together: cov(lag) = a + b·ρ^lag between intervals, and what is left of each interval's
 * own variance beyond counting. Learned from past days that were forecast the day before.
 */
import { medianSize } from '../forecast/robust.ts'

/** One past day: what was forecast the day before, and what came; the same intervals for all days. */
export type PastDay = { readonly forecast: Float64Array; readonly actual: Float64Array }

export type DayCovariance = {
  /** The part that the whole day shares, and the part that fades with the lag. */
  readonly shared: number
  readonly fading: number
  readonly rho: number
  /** Variance of a single interval beyond counting. */
  readonly own: number
}

const rhos = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95]
const clipAt = 3

export function learnCovariance(past: readonly PastDay[]): DayCovariance {
  const slots = past[0]!.forecast.length
  const residuals = clippedResiduals(past, slots)
  const byLag = lagCovariances(residuals, slots)
  let best = { error: Number.POSITIVE_INFINITY, shared: 0, fading: 0, rho: 0.5 }
  for (const rho of rhos)
    for (const [shared, fading] of fits(byLag, rho)) {
      const error = misfit(byLag, { shared, fading, rho })
      if (error < best.error) best = { error, shared, fading, rho }
    }
  let counting = 0
  for (let slot = 0; slot < slots; slot++)
    counting +=
      1 / Math.max(past.reduce((sum, { forecast }) => sum + forecast[slot]!, 0) / past.length, 0.3) / slots
  const { shared, fading, rho } = best
  return { shared, fading, rho, own: Math.max(byLag[0]! - shared - fading - counting, 1e-5) }
}

function clippedResiduals(past: readonly PastDay[], slots: number): Float64Array[] {
  const residuals = past.map(({ forecast, actual }) =>
    Float64Array.from(actual, (value, slot) => value / Math.max(forecast[slot]!, 1e-6) - 1),
  )
  for (let slot = 0; slot < slots; slot++) {
    const limit = clipAt * (1.48 * medianSize(residuals.map((day) => day[slot]!)) + 1e-3)
    for (const day of residuals) day[slot] = Math.min(Math.max(day[slot]!, -limit), limit)
  }
  return residuals
}

function lagCovariances(residuals: readonly Float64Array[], slots: number): number[] {
  return Array.from({ length: slots }, (_, lag) => {
    let sum = 0
    for (const day of residuals)
      for (let slot = 0; slot + lag < slots; slot++) sum += day[slot]! * day[slot + lag]!
    return sum / (residuals.length * (slots - lag))
  })
}

/** Weighted least squares of the covariances on 1 and ρ^lag, or on one of them when a coefficient is below zero. */
function fits(byLag: readonly number[], rho: number): [number, number][] {
  let [w, wx, wxx, wy, wxy] = [0, 0, 0, 0, 0]
  for (let lag = 1; lag < byLag.length; lag++) {
    const weight = byLag.length - lag
    const x = rho ** lag
    w += weight
    wx += weight * x
    wxx += weight * x * x
    wy += weight * byLag[lag]!
    wxy += weight * x * byLag[lag]!
  }
  const determinant = w * wxx - wx * wx
  const [a, b] = [(wy * wxx - wx * wxy) / determinant, (w * wxy - wx * wy) / determinant]
  if (a >= 0 && b >= 0) return [[a, b]]
  return [
    [Math.max(wy / w, 0), 0],
    [0, Math.max(wxy / wxx, 0)],
  ]
}

function misfit(byLag: readonly number[], { shared, fading, rho }: Omit<DayCovariance, 'own'>): number {
  let error = 0
  for (let lag = 1; lag < byLag.length; lag++)
    error += (byLag.length - lag) * (shared + fading * rho ** lag - byLag[lag]!) ** 2
  return error
}

export const covarianceAt = ({ shared, fading, rho }: DayCovariance, lag: number): number =>
  shared + fading * rho ** Math.abs(lag)

/** Variance of one interval's relative error, counting included. */
export const varianceAt = (covariance: DayCovariance, forecast: number): number =>
  covariance.shared + covariance.fading + covariance.own + 1 / Math.max(forecast, 0.3)
