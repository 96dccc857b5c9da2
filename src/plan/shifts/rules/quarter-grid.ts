/** A requirement as quarters of an hour in a row, and the same requirement out of intervals of another length. */
import { addDays, type PlainDate } from '../../../kernel/calendar.ts'
import { localDays, minuteAt } from './local-days.ts'
import type { Minute, QueueNeed, RequirementGrid } from './types.ts'

export const quarterMinutes = 15

/** Quarters in a grid; every queue has as many. */
export function quartersOf({ queues }: RequirementGrid): number {
  return queues[0]?.need.length ?? 0
}

export function quarterOf({ from }: RequirementGrid, minute: Minute): number {
  return (minute - from) / quarterMinutes
}

export type NeedCell = { readonly startsAt: Minute; readonly minutes: number; readonly needed: number }

/**
 * The grid of so many days from cells of any length. Where a quarter touches two cells it needs the larger; needed
 * people are whole: a part of one is one more. Quarters without a cell need nobody.
 */
export function gridOf(
  from: PlainDate,
  days: number,
  queues: readonly (Omit<QueueNeed, 'need'> & { readonly cells: readonly NeedCell[] })[],
): RequirementGrid {
  const start = minuteAt(from, '00:00')
  const quarters = (minuteAt(addDays(from, days), '00:00') - start) / quarterMinutes
  return {
    from: start,
    queues: queues.map(({ cells, ...queue }) => ({ ...queue, need: needOf(cells, start, quarters) })),
  }
}

function needOf(cells: readonly NeedCell[], start: Minute, quarters: number): number[] {
  const need = Array<number>(quarters).fill(0)
  for (const { startsAt, minutes, needed } of cells) {
    const first = Math.max(0, Math.floor((startsAt - start) / quarterMinutes))
    const end = Math.min(quarters, Math.ceil((startsAt + minutes - start) / quarterMinutes))
    // Guards against 3.0000000001 people.
    const people = Math.max(0, Math.ceil(needed - 1e-9))
    for (let at = first; at < end; at++) need[at] = Math.max(need[at]!, people)
  }
  return need
}

/** A part of a grid: whole days from `from` on. */
export function sliceGrid(grid: RequirementGrid, from: PlainDate, days: number): RequirementGrid {
  const span = localDays(from, addDays(from, days - 1))
  const [first, last] = [quarterOf(grid, span[0]!.from), quarterOf(grid, span.at(-1)!.to)]
  const cut = (need: readonly number[]) =>
    Array.from({ length: last - first }, (_, at) => need[first + at] ?? 0)
  return { from: span[0]!.from, queues: grid.queues.map((queue) => ({ ...queue, need: cut(queue.need) })) }
}
