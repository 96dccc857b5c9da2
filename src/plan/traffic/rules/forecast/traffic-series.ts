/** Contacts per interval on a local clock, day by day; what was not recorded is NaN, which is something else than 0. */
import { fromEpochDay, type PlainDate, toEpochDay } from '../../../../kernel/calendar.ts'

export type TrafficSeries = {
  readonly intervalMinutes: number
  /** Epoch day of the first date. */
  readonly firstDay: number
  readonly days: number
  /** Intervals of a whole day: 1440 ÷ intervalMinutes. */
  readonly slots: number
  /** days × slots, one day after another. */
  readonly values: Float64Array
}

export type SeriesCell = {
  readonly date: PlainDate
  /** Minutes after midnight at which the interval begins, by the clock on the wall. */
  readonly minute: number
  readonly value: number
}

/**
 * A series from cells in any order. Cells of the same interval are added up: the hour that autumn shows twice is one
 * hour on the wall.
 *
 * @throws RangeError without cells
 */
export function toSeries(cells: Iterable<SeriesCell>, intervalMinutes: number): TrafficSeries {
  const rows = [...cells]
  if (rows.length === 0) throw new RangeError('no cells')
  const slots = 1440 / intervalMinutes
  const dayOf = new Map<PlainDate, number>()
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { date } of rows) {
    if (dayOf.has(date)) continue
    const day = toEpochDay(date)
    dayOf.set(date, day)
    first = Math.min(first, day)
    last = Math.max(last, day)
  }
  const days = last - first + 1
  const values = new Float64Array(days * slots).fill(Number.NaN)
  for (const { date, minute, value } of rows) {
    const at = (dayOf.get(date)! - first) * slots + Math.floor(minute / intervalMinutes)
    values[at] = Number.isNaN(values[at]!) ? value : values[at]! + value
  }
  return { intervalMinutes, firstDay: first, days, slots, values }
}

/** The series up to and without a day, as it was known then. */
export function seriesBefore(series: TrafficSeries, epochDay: number): TrafficSeries {
  const days = Math.max(0, Math.min(series.days, epochDay - series.firstDay))
  return { ...series, days, values: series.values.subarray(0, days * series.slots) }
}

export const dateAt = (series: TrafficSeries, day: number): PlainDate => fromEpochDay(series.firstDay + day)
