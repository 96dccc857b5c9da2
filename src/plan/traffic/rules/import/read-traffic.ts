/** A table of traffic as intervals: what can be read, and what is refused by line with its reason. */
import { clockOf } from '../../../../kernel/clock.ts'
import { toInstant, toLocal } from '../../../../kernel/zone.ts'
import { numberOf, secondsOf } from '../../../../understand/intake/rules/readers/table/read-cells.ts'
import { wallMomentOf } from './dates.ts'
import type { TrafficField, TrafficMapping } from './traffic-mapping.ts'

export type TrafficFigures = {
  readonly offered: number
  readonly handled: number | null
  readonly abandoned: number | null
  readonly handleSeconds: number | null
  readonly waitSeconds: number | null
  readonly answeredWithin: number | null
}
export type ReadInterval = TrafficFigures & { readonly startsAt: Date; readonly day: string }

export const refusalReasons = [
  'moment',
  'doubled',
  'missing',
  'number',
  'negative',
  'duration',
  'missing-hour',
  'grid',
  'future',
  'bounds',
] as const
export type RefusalReason = (typeof refusalReasons)[number]
export type RefusedLine = {
  readonly line: number
  readonly reason: RefusalReason
  readonly params: Readonly<Record<string, string | number>>
}

/** What keeps the whole file from being used as it is. */
export type FileProblem = 'no-moment' | 'no-count' | 'day-totals' | 'coarse' | 'nothing'

export type ReadTraffic = {
  readonly intervals: readonly ReadInterval[]
  readonly refused: readonly RefusedLine[]
  readonly problem: FileProblem | null
  /** Minutes between the rows: 1440 = a row for each day. */
  readonly stepMinutes: number | null
}

export type TrafficTable = {
  readonly header: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

export type ReadSetting = {
  readonly mapping: TrafficMapping
  readonly intervalMinutes: number
  readonly now: Date
  /** Shares a larger count out over the queue's intervals of its span; absent where totals are refused. */
  readonly spread?: ((cell: { day: string; minute: number; minutes: number }) => readonly Share[]) | undefined
}
/** Minutes since midnight, and the part of the whole. */
export type Share = { readonly minute: number; readonly share: number }

type Row = TrafficFigures & {
  readonly line: number
  readonly date: string
  readonly minute: number
  readonly instant: Date
}

/**
 * Reads the table. Rows finer than the queue's intervals are added up; coarser ones and totals of days are refused,
 * or shared out where a way to do so is given.
 */
export function readTraffic(table: TrafficTable, setting: ReadSetting): ReadTraffic {
  const { columns } = setting.mapping
  const none = { intervals: [], refused: [], stepMinutes: null }
  if (columns.moment === undefined) return { ...none, problem: 'no-moment' }
  if (columns.offered === undefined && columns.handled === undefined) return { ...none, problem: 'no-count' }
  const { rows, refused } = readRows(table, setting)
  const step = stepOf(rows, { hasClock: columns.time !== undefined, usual: setting.intervalMinutes })
  if (step === null) return { ...none, refused, problem: rows.length === 0 ? 'nothing' : null }
  const onGrid: Row[] = []
  for (const row of rows)
    if (row.minute % step === 0) onGrid.push(row)
    else refused.push({ line: row.line, reason: 'grid', params: { time: clockOf(row.minute), step } })
  const result = (intervals: readonly ReadInterval[], problem: FileProblem | null): ReadTraffic => ({
    intervals,
    refused: refused.toSorted((a, b) => a.line - b.line),
    problem,
    stepMinutes: step,
  })
  if (step <= setting.intervalMinutes) return result(gathered(onGrid, setting.intervalMinutes), null)
  if (setting.spread === undefined) return result([], step === 1440 ? 'day-totals' : 'coarse')
  return result(
    onGrid.flatMap((row) => spreadOut(row, step, setting.spread!)),
    null,
  )
}

function readRows(table: TrafficTable, setting: ReadSetting): { rows: Row[]; refused: RefusedLine[] } {
  const at = columnIndexes(table.header, setting.mapping)
  const seen = new Map<number, number>()
  const rows: Row[] = []
  const refused: RefusedLine[] = []
  for (const { line, cells } of table.rows) {
    const cell = (field: TrafficField): string | undefined => {
      const index = at.get(field)
      return index === undefined ? undefined : (cells[index] ?? '').trim()
    }
    const read = readRow(cell, setting, seen)
    if ('reason' in read) refused.push({ line, ...read })
    else {
      seen.set(read.instant.getTime(), line)
      rows.push({ line, ...read })
    }
  }
  return { rows, refused }
}

function columnIndexes(
  header: readonly string[],
  { columns }: TrafficMapping,
): ReadonlyMap<TrafficField, number> {
  const found = (Object.entries(columns) as [TrafficField, string][])
    .map(([field, name]) => [field, header.indexOf(name)] as const)
    .filter(([, index]) => index >= 0)
  return new Map(found)
}

type Refusal = Omit<RefusedLine, 'line'>
type Cells = (field: TrafficField) => string | undefined
const refusal = (reason: RefusalReason, params: Refusal['params'] = {}): Refusal => ({ reason, params })

function readRow(
  cell: Cells,
  setting: ReadSetting,
  seen: ReadonlyMap<number, number>,
): Omit<Row, 'line'> | Refusal {
  const { mapping, now } = setting
  const written = cell('moment') ?? ''
  const wall = wallMomentOf(written, cell('time'), mapping)
  if (!wall) return refusal('moment', { value: shortened(`${written} ${cell('time') ?? ''}`.trim()) })
  if (wall.date < '2000-01-01' || wall.date > '2100-01-01') return refusal('bounds', { value: wall.date })
  const figures = readFigures(cell, mapping)
  if ('reason' in figures) return figures
  const instant = wall.instant ?? toInstant(wall.date, clockOf(wall.minute))
  const shown = toLocal(instant)
  if (shown.time.slice(0, 5) !== clockOf(wall.minute) || shown.date !== wall.date)
    return refusal('missing-hour', { time: `${wall.date} ${clockOf(wall.minute)}` })
  if (instant > now) return refusal('future', { time: `${wall.date} ${clockOf(wall.minute)}` })
  const first = seen.get(instant.getTime())
  if (first === undefined) return { ...figures, date: wall.date, minute: wall.minute, instant }
  // In autumn the clock shows an hour twice: the second row of it is the second hour.
  const again = new Date(instant.getTime() + 3_600_000)
  if (wall.instant === undefined && toLocal(again).time === shown.time && !seen.has(again.getTime()))
    return { ...figures, date: wall.date, minute: wall.minute, instant: again }
  return refusal('doubled', { time: `${wall.date} ${clockOf(wall.minute)}`, first })
}

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

function readFigures(cell: Cells, { decimal, units, columns }: TrafficMapping): TrafficFigures | Refusal {
  const counts: Partial<Record<TrafficField, number | null>> = {}
  for (const field of ['offered', 'handled', 'abandoned', 'answeredWithin'] as const) {
    const text = cell(field)
    if (text === undefined || text === '') {
      counts[field] = null
      continue
    }
    const value = numberOf(text, decimal)
    if (value === undefined)
      return refusal('number', { column: columns[field] ?? '', value: shortened(text) })
    if (value < 0) return refusal('negative', { column: columns[field] ?? '', value })
    if (value > 1e6) return refusal('bounds', { value })
    counts[field] = value
  }
  const times: Partial<Record<TrafficField, number | null>> = {}
  for (const field of ['handleSeconds', 'waitSeconds'] as const) {
    const text = cell(field)
    if (text === undefined || text === '' || text === '-' || text === '–') {
      times[field] = null
      continue
    }
    const bare = numberOf(text, decimal)
    const value =
      bare === undefined
        ? secondsOf(text, units[field], decimal)
        : bare * (units[field] === 'minutes' ? 60 : 1)
    if (value === undefined)
      return refusal('duration', { column: columns[field] ?? '', value: shortened(text) })
    if (value < 0) return refusal('negative', { column: columns[field] ?? '', value })
    if (value > 1e7) return refusal('bounds', { value })
    times[field] = value
  }
  const { handled = null, abandoned = null, answeredWithin = null } = counts
  const offered =
    counts.offered ?? (columns.offered === undefined && handled !== null ? handled + (abandoned ?? 0) : null)
  if (offered === null) return refusal('missing', { column: columns.offered ?? columns.handled ?? '' })
  return {
    offered,
    handled,
    abandoned,
    answeredWithin,
    handleSeconds: times.handleSeconds ?? null,
    waitSeconds: times.waitSeconds ?? null,
  }
}

const steps = [5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 720, 1440]

type Stepping = { readonly hasClock: boolean; readonly usual: number }

/**
 * The step that most rows stand on: the greatest of the usual ones that at least 95 of 100 fit. One row alone says
 * nothing of its step, and is taken as one of the queue's own intervals.
 */
function stepOf(rows: readonly Row[], { hasClock, usual }: Stepping): number | null {
  if (rows.length === 0) return null
  const minutes = new Set(rows.map(({ minute }) => minute))
  const days = new Set(rows.map(({ date }) => date)).size
  // One row a day at the same hour is a total of the day, however the clock stands.
  if (minutes.size === 1 && (days > 1 || (!hasClock && minutes.has(0)))) return 1440
  if (minutes.size === 1) return usual
  const fits = (step: number) => rows.filter(({ minute }) => minute % step === 0).length >= rows.length * 0.95
  return steps.findLast((step) => step < 1440 && fits(step)) ?? 5
}

/** Rows within one interval added up; times are means weighted by what was handled. */
function gathered(rows: readonly Row[], intervalMinutes: number): readonly ReadInterval[] {
  const groups = new Map<number, Row[]>()
  const ms = intervalMinutes * 60_000
  for (const row of rows) {
    const start = Math.floor(row.instant.getTime() / ms) * ms
    const group = groups.get(start)
    if (group) group.push(row)
    else groups.set(start, [row])
  }
  return [...groups]
    .toSorted(([a], [b]) => a - b)
    .map(([start, group]) => ({ startsAt: new Date(start), day: group[0]!.date, ...sumOf(group) }))
}

function sumOf(rows: readonly TrafficFigures[]): TrafficFigures {
  if (rows.length === 1) {
    const { offered, handled, abandoned, handleSeconds, waitSeconds, answeredWithin } = rows[0]!
    return { offered, handled, abandoned, handleSeconds, waitSeconds, answeredWithin }
  }
  const total = (of: (row: TrafficFigures) => number | null): number | null => {
    const known = rows.map(of).filter((value) => value !== null)
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
  }
  const mean = (of: (row: TrafficFigures) => number | null): number | null => {
    let [weight, sum, plainSum, n] = [0, 0, 0, 0]
    for (const row of rows) {
      const value = of(row)
      if (value === null) continue
      weight += row.handled ?? row.offered
      sum += value * (row.handled ?? row.offered)
      plainSum += value
      n += 1
    }
    return n === 0 ? null : weight > 0 ? sum / weight : plainSum / n
  }
  return {
    offered: total(({ offered }) => offered) ?? 0,
    handled: total(({ handled }) => handled),
    abandoned: total(({ abandoned }) => abandoned),
    handleSeconds: mean(({ handleSeconds }) => handleSeconds),
    waitSeconds: mean(({ waitSeconds }) => waitSeconds),
    answeredWithin: total(({ answeredWithin }) => answeredWithin),
  }
}

/** A larger count shared out in whole contacts, so that the parts add up to it (largest remainders). */
function spreadOut(
  row: Row,
  step: number,
  spread: NonNullable<ReadSetting['spread']>,
): readonly ReadInterval[] {
  const shares = spread({ day: row.date, minute: row.minute, minutes: step })
  if (shares.length === 0) return []
  const parts = (whole: number | null) =>
    whole === null
      ? null
      : wholeShares(
          whole,
          shares.map(({ share }) => share),
        )
  const [offered, handled, abandoned, within] = [
    parts(row.offered)!,
    parts(row.handled),
    parts(row.abandoned),
    parts(row.answeredWithin),
  ]
  return shares.map(({ minute }, at) => ({
    startsAt: toInstant(row.date, clockOf(minute)),
    day: row.date,
    offered: offered[at]!,
    handled: handled?.[at] ?? null,
    abandoned: abandoned?.[at] ?? null,
    answeredWithin: within?.[at] ?? null,
    handleSeconds: row.handleSeconds,
    waitSeconds: row.waitSeconds,
  }))
}

/**
 * Whole parts in proportion to the shares that add up to the whole (Hamilton's method of largest remainders).
 *
 * @example wholeShares(10, [1, 1, 1]) // [4, 3, 3]
 */
export function wholeShares(whole: number, shares: readonly number[]): readonly number[] {
  const total = shares.reduce((sum, share) => sum + share, 0)
  const exact = shares.map((share) => (total > 0 ? (whole * share) / total : whole / shares.length))
  const parts = exact.map(Math.floor)
  const left = Math.round(whole - parts.reduce((sum, part) => sum + part, 0))
  const order = exact
    .map((value, at) => [value - parts[at]!, at] as const)
    .toSorted(([a, i], [b, j]) => b - a || i - j)
  for (const [, at] of order.slice(0, left)) parts[at]! += 1
  return parts
}
