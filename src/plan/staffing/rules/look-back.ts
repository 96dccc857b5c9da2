/** What a day usually brings, and how far off days that have passed turned out to be. */
import { addDays, type PlainDate } from '../../../kernel/calendar.ts'

export type DayTotal = { readonly date: PlainDate; readonly offered: number }

const weeksBack = 8

/** The median of the same weekday in the last eight weeks that are known; null under three of them. */
export function usualDay(
  seen: readonly DayTotal[],
  date: PlainDate,
): { readonly median: number; readonly weeks: number } | null {
  const known = new Map(seen.map((day) => [day.date, day.offered]))
  const last = seen.at(-1)?.date
  if (last === undefined) return null
  const found: number[] = []
  let back = addDays(date, -7)
  while (back > last) back = addDays(back, -7)
  for (let week = 0; week < weeksBack; week++, back = addDays(back, -7)) {
    const offered = known.get(back)
    if (offered !== undefined && offered > 0) found.push(offered)
  }
  return found.length < 3 ? null : { median: median(found), weeks: found.length }
}

export type ForecastErrors = {
  readonly days: number
  /** Sum of errors ÷ sum of contacts (WAPE), by day. */
  readonly ours: number
  readonly medianOfWeeks: number | null
  readonly lastWeek: number | null
}

/** Days that were foretold and have passed, beside the two ways to guess that need no forecast. Null without any. */
export function forecastErrors({
  seen,
  foretold,
}: {
  readonly seen: readonly DayTotal[]
  readonly foretold: readonly DayTotal[]
}): ForecastErrors | null {
  const known = new Map(seen.map((day) => [day.date, day.offered]))
  const days = foretold.flatMap(({ date, offered }) => {
    const actual = known.get(date)
    return actual === undefined ? [] : [{ date, actual, ours: offered }]
  })
  if (days.length === 0) return null
  const first = days[0]!.date
  // Both guesses are made when the first day is foretold, so that none of them sees a day that it guesses.
  const before = seen.filter(({ date }) => date < first)
  const wape = (guess: (date: PlainDate) => number | undefined): number | null => {
    const guessed = days.map(({ date, actual }) => ({ actual, value: guess(date) }))
    if (guessed.some(({ value }) => value === undefined)) return null
    const all = days.reduce((sum, { actual }) => sum + actual, 0)
    return all === 0
      ? null
      : guessed.reduce((sum, { actual, value }) => sum + Math.abs(actual - value!), 0) / all
  }
  const foretoldBy = new Map(foretold.map((day) => [day.date, day.offered]))
  const ours = wape((date) => foretoldBy.get(date))
  if (ours === null) return null
  return {
    days: days.length,
    ours,
    medianOfWeeks: wape((date) => usualDay(before, date)?.median),
    lastWeek: wape((date) => {
      let back = addDays(date, -7)
      while (back >= first) back = addDays(back, -7)
      return known.get(back)
    }),
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
