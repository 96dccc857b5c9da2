/**
 * The federal holidays of the United States (5 U.S.C. § 6103) on which nearly every business closes, on the day on which
 * they are observed. The others, such as Columbus Day, are ordinary working days for most.
 */
import { fromEpochDay, type PlainDate, toEpochDay, weekdayOf } from '../../../../kernel/calendar.ts'

const known = new Map<number, ReadonlySet<PlainDate>>()

/** @example unitedStatesHolidays(2003).has('2003-05-26') // Memorial Day */
export function unitedStatesHolidays(year: number): ReadonlySet<PlainDate> {
  const found = known.get(year)
  if (found) return found
  const made = new Set<PlainDate>([
    ...['01-01', '07-04', '12-25'].map((day) => observed(`${year}-${day}`)),
    lastMonday(year, 5),
    nth(year, 9, 1),
    nth(year, 11, 4, 4),
  ])
  known.set(year, made)
  return made
}

/** A Saturday's holiday is kept on the Friday, a Sunday's on the Monday. */
function observed(date: PlainDate): PlainDate {
  const day = toEpochDay(date)
  const weekday = weekdayOf(day)
  return fromEpochDay(weekday === 6 ? day - 1 : weekday === 7 ? day + 1 : day)
}

function nth(year: number, month: number, which: number, weekday = 1): PlainDate {
  const first = toEpochDay(`${year}-${String(month).padStart(2, '0')}-01`)
  return fromEpochDay(first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (which - 1))
}

function lastMonday(year: number, month: number): PlainDate {
  const last = toEpochDay(`${year}-${String(month + 1).padStart(2, '0')}-01`) - 1
  return fromEpochDay(last - ((weekdayOf(last) + 6) % 7))
}
