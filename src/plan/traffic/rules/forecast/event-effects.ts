/** What events were found to do, and what they will do: learned per kind and day, with intervals. */
import { lagDays, type PlacedEvent, profileBasis } from './event-columns.ts'
import type { OriginFit, OriginInput } from './fit-origin.ts'
import type { Effect, EventEffect, PlannedEvent } from './forecast-types.ts'
import { varianceOfCombination } from './linear/mixed-model.ts'

export function eventEffects(fit: OriginFit, events: readonly PlannedEvent[]): EventEffect[] {
  const kinds = [...new Set(events.map(({ kind }) => kind))].sort()
  return kinds.flatMap((kind) => {
    if (!fit.columns.some(({ key }) => key === `kind·${kind}·0`)) return []
    const days = Array.from({ length: lagDays }, (_, lag) => effectOf(fit, kind, [lag]))
    const occurrences = fit.placed.filter((each) => each.event.kind === kind && !each.ahead).length
    return [
      {
        kind,
        occurrences,
        days: days.map(asChange),
        total: totalOf(fit, kind, days),
        basis: occurrences > 0 ? ('learned' as const) : ('prior' as const),
      },
    ]
  })
}

type OnLog = { readonly mean: number; readonly sd: number }

/** The logarithm of the effect on the sum of some days after an event of usual size. */
function effectOf({ columns, model }: OriginFit, kind: string, lags: readonly number[]): OnLog {
  const row = Float64Array.from(columns, ({ key }) => {
    const [of, name, k] = key.split('·')
    if (!(of === 'shared' || (of === 'kind' && name === kind))) return 0
    const basis = profileBasis[Number(of === 'shared' ? name : k)]!
    return lags.reduce((sum, lag) => sum + basis[lag]!, 0)
  })
  let mean = 0
  row.forEach((value, at) => {
    mean += value * model.fit.beta[at]!
  })
  return { mean, sd: Math.sqrt(varianceOfCombination(model.basis, row)) }
}

const asChange = ({ mean, sd }: OnLog): Effect => ({
  change: Math.expm1(mean),
  low: Math.expm1(mean - 1.96 * sd),
  high: Math.expm1(mean + 1.96 * sd),
})

/** In shares of one ordinary day; the interval by that of the sum of logarithms. */
function totalOf(fit: OriginFit, kind: string, days: readonly OnLog[]): Effect {
  const change = days.reduce((sum, { mean }) => sum + Math.expm1(mean), 0)
  const { sd } = effectOf(
    fit,
    kind,
    Array.from({ length: lagDays }, (_, lag) => lag),
  )
  return { change, low: change - 1.96 * sd, high: change + 1.96 * sd }
}

/**
 * Future events whose effect a person has set: the largest day of the kind's learned profile gets the given factor,
 * the others in proportion. On the logarithm, for each row of the horizon.
 */
export function factorOffset(fit: OriginFit, { origin, rows }: OriginInput): Float64Array {
  const offset = new Float64Array(rows)
  for (const { event, rows: own, ahead } of fit.placed) {
    if (!ahead || event.factor === undefined || event.factor <= 0) continue
    const profile = profileOf(fit, event.kind)
    own.forEach((row, lag) => {
      if (row >= origin && row < origin + rows)
        offset[row - origin]! += Math.log(event.factor!) * profile[lag]!
    })
  }
  return offset
}

/** Largest day = 1. A kind that has shown nothing yet works on its own day and fades over the next two. */
function profileOf(fit: OriginFit, kind: string): readonly number[] {
  const means = Array.from({ length: lagDays }, (_, lag) => effectOf(fit, kind, [lag]).mean)
  const largest = means.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0)
  const seen = fit.placed.some((each: PlacedEvent) => each.event.kind === kind && !each.ahead)
  if (!seen || Math.abs(largest) < 0.02) return [1, 0.5, 0.25, 0, 0, 0, 0, 0]
  return means.map((value) => Math.max(value / largest, 0))
}
