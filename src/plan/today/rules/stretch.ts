/** The stretch of the rest of the day that needs somebody first, and what it comes to with and without a change. */
import { clockOf, minutesOf } from '../../../kernel/clock.ts'
import { type DayCell, type DayChange, type DayQueue, outlookOf } from '../../staffing/rules/day-queue.ts'
import { missing } from '../../staffing/rules/staffed-cell.ts'

export type Stretch = {
  /** Local, `HH:MM`; the end is the end of its last interval. */
  readonly from: string
  readonly to: string
  readonly missing: number
}

/** What a stretch comes to: its worst interval's chance of a miss, and the mean wait of those who call in it. */
export type Outlook = { readonly risk: number; readonly waitSeconds: number | null }

const gap = (cell: DayCell) => missing(cell)

/**
 * Around the interval where most people are missing, the neighbours that lack at least half as many; an hour and a half
 * at most to each side, since a longer one is no longer one thing to do something about.
 */
export function worstStretch({ cells, intervalMinutes }: DayQueue): Stretch | null {
  let worst = 0
  for (const [at, cell] of cells.entries()) if (gap(cell) > gap(cells[worst]!)) worst = at
  const top = cells[worst]
  if (!top || gap(top) === 0) return null
  const joins = (at: number) => {
    const cell = cells[at]
    if (!cell || Math.abs(at - worst) * intervalMinutes > 90) return false
    return gap(cell) > 0 && 2 * gap(cell) >= gap(top)
  }
  let [first, last] = [worst, worst]
  while (joins(first - 1)) first--
  while (joins(last + 1)) last++
  return {
    from: cells[first]!.time,
    to: clockOf(minutesOf(cells[last]!.time) + intervalMinutes),
    missing: gap(top),
  }
}

export const isWithin = ({ time }: Pick<DayCell, 'time'>, { from, to }: Pick<Stretch, 'from' | 'to'>) =>
  time >= from && time < to

/** @returns no risk where nobody is set up or nothing is expected */
export function outlookOn(
  queue: DayQueue,
  stretch: Pick<Stretch, 'from' | 'to'>,
  change: DayChange = {},
): Outlook {
  const cells = outlookOf(queue, change)
  let [risk, waited, contacts] = [0, 0, 0]
  let isKnown = true
  for (const [at, cell] of queue.cells.entries()) {
    if (!isWithin(cell, stretch)) continue
    const { risk: own, waitSeconds } = cells[at]!
    risk = Math.max(risk, own ?? 0)
    const mean = cell.demand.mean * (change.load?.(cell, at) ?? 1)
    if (waitSeconds === null) isKnown &&= mean === 0
    waited += mean * (waitSeconds ?? 0)
    contacts += mean
  }
  return { risk, waitSeconds: isKnown && contacts > 0 ? waited / contacts : null }
}
