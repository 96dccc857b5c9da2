/** Which column is the time and which the number: by their headings, or by what stands in them. */
import type { InputIssue } from '../../../../kernel/errors.ts'
import { readNumber, readTime } from '../../../../kernel/written-cells.ts'
import type { TextRow } from './series-row.ts'

export type SeriesColumns = { readonly timeAt: number; readonly valueAt: number; readonly headed: boolean }

const timeNames = [
  'timestamp',
  'datetime',
  'time',
  'tid',
  'tidspunkt',
  'start',
  'startsat',
  'interval',
  'intervall',
  'ds',
  'date',
  'dato',
]
const valueNames = [
  'value',
  'calls',
  'offered',
  'count',
  'antall',
  'volume',
  'volum',
  'anrop',
  'henvendelser',
  'samtaler',
  'tilbudt',
  'contacts',
  'y',
]

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[^a-zæøå]/g, '')

/** Headings win; without them the first column that reads as a time, and the first other one that reads as a number. */
export function findColumns(rows: readonly TextRow[]): SeriesColumns | { readonly issue: InputIssue } {
  const first = rows[0]!.cells
  const headed = !first.some((cell) => readTime(cell.trim()))
  const sample = rows[headed ? 1 : 0]?.cells ?? []
  const names = headed ? first.map(plain) : []
  const byName = (known: readonly string[]) => {
    for (const name of known) if (names.includes(name)) return names.indexOf(name)
    return -1
  }
  const isTime = (cell: string | undefined) => cell !== undefined && readTime(cell.trim()) !== undefined
  const named = byName(timeNames)
  const timeAt =
    named >= 0 && (isTime(sample[named]) || !sample.some(isTime)) ? named : sample.findIndex(isTime)
  const wide = Math.max(first.length, sample.length)
  const place = timeAt >= 0 ? timeAt : wide === 2 ? 0 : -1
  if (place < 0)
    return { issue: { code: 'no-time-column', line: rows[0]!.line, params: { found: first.join(', ') } } }
  const counted = byName(valueNames)
  if (counted >= 0 && counted !== place) return { timeAt: place, valueAt: counted, headed }
  if (wide === 2) return { timeAt: place, valueAt: 1 - place, headed }
  const numbers = sample.flatMap((cell, at) =>
    at !== place && readNumber(cell.trim()) !== undefined ? [at] : [],
  )
  if (numbers.length === 1) return { timeAt: place, valueAt: numbers[0]!, headed }
  return { issue: { code: 'no-value-column', line: rows[0]!.line, params: { found: first.join(', ') } } }
}
