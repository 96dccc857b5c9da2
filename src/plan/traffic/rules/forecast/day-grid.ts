/**
 * One row for every date of an open weekday, whether something was recorded on it or not, so that a missing weekday
 * never shifts the weekly pattern; with what the calendar says of the day.
 */
import { fromEpochDay, type PlainDate, weekdayOf } from '../../../../kernel/calendar.ts'
import { type CalendarName, type DayMark, isHolidayOf, marksOf } from '../calendar/calendar-days.ts'
import { mostByChance } from './chance-gaps.ts'
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
  /** Slots of a whole day: those of its weekday, and of this date where it is open longer. */
  readonly whole: Uint8Array
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

export function dayGrid(input: GridInput): DayGrid {
  const { series, horizonDays, slots, calendar } = input
  const usual = usualTotals(series)
  const quiet = quietDays(series)
  const best = Math.max(...usual)
  const busy = new Set(usual.flatMap((total, weekday) => (total > 0.6 * best ? [weekday] : [])))
  const days: GridDay[] = []
  for (let at = 0; at < series.days + horizonDays; at++) {
    const epochDay = series.firstDay + at
    const weekday = weekdayOf(epochDay)
    const date = fromEpochDay(epochDay)
    const open = slots.exceptions.get(date) ?? slots.week[weekday]!
    const week = slots.week[weekday]!
    if (!week.includes(1) && !open.includes(1)) continue
    const announced = isAnnounced(input, date, open)
    const closed = whyClosed(input, { at, announced, usual: usual[weekday]!, quiet: quiet.has(at) })
    days.push({
      epochDay,
      date,
      weekday,
      dayOfMonth: Number(date.slice(8)),
      at,
      open,
      whole: open === week ? week : open.map((is, slot) => is | week[slot]!),
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

/**
 * Days on which a small centre had nobody by chance: zeros of it, that must count. Where no zero is ever written, a day
 * without rows is one.
 */
function quietDays(series: TrafficSeries): ReadonlySet<number> {
  const writesZeros = series.values.includes(0)
  const isSeen = (day: number) => !writesZeros || hasRows(series, day)
  const sums = new Float64Array(8)
  const seen = new Float64Array(8)
  for (let day = 0; day < series.days; day++) {
    if (!isSeen(day)) continue
    sums[weekdayOf(series.firstDay + day)]! += dayTotal(series, day)
    seen[weekdayOf(series.firstDay + day)]!++
  }
  const quiet = new Set<number>()
  let run: number[] = []
  let usual = 0
  for (let day = 0; day <= series.days; day++) {
    const weekday = weekdayOf(series.firstDay + day)
    if (sums[weekday] === 0) continue
    if (day < series.days && isSeen(day) && dayTotal(series, day) === 0) {
      run.push(day)
      usual += sums[weekday]! / seen[weekday]!
    } else {
      if (usual < mostByChance) for (const each of run) quiet.add(each)
      run = []
      usual = 0
    }
  }
  return quiet
}

function isAnnounced(input: GridInput, date: PlainDate, open: Uint8Array): ClosedDay['why'] | undefined {
  if (input.closed.has(date) || !open.includes(1)) return 'told'
  const holiday = input.closesOnHolidays && isHolidayOf(input.calendar, date)
  return holiday && !input.slots.exceptions.has(date) ? 'holiday' : undefined
}

type Looked = {
  readonly at: number
  readonly announced: ClosedDay['why'] | undefined
  readonly usual: number
  readonly quiet: boolean
}

function whyClosed(
  { series }: GridInput,
  { at, announced, usual, quiet }: Looked,
): ClosedDay['why'] | undefined {
  if (at >= series.days || announced === 'told') return announced
  const total = dayTotal(series, at)
  if (total > 0 && total >= closedBelow * usual) return undefined
  if (announced) return announced
  if (quiet) return undefined
  return hasRows(series, at) ? 'no-traffic' : 'no-rows'
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
