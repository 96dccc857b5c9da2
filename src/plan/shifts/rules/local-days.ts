/** Local days as spans of real minutes: 23, 24 or 25 hours long, with what the law says of Sundays and nights. */
import { addDays, type PlainDate, toEpochDay, weekdayOf } from '../../../kernel/calendar.ts'
import { easterSunday, isHoliday } from '../../../kernel/holidays.ts'
import { toInstant, toLocal } from '../../../kernel/zone.ts'
import type { DaySpan, Minute, Span } from './types.ts'

/** The minute at which the clocks show `time` on `date`; `24:00` is the next midnight. */
export function minuteAt(date: PlainDate, time: string): Minute {
  return time === '24:00' ? minuteAt(addDays(date, 1), '00:00') : toInstant(date, time).getTime() / 60_000
}

/** @example localOf(minuteAt('2027-03-29', '08:15')) // { date: '2027-03-29', time: '08:15' } */
export function localOf(minute: Minute): { readonly date: PlainDate; readonly time: string } {
  const { date, time } = toLocal(new Date(minute * 60_000))
  return { date, time: time.slice(0, 5) }
}

export type LocalDay = Span & {
  readonly date: PlainDate
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number
  /** A Sunday or a public holiday. */
  readonly red: boolean
}

/** Every local day from `from` to `to`, both included. */
export function localDays(from: PlainDate, to: PlainDate): LocalDay[] {
  const days: LocalDay[] = []
  let start = minuteAt(from, '00:00')
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const end = minuteAt(date, '24:00')
    const weekday = weekdayOf(toEpochDay(date))
    days.push({ date, from: start, to: end, weekday, red: isRed(date) })
    start = end
  }
  return days
}

/** Parts of a local day given by the clock; one that ends at or before its beginning ends the next day. */
export function spanOn(date: PlainDate, { from, to }: DaySpan): Span {
  const next = to !== '24:00' && to <= from
  return { from: minuteAt(date, from), to: minuteAt(next ? addDays(date, 1) : date, to) }
}

/**
 * When a Sunday or public holiday is to be free, § 10-10 (1): from 18:00 the day before to 22:00 on the day itself. From
 * 15:00 on the eves of Christmas, Easter and Whitsun; from 22:00 on the eves of 1 and 17 May, which are ordinary working
 * days (the Act of 26 April 1947 no. 1, § 2). Days that follow one another share a midnight: no gap, and none twice.
 */
export function redSpan(day: LocalDay): Span {
  const eve = addDays(day.date, -1)
  return {
    from: isRed(eve) ? day.from : minuteAt(eve, freeFrom(day, eve)),
    to: isRed(addDays(day.date, 1)) ? day.to : minuteAt(day.date, '22:00'),
  }
}

const isRed = (date: PlainDate): boolean => weekdayOf(toEpochDay(date)) === 7 || isHoliday(date)

function freeFrom({ date, weekday }: LocalDay, eve: PlainDate): string {
  const easter = easterSunday(Number(date.slice(0, 4)))
  const earlyEve = eve.endsWith('-12-24') || eve === addDays(easter, -1) || eve === addDays(easter, 48)
  if (earlyEve) return '15:00'
  const ordinaryEve = /-05-(01|17)$/.test(date) && weekday !== 7 && date !== addDays(easter, 39)
  return ordinaryEve ? '22:00' : '18:00'
}

/** Minutes that two spans share. */
export function overlap(one: Span, other: Span): number {
  return Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from))
}
