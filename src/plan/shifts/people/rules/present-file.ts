/** How many were there, from a file: one row for each interval. */
import type { PlainDate } from '../../../../kernel/calendar.ts'
import { clockOf } from '../../../../kernel/clock.ts'
import type { InputIssue } from '../../../../kernel/errors.ts'
import { readTime } from '../../../../kernel/written-cells.ts'

type PresentTable = {
  readonly header: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}
export type FilePresent = {
  readonly date: PlainDate
  /** Local, `HH:MM`. */
  readonly time: string
  readonly present: number
  readonly minutes: number | null
}

const columnNames: ReadonlyMap<string, 'timestamp' | 'present' | 'minutes'> = new Map(
  Object.entries({
    timestamp: 'timestamp',
    tidspunkt: 'timestamp',
    present: 'present',
    'til stede': 'present',
    bemannet: 'present',
    minutes: 'minutes',
    minutter: 'minutes',
  }),
)

/**
 * Rows of `timestamp,present` with local times, and `minutes` where the interval is not the queue's own.
 *
 * @example presentFrom(a file with the row 2027-03-01 08:00,12) // { rows: [{ date: '2027-03-01', time: '08:00', present: 12, minutes: null }], issues: [] }
 */
export function presentFrom({ header, rows }: PresentTable): {
  readonly rows: readonly FilePresent[]
  readonly issues: readonly InputIssue[]
} {
  const at = new Map(header.map((name, index) => [columnNames.get(name.trim().toLowerCase()), index]))
  const missing = (['timestamp', 'present'] as const).filter((column) => !at.has(column))
  if (missing.length > 0)
    return { rows: [], issues: missing.map((column) => ({ code: 'missing-column', line: 1, column })) }
  const issues: InputIssue[] = rows.length === 0 ? [{ code: 'no-rows', line: 1 }] : []
  const seen = new Map<string, number>()
  const read = rows.flatMap(({ line, cells }): FilePresent[] => {
    const cell = (column: 'timestamp' | 'present' | 'minutes') => cells[at.get(column) ?? -1]?.trim() ?? ''
    const refuse = (code: string, column: string, value: string) => {
      issues.push({ code, line, column, value: value.slice(0, 80) })
      return []
    }
    const moment = momentOf(cell('timestamp'))
    if (!moment) return refuse('not-a-time', 'timestamp', cell('timestamp'))
    const key = `${moment.date} ${moment.time}`
    if (seen.has(key)) return refuse('doubled', 'timestamp', cell('timestamp'))
    seen.set(key, line)
    const present = Number(cell('present').replace(',', '.'))
    if (cell('present') === '' || !(present >= 0 && present <= 10_000))
      return refuse('not-a-number', 'present', cell('present'))
    const minutes = cell('minutes') === '' ? null : Number(cell('minutes'))
    if (minutes !== null && !(Number.isInteger(minutes) && minutes >= 1 && minutes <= 60))
      return refuse('not-a-number', 'minutes', cell('minutes'))
    return [{ ...moment, present, minutes }]
  })
  return { rows: read, issues }
}

function momentOf(text: string): { readonly date: PlainDate; readonly time: string } | undefined {
  const found = readTime(text)
  return found && !found.zoned ? { date: found.date, time: clockOf(found.minute) } : undefined
}
