/** A requirement laid beside the people who are set up for it. */
import { clockOf, minutesOf } from '../../../kernel/clock.ts'
import type { TargetWarning } from './agents-needed.ts'
import type { TargetPart } from './service-target.ts'

export type StaffedCell = {
  /** ISO 8601 in UTC. */
  readonly startsAt: string
  readonly date: string
  /** Local, `HH:MM`. */
  readonly time: string
  readonly mean: number
  readonly cv: number
  readonly handleSeconds: number
  readonly p10: number
  readonly p50: number
  readonly p90: number
  readonly needed: number
  readonly netLoad: number
  readonly binding: TargetPart | 'deadline' | null
  readonly warnings: readonly TargetWarning[]
  /** Null: nobody has said who is there. */
  readonly scheduled: number | null
  /** The chance that more comes than these can take within the target; null when nobody is set up, or too far ahead. */
  readonly risk: number | null
}

/** People short of the requirement; 0 when there are enough or nothing is known. */
export const missing = ({ needed, scheduled }: Pick<StaffedCell, 'needed' | 'scheduled'>) =>
  scheduled === null ? 0 : Math.max(0, Math.ceil(needed - scheduled - 1e-6))

export type HeatCell = {
  readonly date: string
  readonly time: string
  readonly risk: number | null
  readonly missing: number
  readonly needed: number
  readonly scheduled: number | null
  readonly mean: number
}

/** Steps of the map that a day of this length gives room for, in minutes. */
export const heatStep = (openMinutes: number) => (openMinutes <= 11 * 60 ? 30 : 60)

/**
 * Cells of half or whole hours: each as risky as its riskiest interval, and with the people, needed and set up, of the
 * one where most are missing.
 */
export function heatCells(cells: readonly StaffedCell[], step: number): HeatCell[] {
  const found = new Map<string, HeatCell>()
  for (const cell of cells) {
    const time = clockOf(Math.floor(minutesOf(cell.time) / step) * step)
    const key = `${cell.date} ${time}`
    const before = found.get(key)
    const here = { ...cell, missing: missing(cell) }
    const { needed, scheduled, missing: most } = before && isEmptier(before, here) ? before : here
    found.set(key, {
      date: cell.date,
      time,
      mean: (before?.mean ?? 0) + cell.mean,
      risk: riskier(before?.risk ?? null, here.risk),
      needed,
      scheduled,
      missing: most,
    })
  }
  return [...found.values()]
}

type Short = Pick<HeatCell, 'missing' | 'risk' | 'needed'>

/** Whether more are missing; with as many, the risk is higher; with the same, more are needed. */
const isEmptier = (one: Short, other: Short): boolean =>
  (one.missing - other.missing || (one.risk ?? -1) - (other.risk ?? -1) || one.needed - other.needed) > 0

const riskier = (one: number | null, other: number | null) =>
  one === null ? other : other === null ? one : Math.max(one, other)

export type WorstSpan = {
  readonly date: string
  readonly from: string
  readonly to: string
  readonly missing: number
  readonly risk: number
}

/**
 * The stretch of a day that needs somebody first: around the interval where most people are missing, the neighbours that
 * lack at least half as many. Nothing when nobody is missing anywhere.
 */
export function worstSpan(cells: readonly StaffedCell[], intervalMinutes: number): WorstSpan | null {
  let worst = -1
  for (const [at, cell] of cells.entries()) {
    if (missing(cell) === 0) continue
    const best = cells[worst]
    const more = best ? missing(cell) - missing(best) : 1
    if (more > 0 || (more === 0 && (cell.risk ?? 0) > (best?.risk ?? 0))) worst = at
  }
  const top = cells[worst]
  if (!top) return null
  const most = missing(top)
  const joins = (at: number, beside: number) => {
    const [cell, next] = [cells[at], cells[beside]]
    if (!cell || !next || cell.date !== top.date || 2 * missing(cell) < most || missing(cell) === 0)
      return false
    return Math.abs(minutesOf(cell.time) - minutesOf(next.time)) === intervalMinutes
  }
  let [first, last] = [worst, worst]
  while (joins(first - 1, first)) first--
  while (joins(last + 1, last)) last++
  return {
    date: top.date,
    from: cells[first]!.time,
    to: clockOf(minutesOf(cells[last]!.time) + intervalMinutes),
    missing: most,
    risk: Math.max(...cells.slice(first, last + 1).map(({ risk }) => risk ?? 0)),
  }
}
