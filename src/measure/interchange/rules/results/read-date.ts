import { isPlainDate, type PlainDate } from '../../../../kernel/calendar.ts'

/**
 * The day in what people and programs write: ISO with or without a time, and day before month with dots, slashes or
 * hyphens. Month before day is not guessed at.
 *
 * @example readDate('3.12.2026 14:05') // '2026-12-03'
 */
export function readDate(text: string): PlainDate | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:$|[T ])/.exec(text)
  const day = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:$|[ ,T])/.exec(text)
  const [year, month, date] = iso ? iso.slice(1) : day ? [day[3], day[2], day[1]] : []
  if (year === undefined) return undefined
  const written = `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`
  return isPlainDate(written) ? written : undefined
}
