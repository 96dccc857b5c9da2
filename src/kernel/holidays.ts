/**
 * Norwegian public holidays (helligdager og høytidsdager): the twelve days of the Act relating to public
 * holidays of 1995 and the Act on 1 and 17 May of 1947. Sundays are not listed unless they are such a day.
 */
import { addDays, fromEpochDay, type PlainDate, toEpochDay, weekdayOf } from './calendar.ts'

/** Easter Sunday in the Gregorian calendar: the anonymous algorithm (Meeus, Astronomical Algorithms, ch. 8). */
export function easterSunday(year: number): PlainDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const date = ((h + l - 7 * m + 114) % 31) + 1
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

const fixed = ['01-01', '05-01', '05-17', '12-25', '12-26']
/** Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension, Whit Sunday and Monday. */
const fromEaster = [-3, -2, 0, 1, 39, 49, 50]

const holidaysOf = new Map<number, ReadonlySet<PlainDate>>()

/** The public holidays of a year, as dates. */
export function norwegianHolidays(year: number): ReadonlySet<PlainDate> {
  const known = holidaysOf.get(year)
  if (known) return known
  const easter = easterSunday(year)
  const days = new Set([
    ...fixed.map((monthDay) => `${year}-${monthDay}`),
    ...fromEaster.map((offset) => addDays(easter, offset)),
  ])
  holidaysOf.set(year, days)
  return days
}

export function isHoliday(date: PlainDate): boolean {
  return norwegianHolidays(Number(date.slice(0, 4))).has(date)
}

/** Monday to Friday, not a public holiday and not one of the extra closed days given. */
export function isWorkingDay(date: PlainDate, closed: ReadonlySet<PlainDate> = new Set()): boolean {
  return weekdayOf(toEpochDay(date)) <= 5 && !isHoliday(date) && !closed.has(date)
}

/**
 * The working day on which a count that starts on `from` ends. `from` itself counts as day 1 when it is a
 * working day: three working days from a Monday is the Wednesday, from a Friday the Tuesday.
 */
export function nthWorkingDay(
  from: PlainDate,
  count: number,
  closed: ReadonlySet<PlainDate> = new Set(),
): PlainDate {
  let epochDay = toEpochDay(from) - 1
  for (let left = count; left > 0; ) {
    epochDay += 1
    if (isWorkingDay(fromEpochDay(epochDay), closed)) left -= 1
  }
  return fromEpochDay(epochDay)
}
