/**
 * The size of days: the logarithm of each day's level on the columns of the day, a level that drifts at two speeds,
 * and noise with Student tails (iteratively reweighted; West 1984, J. R. Statist. Soc. B 46:431) on top of what
 * counting alone makes of it.
 */
import type { DayColumn, DayPart } from './day-columns.ts'
import { driftAhead } from './linear/drift-filter.ts'
import {
  type MixedBasis,
  type MixedFit,
  mixedBasis,
  residualsOf,
  solveMixed,
  varianceAhead,
} from './linear/mixed-model.ts'
import { clamp, median, medianSize } from './robust.ts'

export const driftScales = { fastSd: 0.5, fastDays: 20, slowSd: 1.2, slowDays: 200 }
const freedom = 6
const passes = 6
/** Noise of a day beyond counting, on the logarithm. */
const noiseBounds = [0.015, 0.6] as const

export type DayModelInput = {
  /** Rows of the grid that are learned from, in order. */
  readonly rows: readonly number[]
  readonly times: Float64Array
  readonly levels: Float64Array
  readonly columns: readonly DayColumn[]
  /** What is known already of each row of the grid, on the logarithm. */
  readonly offset: Float64Array
}

export type DayModel = {
  readonly basis: MixedBasis
  readonly fit: MixedFit
  readonly columns: readonly DayColumn[]
  readonly centre: number
  /** Standard deviation of a day's noise beyond counting. */
  readonly sigma: number
  readonly weights: Float64Array
  /** Expected level of each day learned from. */
  readonly expected: Float64Array
  readonly lastTime: number
  /** What was fitted: logarithm of levels less what was known, around `centre`. */
  readonly y: Float64Array
}

export function fitDays({ rows, times, levels, columns, offset }: DayModelInput): DayModel {
  const n = rows.length
  const y = Float64Array.from(levels, (level, at) => Math.log(level + 0.5) - offset[rows[at]!]!)
  const centre = median(y)
  for (let t = 0; t < n; t++) y[t]! -= centre
  const own = columns.map(({ values }) => Float64Array.from(rows, (row) => values[row]!))
  const weights = new Float64Array(n).fill(1)
  let expected: Float64Array = Float64Array.from(levels)
  let sigma = 0.08
  for (let pass = 0; ; pass++) {
    const counting = expected.map((level) => 1 / Math.max(level, 1))
    const noise = counting.map((poisson, t) => (sigma ** 2 + poisson) / weights[t]!)
    const basis = mixedBasis({
      times,
      noise,
      drift: { ...driftScales, fastSd: sigma * driftScales.fastSd, slowSd: sigma * driftScales.slowSd },
      columns: own,
      prior: Float64Array.from(columns, ({ sd, scale }) => (scale === 'relative' ? sd * sigma : sd) ** 2),
    })
    const fit = solveMixed(basis, y)
    const rest = residualsOf(basis, y, { fit, noise }).noise
    expected = Float64Array.from(y, (value, t) =>
      Math.exp(clamp(value - rest[t]! + centre + offset[rows[t]!]!, -3, 20)),
    )
    const ratio = fit.quadratic / n
    const poisson = counting.reduce((sum, each) => sum + each, 0) / n
    const next = Math.sqrt(
      clamp((sigma ** 2 + poisson) * ratio - poisson, noiseBounds[0] ** 2, noiseBounds[1] ** 2),
    )
    if (pass === passes - 1)
      return { basis, fit, columns, centre, sigma: next, weights, expected, lastTime: times[n - 1]!, y }
    const scaled = rest.map((value, t) => value / Math.sqrt(sigma ** 2 + counting[t]!))
    const usual = Math.max(1.48 * medianSize(scaled), 1e-9)
    scaled.forEach((value, t) => {
      weights[t] = (freedom + 1) / (freedom + (value / usual) ** 2)
    })
    sigma = next
  }
}

/** Logarithm of the Bayes factor that is very strong evidence (Kass & Raftery 1995, J. Am. Stat. Assoc. 90:773). */
const veryStrong = 5

/** The richer of two models of the same days where these speak strongly for it; what is chance stays with the plain one. */
export function likelier(plain: DayModel, richer: DayModel): DayModel {
  return logLikelihood(richer) - logLikelihood(plain) > veryStrong ? richer : plain
}

const logLikelihood = ({ basis, fit }: DayModel): number => -(basis.logDeterminant + fit.quadratic) / 2

export type DayAhead = {
  /** Logarithms whose sum is that of the day's level. */
  readonly parts: Readonly<Record<DayPart, number>>
  /** Variance of the logarithm, noise of the day included, counting not. */
  readonly variance: number
}

/** @param offset what is known already of the day, and which part it belongs to */
export function dayAhead(model: DayModel, row: number, time: number): DayAhead {
  const { basis, fit, columns, centre, sigma, lastTime } = model
  const days = Math.max(time - lastTime, 0)
  const parts: Record<DayPart, number> = {
    level: centre,
    weekday: 0,
    calendar: 0,
    events: 0,
    shock: 0,
    driver: 0,
  }
  columns.forEach(({ part, values }, at) => {
    parts[part] += fit.beta[at]! * values[row]!
  })
  const ahead = driftAhead(basis.filter, days)
  parts.level += ahead.fast * fit.end.fast + ahead.slow * fit.end.slow
  const values = Float64Array.from(columns, (column) => column.values[row]!)
  return { parts, variance: varianceAhead(basis, values, days) + sigma ** 2 }
}
