/** A table of who is set up: `timestamp` and `people`, local time; what cannot be read is told by line. */
import { isPlainDate, type PlainDate } from '../../../kernel/calendar.ts'
import type { InputIssue } from '../../../kernel/errors.ts'

type Table = {
  readonly header: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}
type SetUp = { readonly date: PlainDate; readonly time: string; readonly people: number }

const names = {
  timestamp: ['timestamp', 'tid', 'tidspunkt'],
  people: ['people', 'antall', 'scheduled', 'folk'],
}

/** @example `2026-12-01 08:00` and `14,5`: 14.5 people from eight o'clock */
export function readScheduledRows(
  { header, rows }: Table,
  intervalMinutes: number,
): { readonly rows: readonly SetUp[]; readonly issues: readonly InputIssue[] } {
  const heads = header.map((name) => name.toLowerCase())
  const [at, who] = [names.timestamp, names.people].map((known) =>
    heads.findIndex((name) => known.includes(name)),
  )
  const missing = [at === -1 ? 'timestamp' : '', who === -1 ? 'people' : ''].filter((name) => name !== '')
  if (missing.length > 0)
    return { rows: [], issues: missing.map((column) => ({ code: 'column-missing', column })) }
  const issues: InputIssue[] = []
  const read: SetUp[] = []
  for (const { line, cells } of rows) {
    const [timestamp, people] = [cells[at!]!, cells[who!]!]
    const found = /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::00)?$/.exec(timestamp)
    if (!found || !isPlainDate(found[1]!)) {
      issues.push({ code: 'not-a-time', line, column: 'timestamp', value: timestamp })
      continue
    }
    if (Number(found[3]) % Math.min(60, intervalMinutes) !== 0) {
      issues.push({ code: 'not-an-interval', line, column: 'timestamp', value: timestamp })
      continue
    }
    const count = /^\d{1,6}([.,]\d{1,3})?$/.test(people) ? Number(people.replace(',', '.')) : Number.NaN
    if (!(count <= 100_000)) issues.push({ code: 'not-a-number', line, column: 'people', value: people })
    else read.push({ date: found[1]!, time: `${found[2]}:${found[3]}`, people: count })
  }
  return { rows: read, issues }
}
