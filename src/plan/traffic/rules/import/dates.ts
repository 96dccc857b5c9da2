/** Dates and clocks of a table, as they stand on the wall or with a zone of their own. */
import { minutesOf } from '../../../../kernel/clock.ts'
import { toLocal } from '../../../../kernel/zone.ts'
import { momentOfCell } from '../../../../understand/intake/rules/readers/table/read-cells.ts'

/** A local date, and minutes since midnight; `instant` where the cell says its own zone. */
export type WallMoment = { readonly date: string; readonly minute: number; readonly instant?: Date }

/** A first part above 12 can only be a day, a second one only after a month. */
export function orderOfDates(values: readonly string[]): 'day-first' | 'month-first' {
  const parts = values
    .map((value) => /^(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}\b/.exec(value))
    .filter((part) => part !== null)
  const dayFirst = parts.some((part) => Number(part[1]) > 12)
  return !dayFirst && parts.some((part) => Number(part[2]) > 12) ? 'month-first' : 'day-first'
}

type DateSetting = { readonly dateOrder: 'day-first' | 'month-first'; readonly decimal: ',' | '.' }

/**
 * @example wallMomentOf('03.03.2025', '08:15-08:30', { dateOrder: 'day-first', decimal: ',' })
 * // { date: '2025-03-03', minute: 495 }
 */
export function wallMomentOf(
  cell: string,
  clock: string | undefined,
  setting: DateSetting,
): WallMoment | undefined {
  const date = clock === undefined ? withoutEnd(cell) : cell
  const zoned = /\d(?:Z|[+-]\d{2}:?\d{2})$/i.test(date) && /[T ]\d/.test(date)
  const shown = momentOfCell(date, { ...setting, timeZone: zoned ? 'Europe/Oslo' : 'UTC' })
  if (shown === undefined) return undefined
  if (zoned) {
    const instant = new Date(shown)
    const local = toLocal(instant)
    return { date: local.date, minute: minutesOf(local.time), instant }
  }
  const day = shown.slice(0, 10)
  if (clock === undefined) return { date: day, minute: minutesOf(shown.slice(11, 16)) }
  const minute = minuteOf(clock)
  return minute === undefined ? undefined : { date: day, minute }
}

/** `2025-03-03 08:00 - 08:15` begins at 08:00. */
const withoutEnd = (cell: string): string =>
  cell.replace(/(\d{1,2}[:.]\d{2})\s*[-–]\s*\d{1,2}[:.]\d{2}$/, '$1')

/** `08:15`, `8.15`, `0815`, `08:15–08:30`, `8`, or the fraction of a day that a spreadsheet keeps. */
function minuteOf(clock: string): number | undefined {
  const start = clock.trim().split(/\s*[-–]\s*/)[0] ?? ''
  const dated = /[T ](\d{1,2}:\d{2}(?::\d{2})?)/.exec(start)
  const text = dated?.[1] ?? start.replace(/^kl\.?\s*/i, '')
  const fraction = /^0?[.,]\d{3,}$/.test(text) ? Number(text.replace(',', '.')) : undefined
  if (fraction !== undefined) return Math.round(fraction * 1440)
  const parts = /^(\d{1,2})(?:[:.]?(\d{2}))?(?::\d{2})?$/.exec(text)
  if (!parts) return undefined
  const [hours, minutes] = [Number(parts[1]), Number(parts[2] ?? 0)]
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : undefined
}
