/** Intervals gathered into half hours: contacts are added, and people are those of the worst interval. */
import { clockOf, minutesOf } from '../../../src/kernel/clock.ts'
import type { RestCell } from '../../../src/plan/today/contract.ts'

/** Most missing first; where nobody is, the higher chance of a miss. */
const isWorse = (one: RestCell, other: RestCell) =>
  one.missing > other.missing || (one.missing === other.missing && (one.risk ?? 0) > (other.risk ?? 0))

export function halfHours(cells: readonly RestCell[]): readonly RestCell[] {
  const found = new Map<string, RestCell>()
  for (const cell of cells) {
    const time = clockOf(Math.floor(minutesOf(cell.time) / 30) * 30)
    const before = found.get(time)
    const worst = before && !isWorse(cell, before) ? before : cell
    found.set(time, { ...worst, time, mean: (before?.mean ?? 0) + cell.mean })
  }
  return [...found.values()]
}
