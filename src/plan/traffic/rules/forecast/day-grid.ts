/**
 * One row for every date of an open weekday, whether something was recorded on it or not, so that a missing weekday
 * never shifts the weekly pattern; with what the calendar says of the day.
 */
import { fromEpochDay, type PlainDate, weekdayOf } from '../../../../kernel/calendar.ts'
import { type CalendarName, type DayMark, isHolidayOf, marksOf } from '../calendar/calendar-days.ts'
import type { ClosedDay } from './forecast-types.ts'
import { dayTotal, type OpenSlots } from './opening.ts'
import { median } from './robust.ts'
import type { TrafficSeries } from './traffic-series.ts'

export type GridDay = {
  readonly epochDay: number
  readonly date: PlainDate
  readonly weekday: number
  readonly dayOfMonth: number
  /** Row of the series; beyond its days for the days to come. */
  readonly at: number
  /** Slots that are open on this date. */
  readonly open: Uint8Array
  readonly closed: ClosedDay['why'] | undefined
  /** Closed and known to be so before the day came. */
  readonly announced: boolean
  readonly marks: readonly DayMark[]
}

export type DayGrid = {
  readonly days: readonly GridDay[]
  /** Weekdays that carry more than 60 % of the best one: those that business days are counted in. */
  readonly busy: ReadonlySet<number>
  readonly calendar: CalendarName
}

export type GridInput = {
  readonly series: TrafficSeries
  readonly horizonDays: number
  readonly slots: OpenSlots
  readonly calendar: CalendarName
  readonly closed: ReadonlySet<PlainDate>
  /** Whether the centre closes on the calendar's holidays. */
  readonly closesOnHolidays: boolean
}

/** A day with less than this share of its weekday's median was closed, or its line was down. */
const closedBelow = 0.05
/** Centres with fewer contacts a day may have a quiet one by chance. */
const fewestToTell = 40

export function dayGrid(input: GridInput): DayGrid {
  const { series, horizonDays, slots, calendar } = input
  const usual = usualTotals(series)
  const best = Math.max(...usual)
  const busy = new Set(usual.flatMap((total, weekday) => (total > 0.6 * best ? [weekday] : [])))
  const days: GridDay[] = []
  for (let at = 0; at < series.days + horizonDays; at++) {
    const epochDay = series.firstDay + at
    const weekday = weekdayOf(epochDay)
    const date = fromEpochDay(epochDay)
    const open = slots.exceptions.get(date) ?? slots.week[weekday]!
    if (!slots.week[weekday]!.includes(1) && !open.includes(1)) continue
    const announced = isAnnounced(input, date, open)
    const closed = whyClosed(input, { at, date, announced, usual: usual[weekday]! })
    days.push({
      epochDay,
      date,
      weekday,
      dayOfMonth: Number(date.slice(8)),
      at,
      open,
      closed,
      announced: announced !== undefined,
      marks: marksOf(calendar, date),
    })
  }
  return { days, busy, calendar }
}

function usualTotals(series: TrafficSeries): number[] {
  const totals: number[][] = Array.from({ length: 8 }, () => [])
  for (let day = 0; day < series.days; day++) {
    const total = dayTotal(series, day)
    if (total > 0) totals[weekdayOf(series.firstDay + day)]!.push(total)
  }
  return totals.map((each) => (each.length > 0 ? median(each) : 0))
}

function isAnnounced(input: GridInput, date: PlainDate, open: Uint8Array): ClosedDay['why'] | undefined {
  if (input.closed.has(date) || !open.includes(1)) return 'told'
  const holiday = input.closesOnHolidays && isHolidayOf(input.calendar, date)
  return holiday && !input.slots.exceptions.has(date) ? 'holiday' : undefined
}

type Looked = {
  readonly at: number
  readonly date: PlainDate
  readonly announced: ClosedDay['why'] | undefined
  readonly usual: number
}

function whyClosed({ series }: GridInput, { at, announced, usual }: Looked): ClosedDay['why'] | undefined {
  if (at >= series.days) return announced
  const recorded = hasRows(series, at)
  const total = dayTotal(series, at)
  if (recorded && total >= closedBelow * usual && (total > 0 || usual < fewestToTell) && announced !== 'told')
    return undefined
  if (announced) return announced
  return recorded ? 'no-traffic' : 'no-rows'
}

export function hasRows({ values, slots }: TrafficSeries, day: number): boolean {
  for (let at = day * slots; at < (day + 1) * slots; at++) if (!Number.isNaN(values[at]!)) return true
  return false
}

/** Whether the calendar's holidays of the past were closed; undefined without any on an open weekday. */
export function closedOnHolidays(
  series: TrafficSeries,
  slots: OpenSlots,
  calendar: CalendarName,
): { readonly closed: number; readonly open: number } {
  const usual = usualTotals(series)
  let [closed, open] = [0, 0]
  for (let day = 0; day < series.days; day++) {
    const weekday = weekdayOf(series.firstDay + day)
    if (!slots.week[weekday]!.includes(1) || !isHolidayOf(calendar, fromEpochDay(series.firstDay + day)))
      continue
    if (dayTotal(series, day) < closedBelow * usual[weekday]!) closed++
    else open++
  }
  return { closed, open }
}
