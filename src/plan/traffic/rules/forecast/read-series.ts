/**
 * A traffic series from rows of text: a time and a number, one interval length. What is wrong is told by line and
 * nothing is guessed; what can be understood in one way only is read, and told.
 */

import { toEpochDay } from '../../../../kernel/calendar.ts'
import { clockOf } from '../../../../kernel/clock.ts'
import { AppError, type InputIssue } from '../../../../kernel/errors.ts'
import { readDate, readNumber, readTime } from '../../../../kernel/written-cells.ts'
import { median } from './robust.ts'
import { findColumns } from './series-columns.ts'
import type { TextRow } from './series-row.ts'
import { type SeriesCell, type TrafficSeries, toSeries } from './traffic-series.ts'

export type SeriesNote = {
  /**
   * `doubled-hour`: the hour that autumn shows twice was added up · `empty-values`: rows without a number are gaps ·
   * `zone-not-read`: times carry a zone, and were read as they stand.
   */
  readonly code: 'doubled-hour' | 'empty-values' | 'zone-not-read'
  readonly count: number
  readonly line: number
}

export type ReadSeries = { readonly series: TrafficSeries; readonly notes: readonly SeriesNote[] }

const intervals = [5, 6, 10, 12, 15, 20, 30, 60]
const mostIssues = 50
/** Twenty years: a year typed wrong must not make a grid of centuries. */
const mostDays = 7305
const largest = 10_000_000

type Parsed = SeriesCell & { readonly line: number }

/** @throws AppError `invalid-input` with an issue for each line that is wrong (the first fifty) */
export function readSeries(rows: readonly TextRow[]): ReadSeries {
  if (rows.length === 0) throw refused([{ code: 'file-empty' }])
  const columns = findColumns(rows)
  if ('issue' in columns) throw refused([columns.issue])
  const body = rows.slice(columns.headed ? 1 : 0)
  if (body.length === 0) throw refused([{ code: 'no-rows' }])
  const told = new Map<SeriesNote['code'], { count: number; line: number }>()
  const tell = (code: SeriesNote['code'], line: number) => {
    const known = told.get(code)
    if (known) known.count++
    else told.set(code, { count: 1, line })
  }
  if (body.every(({ cells }) => isDateAlone(cells[columns.timeAt])))
    throw refused([{ code: 'one-row-a-day' }])
  const issues: InputIssue[] = []
  const parsed: Parsed[] = []
  for (const row of body) {
    const read = parseRow(row, columns, tell)
    if ('code' in read) issues.push(read)
    else parsed.push(read)
  }
  if (issues.length > 0) throw refused(issues)
  const interval = intervalOf(parsed)
  if (typeof interval !== 'number') throw refused([interval])
  const wrong = gridIssues(parsed, interval, tell)
  if (wrong.length > 0) throw refused(wrong)
  const kept = parsed.filter(({ value }) => !Number.isNaN(value))
  if (kept.length === 0) throw refused([{ code: 'no-values' }])
  return {
    series: toSeries(kept, interval),
    notes: [...told].map(([code, { count, line }]) => ({ code, count, line })),
  }
}

const isDateAlone = (cell = ''): boolean => !readTime(cell.trim()) && readDate(cell.trim()) !== undefined

const refused = (issues: readonly InputIssue[]) =>
  new AppError('invalid-input', { issues: issues.length }, issues.slice(0, mostIssues))

type Tell = (code: SeriesNote['code'], line: number) => void

function parseRow(
  { line, cells }: TextRow,
  { timeAt, valueAt }: { readonly timeAt: number; readonly valueAt: number },
  tell: Tell,
): Parsed | InputIssue {
  const [time, text] = [(cells[timeAt] ?? '').trim(), (cells[valueAt] ?? '').trim()]
  const at = readTime(time)
  if (!at) return { code: 'not-a-time', line, value: time }
  if (at.zoned) tell('zone-not-read', line)
  if (/^(|na|nan|null)$/i.test(text)) {
    tell('empty-values', line)
    return { line, date: at.date, minute: at.minute, value: Number.NaN }
  }
  const value = readNumber(text)
  if (value === undefined) return { code: 'not-a-number', line, value: text }
  if (value < 0) return { code: 'negative', line, value: text }
  if (value > largest) return { code: 'too-large-number', line, value: text }
  return { line, date: at.date, minute: at.minute, value }
}

/** The most frequent step between neighbours of one day. */
function intervalOf(rows: readonly Parsed[]): number | InputIssue {
  const steps = new Map<number, number>()
  for (const own of byDay(rows).values())
    for (let k = 1; k < own.length; k++) {
      const step = own[k]!.minute - own[k - 1]!.minute
      if (step > 0) steps.set(step, (steps.get(step) ?? 0) + 1)
    }
  if (steps.size === 0) return { code: 'one-row-a-day' }
  const [usual] = [...steps].reduce((most, next) => (next[1] > most[1] ? next : most))
  // Rows that stand only where there were contacts leave holes; the smallest frequent step is the interval.
  const all = [...steps.values()].reduce((sum, count) => sum + count, 0)
  const small = Math.min(...[...steps].flatMap(([step, count]) => (count >= 0.1 * all ? [step] : [])))
  const interval = Math.min(usual, small)
  return intervals.includes(interval) ? interval : { code: 'interval', value: String(interval) }
}

function byDay(rows: readonly Parsed[]): Map<string, Parsed[]> {
  const days = Map.groupBy(rows, ({ date }) => date)
  for (const own of days.values()) own.sort((a, b) => a.minute - b.minute || a.line - b.line)
  return days
}

function gridIssues(rows: readonly Parsed[], interval: number, tell: Tell): InputIssue[] {
  const issues: InputIssue[] = []
  const days = byDay(rows)
  const epochDays = [...days.keys()].map(toEpochDay)
  const middle = median(epochDays)
  for (const [date, own] of days) {
    if (Math.abs(toEpochDay(date) - middle) > mostDays / 2)
      issues.push({ code: 'date-far-away', line: own[0]!.line, value: date })
    const steps = new Set<number>()
    own.forEach(({ line, minute }, k) => {
      if (minute % interval !== 0)
        issues.push({ code: 'mixed-interval', line, value: clockOf(minute), params: { interval } })
      const before = own[k - 1]
      if (!before) return
      if (before.minute !== minute) steps.add(minute - before.minute)
      else if (isDoubledHour(date, minute)) tell('doubled-hour', line)
      else
        issues.push({
          code: 'doubled-time',
          line,
          value: `${date} ${clockOf(minute)}`,
          params: { first: before.line },
        })
    })
    // A day whose rows all stand two or more intervals apart, many of them, was counted in longer intervals.
    if (own.length >= 6 && steps.size === 1 && !steps.has(interval))
      issues.push({ code: 'mixed-interval', line: own[0]!.line, value: date, params: { interval } })
  }
  return issues.sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
}

/** 02:00–02:59 on the last Sunday of October, which Norwegian clocks show twice. */
function isDoubledHour(date: string, minute: number): boolean {
  const isLastSunday =
    (toEpochDay(date) + 4) % 7 === 0 && date.slice(5, 7) === '10' && Number(date.slice(8)) > 24
  return isLastSunday && minute >= 120 && minute < 180
}
