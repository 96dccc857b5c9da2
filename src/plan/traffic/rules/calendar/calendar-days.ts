/**
 * What the calendar knows of a day, as data that a model can learn from: public holidays, eves, squeezed days, school
 * holidays and the days on which wages are usually paid. A mark says nothing of its effect; that is learned.
 */
import { addDays, fromEpochDay, type PlainDate, toEpochDay, weekdayOf } from '../../../../kernel/calendar.ts'
import { easterSunday, norwegianHolidays } from '../../../../kernel/holidays.ts'
import { schoolHolidayShare } from './school-holidays.ts'
import { unitedStatesHolidays } from './united-states-holidays.ts'

/** `NO` Norway; `US` the holidays on which business closes in the United States, for series from there; `none` no calendar at all. */
export type CalendarName = 'NO' | 'US' | 'none'

export type DayMark = {
  readonly key: string
  /** How much of it, 1 for all of it: the share of pupils that a school holiday reaches, for example. */
  readonly amount: number
}

export function holidaysOf(calendar: CalendarName, year: number): ReadonlySet<PlainDate> {
  if (calendar === 'NO') return norwegianHolidays(year)
  return calendar === 'US' ? unitedStatesHolidays(year) : new Set()
}

export const isHolidayOf = (calendar: CalendarName, date: PlainDate): boolean =>
  holidaysOf(calendar, Number(date.slice(0, 4))).has(date)

/**
 * The marks of a day.
 *
 * @example marksOf('NO', '2026-05-15') // Friday after Ascension: [{ key: 'squeezed', amount: 1 }, { key: 'wages', … }]
 */
export function marksOf(calendar: CalendarName, date: PlainDate): readonly DayMark[] {
  if (calendar === 'none') return []
  const known = cache.get(`${calendar}${date}`)
  if (known) return known
  const marks: DayMark[] = []
  const all = (key: string) => marks.push({ key, amount: 1 })
  const holiday = isHolidayOf(calendar, date)
  if (holiday) all('holiday')
  else if (isSqueezed(calendar, date)) all('squeezed')
  if (calendar === 'NO' && !holiday) markNorwegian(date, marks)
  if (cache.size > 20_000) cache.clear()
  cache.set(`${calendar}${date}`, marks)
  return marks
}

const cache = new Map<string, readonly DayMark[]>()

function markNorwegian(date: PlainDate, marks: DayMark[]): void {
  const eve = eveOf(date)
  if (eve) marks.push({ key: eve, amount: 1 })
  const monthDay = date.slice(5)
  if (monthDay >= '12-27' && monthDay <= '12-30') marks.push({ key: 'between-the-years', amount: 1 })
  const fromEaster = toEpochDay(date) - toEpochDay(easterSunday(Number(date.slice(0, 4))))
  if (fromEaster >= -6 && fromEaster <= -4) marks.push({ key: 'easter-week', amount: 1 })
  for (const { key, share } of schoolHolidayShare(date)) marks.push({ key, amount: share })
  if (isWageDay(date)) marks.push({ key: 'wages', amount: 1 })
}

/** The day before a feast, on which many stop at noon (arbeidsmiljøloven § 10-10 names the same evenings). */
function eveOf(date: PlainDate): string | undefined {
  const monthDay = date.slice(5)
  if (monthDay === '12-24') return 'eve-christmas'
  if (monthDay === '12-31') return 'eve-new-year'
  const fromEaster = toEpochDay(date) - toEpochDay(easterSunday(Number(date.slice(0, 4))))
  if (fromEaster === -4) return 'eve-easter-wednesday'
  if (fromEaster === -1) return 'eve-easter-saturday'
  return fromEaster === 48 ? 'eve-whitsun' : undefined
}

/** A single weekday between a holiday and a weekend or another holiday (inneklemt dag). */
export function isSqueezed(calendar: CalendarName, date: PlainDate): boolean {
  const off = (other: PlainDate) => weekdayOf(toEpochDay(other)) >= 6 || isHolidayOf(calendar, other)
  if (off(date)) return false
  const [before, after] = [addDays(date, -1), addDays(date, 1)]
  return off(before) && off(after) && (isHolidayOf(calendar, before) || isHolidayOf(calendar, after))
}

/**
 * Wages and benefits: the 12th (state), the 15th and the 20th (many employers; NAV pays pensions on the 20th), the 25th;
 * on the working day before when that day is free.
 */
export function isWageDay(date: PlainDate): boolean {
  const year = date.slice(0, 7)
  return ['12', '15', '20', '25'].some((day) => workingDayAtOrBefore(`${year}-${day}`) === date)
}

function workingDayAtOrBefore(date: PlainDate): PlainDate {
  let day = toEpochDay(date)
  while (weekdayOf(day) >= 6 || isHolidayOf('NO', fromEpochDay(day))) day -= 1
  return fromEpochDay(day)
}
