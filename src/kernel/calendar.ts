/**
 * Calendar dates without a clock. A date is its text `YYYY-MM-DD`; arithmetic is done on the number of days
 * since 1970-01-01, which has no hours and so no clock changes to fall into.
 */
export type PlainDate = string

const day = 86_400_000

/** Days since 1970-01-01. Throws RangeError for a text that is not a real date, such as 2027-02-29. */
export function toEpochDay(date: PlainDate): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (!match) throw new RangeError(`not a date: ${date}`)
  const [year, month, dayOfMonth] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const milliseconds = Date.UTC(year, month - 1, dayOfMonth)
  // The 29th of a February without one has become the 1st of March; the years before 100 are those of 1900.
  const there = new Date(milliseconds)
  if (
    there.getUTCDate() !== dayOfMonth ||
    there.getUTCMonth() !== month - 1 ||
    there.getUTCFullYear() !== year
  )
    throw new RangeError(`not a date: ${date}`)
  return milliseconds / day
}

export function fromEpochDay(epochDay: number): PlainDate {
  return new Date(epochDay * day).toISOString().slice(0, 10)
}

export function isPlainDate(text: string): boolean {
  try {
    toEpochDay(text)
    return true
  } catch {
    return false
  }
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return fromEpochDay(toEpochDay(date) + days)
}

/** ISO weekday of an epoch day: 1 Monday … 7 Sunday. */
export function weekdayOf(epochDay: number): number {
  return ((((epochDay + 3) % 7) + 7) % 7) + 1
}

/** The Monday of the week that a date is in. @example mondayOf('2027-03-05') // '2027-03-01' */
export function mondayOf(date: PlainDate): PlainDate {
  return addDays(date, 1 - weekdayOf(toEpochDay(date)))
}

/** ISO 8601 week of a date, such as `2026-W53`. */
export function isoWeek(date: PlainDate): string {
  const epochDay = toEpochDay(date)
  const thursday = epochDay - weekdayOf(epochDay) + 4
  const year = fromEpochDay(thursday).slice(0, 4)
  const week = Math.floor((thursday - toEpochDay(`${year}-01-01`)) / 7) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}
