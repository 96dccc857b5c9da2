/** What a day usually brings. */
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

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
