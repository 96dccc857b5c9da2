/**
 * How many practised colleagues the coming months take, from the traffic that lies behind. A month is expected to be as
 * the same month a year before, multiplied by how the last months differ from theirs a year before: a seasonal naive
 * forecast with drift, which long horizons are hard to beat with (Hyndman & Athanasopoulos, Forecasting: Principles
 * and Practice, 3rd ed., 5.2). Without a year behind it is the mean of what there is, and that is said.
 */
import type { Need } from './gap.ts'
import { addMonths, daysIn, type Month } from './months.ts'

export type WorkMonth = {
  readonly month: Month
  /** Hours of work with contacts, and the days that have been counted. */
  readonly hours: number
  readonly days: number
}

export type NeedMonth = Need & { readonly month: Month; readonly basis: 'yearBefore' | 'recent' }

/** A month of which less than this part has been counted says too little. */
const leastCounted = 0.6
const driftMonths = 3
/** The drift is believed half when there is one month to tell it from, and more with more. */
const driftPrior = 1
/** Spread of the logarithm, when there is too little behind to tell it from. */
const usualSpread = 0.1

/**
 * @param history whole months as counted; days that are missing are filled by the month's own mean
 * @param hoursPerPerson hours with customers that a practised colleague gives in a month
 * @param occupancy share of these hours that is work with contacts; the rest is being free to answer
 *
 * @example 2,296 hours a month, 114.8 hours a person, occupancy 0.8: 25 people
 */
export function needFromHistory(
  history: readonly WorkMonth[],
  months: readonly Month[],
  { hoursPerPerson, occupancy }: { readonly hoursPerPerson: number; readonly occupancy: number },
): readonly NeedMonth[] {
  const perDay = new Map(
    history
      .filter(({ month, days }) => days >= leastCounted * daysIn(month))
      .map(({ month, hours, days }) => [month, hours / days] as const),
  )
  if (perDay.size === 0) return []
  const known = [...perDay.keys()].sort()
  const steps = known.flatMap((month) => {
    const before = perDay.get(addMonths(month, -12))
    const now = perDay.get(month)!
    return before !== undefined && before > 0 && now > 0 ? [Math.log(now / before)] : []
  })
  const recent = steps.slice(-driftMonths)
  const drift = (mean(recent) * recent.length) / (recent.length + driftPrior)
  const spread = steps.length < 3 ? usualSpread : Math.max(0.03, deviation(steps))
  const usual = mean(known.slice(-driftMonths).map((month) => perDay.get(month)!))
  const last = known.at(-1)!
  return months.map((month) => {
    const [then, years] = sameMonthBefore(perDay, month)
    const base = then === undefined ? usual : then * Math.exp(drift * years)
    const ahead = Math.max(1, monthsBetween(last, month))
    // Uncertainty of a drift grows with the way it is carried; a year ahead it is half as large again.
    const width = spread * (then === undefined ? 1.5 : 1) * Math.sqrt(1 + ahead / 12)
    const people = (hours: number) => (hours * daysIn(month)) / (hoursPerPerson * occupancy)
    return {
      month,
      basis: then === undefined ? 'recent' : 'yearBefore',
      mean: people(base),
      low: people(base * Math.exp(-1.96 * width)),
      high: people(base * Math.exp(1.96 * width)),
    }
  })
}

function sameMonthBefore(perDay: ReadonlyMap<Month, number>, month: Month): [number | undefined, number] {
  for (const years of [1, 2]) {
    const then = perDay.get(addMonths(month, -12 * years))
    if (then !== undefined) return [then, years]
  }
  return [undefined, 0]
}

function monthsBetween(from: Month, to: Month): number {
  const count = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5))
  return count(to) - count(from)
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

function deviation(values: readonly number[]): number {
  const middle = mean(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1))
}
