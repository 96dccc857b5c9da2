/** Where the keyboard stands in the grid: on a shift, or on a day without one. */
import type { LocalDay } from '../../../src/plan/shifts/rules/local-days.ts'
import type { PlanShift } from '../../../src/plan/shifts/week/rules/plan-shift.ts'
import { dayOf } from './day-scale.ts'

export type Place = {
  /** Empty for shifts that are nobody's. */
  readonly agentId: string
  readonly date: string
  readonly shiftId: string | null
}

export type GridRow = { readonly agentId: string; readonly shifts: readonly PlanShift[] }

/** All places of a row from left to right. */
export function placesOf({ agentId, shifts }: GridRow, days: readonly LocalDay[]): Place[] {
  return days.flatMap(({ date, from, to }): Place[] => {
    const own = shifts
      .filter((shift) => shift.from >= from && shift.from < to)
      .toSorted((one, other) => one.from - other.from)
    return own.length === 0
      ? [{ agentId, date, shiftId: null }]
      : own.map(({ id }) => ({ agentId, date, shiftId: id }))
  })
}

type Going = { readonly rows: readonly GridRow[]; readonly days: readonly LocalDay[] }
export type Direction = 'left' | 'right' | 'up' | 'down' | 'pageUp' | 'pageDown' | 'first' | 'last'
const rowSteps: Readonly<Partial<Record<Direction, number>>> = { up: -1, down: 1, pageUp: -10, pageDown: 10 }

/** The place beside this one; the same place at the edge. */
export function placeBeside(place: Place, direction: Direction, { rows, days }: Going): Place {
  const at = rows.findIndex(({ agentId }) => agentId === place.agentId)
  const row = rows[at]
  if (!row) return placesOf(rows[0] ?? { agentId: '', shifts: [] }, days)[0] ?? place
  const step = rowSteps[direction]
  if (step !== undefined) {
    const other = rows[Math.max(0, Math.min(rows.length - 1, at + step))]!
    return placesOf(other, days).find(({ date }) => date === place.date) ?? place
  }
  const places = placesOf(row, days)
  if (direction === 'first') return places[0] ?? place
  if (direction === 'last') return places.at(-1) ?? place
  const own = places.findIndex(({ date, shiftId }) => date === place.date && shiftId === place.shiftId)
  return places[own + (direction === 'left' ? -1 : 1)] ?? place
}

/** Where a shift is after it has been moved; the day alone when it is gone or not among those shown. */
export function placeOfShift(shift: PlanShift | undefined, days: readonly LocalDay[]): Place | undefined {
  const day = shift && dayOf(days, shift.from)
  return shift && day ? { agentId: shift.agentId ?? '', date: day.date, shiftId: shift.id } : undefined
}

/** Shifts that overlap lie one under the other: for each shift its lane, and how many lanes there are. */
export function lanesOf(shifts: readonly PlanShift[]): {
  readonly laneOf: ReadonlyMap<string, number>
  readonly lanes: number
} {
  const ends: number[] = []
  const laneOf = new Map<string, number>()
  for (const { id, from, to } of shifts.toSorted(
    (one, other) => one.from - other.from || one.to - other.to,
  )) {
    const free = ends.findIndex((end) => end <= from)
    const lane = free < 0 ? ends.length : free
    ends[lane] = to
    laneOf.set(id, lane)
  }
  return { laneOf, lanes: Math.max(1, ends.length) }
}

/**
 * Of each day's open shifts the first few, those that a person has placed before others: a search may find a hundred.
 * The one that the keyboard stands on is always among them.
 */
export function firstOpen(
  open: readonly PlanShift[],
  {
    days,
    most,
    keep,
  }: { readonly days: readonly LocalDay[]; readonly most: number; readonly keep: string | null },
): readonly PlanShift[] {
  return days.flatMap(({ from, to }) => {
    const own = open
      .filter((shift) => shift.from >= from && shift.from < to)
      .toSorted((one, other) => Number(other.fixed) - Number(one.fixed) || one.from - other.from)
    return own.filter(({ id }, at) => at < most || id === keep)
  })
}
