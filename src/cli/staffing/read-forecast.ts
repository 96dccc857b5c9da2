/** The file of a forecast, checked: rows of one interval length in order of time; what is wrong is told by line. */
import { addDays, toEpochDay, weekdayOf } from '../../kernel/calendar.ts'
import { AppError, type InputIssue } from '../../kernel/errors.ts'
import { readNumber, readTime } from '../../kernel/written-cells.ts'
import type { Table } from '../../platform/files/index.ts'
import type { Reasons } from '../refuse-file.ts'

export type ForecastRow = {
  readonly timestamp: string
  readonly mean: number
  readonly lo95: number
  readonly hi95: number
}

export type ForecastFile = { readonly intervalMinutes: number; readonly rows: readonly ForecastRow[] }

const columns = ['timestamp', 'mean', 'lo95', 'hi95'] as const
const lengths = [5, 10, 15, 20, 30, 60]

/** @throws AppError invalid-input with an issue for each line that is wrong */
export function readForecastRows(table: Table): ForecastFile {
  const found = table.header.join(', ')
  const missing = columns.filter((column) => !table.header.includes(column))
  if (missing.length > 0)
    throw refused(missing.map((column) => ({ code: 'missing-column', column, params: { found } })))
  if (table.rows.length < 2) throw refused([{ code: 'no-rows' }])
  const issues: InputIssue[] = []
  const at = columns.map((column) => table.header.indexOf(column))
  const rows = table.rows.map(({ line, cells }) => {
    const [timestamp = '', ...figures] = at.map((column) => cells[column]!)
    const minute = minuteOf(timestamp)
    if (minute === null) issues.push({ code: 'timestamp', line, column: 'timestamp', value: timestamp })
    const [mean, lo95, hi95] = figures.map((text, index) => {
      const value = readNumber(text) ?? Number.NaN
      if (!(Number.isFinite(value) && value >= 0))
        issues.push({ code: 'figure', line, column: columns[index + 1]!, value: text })
      return value
    }) as [number, number, number]
    if (lo95 > mean || hi95 < mean) issues.push({ code: 'interval', line, column: 'lo95' })
    return { line, minute, row: { timestamp, mean, lo95, hi95 } }
  })
  const steps = new Set<number>()
  for (const [index, { line, minute }] of rows.entries()) {
    const before = rows[index - 1]?.minute
    if (minute === null || before === undefined || before === null) continue
    if (minute > before) steps.add(minute - before)
    else if (!inDoubledHour(minute)) issues.push({ code: 'order', line, column: 'timestamp' })
  }
  const intervalMinutes = Math.min(...steps)
  if (issues.length === 0 && !lengths.includes(intervalMinutes))
    issues.push({ code: 'interval-length', value: String(intervalMinutes) })
  if (issues.length > 0) throw refused(issues.slice(0, 100))
  return { intervalMinutes, rows: rows.map(({ row }) => row) }
}

/** Local minutes since 1970; a time of another zone is not one of these. */
function minuteOf(text: string): number | null {
  const found = readTime(text)
  return found && !found.zoned ? toEpochDay(found.date) * 1440 + found.minute : null
}

/** Between two and three in the night when summer time ends, local time is passed twice. */
function inDoubledHour(minute: number): boolean {
  const epochDay = Math.floor(minute / 1440)
  const date = new Date(epochDay * 86_400_000).toISOString().slice(0, 10)
  const lastSunday =
    weekdayOf(epochDay) === 7 && date.slice(5, 7) === '10' && addDays(date, 7).slice(5, 7) === '11'
  return lastSunday && Math.floor((minute % 1440) / 60) === 2
}

const refused = (issues: readonly InputIssue[]) =>
  new AppError('invalid-input', { issues: issues.length }, issues)

/** What can be wrong with a forecast. */
export const forecastReasons: Reasons = {
  'no-rows': () => 'a forecast has at least two rows',
  timestamp: ({ value }) => `"${value}" is no time such as 2026-12-01 08:00`,
  figure: ({ value }) => `"${value}" is no figure of 0 or more`,
  interval: () => 'mean does not lie between lo95 and hi95',
  order: () => 'not later than the row before',
  'interval-length': ({ value }) => `rows are ${value} minutes apart; 5, 10, 15, 20, 30 or 60 are known`,
}
