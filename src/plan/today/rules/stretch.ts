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

/**
 * Around the interval where most people are missing, the neighbours that lack at least half as many; an hour and a half
 * at most to each side, since a longer one is no longer one thing to do something about. Then the same of what is left.
 *
 * @returns the one where most are missing first; at most so many, and none when nobody is missing
 */
export function worstStretches({ cells, intervalMinutes }: DayQueue, most: number): Stretch[] {
  const gaps = cells.map(missing)
  const found: Stretch[] = []
  while (found.length < most) {
    const top = Math.max(0, ...gaps)
    if (top === 0) break
    const worst = gaps.indexOf(top)
    const joins = (at: number) =>
      Math.abs(at - worst) * intervalMinutes <= 90 && (gaps[at] ?? 0) > 0 && 2 * gaps[at]! >= top
    let [first, last] = [worst, worst]
    while (joins(first - 1)) first--
    while (joins(last + 1)) last++
    found.push({
      from: cells[first]!.time,
      to: clockOf(minutesOf(cells[last]!.time) + intervalMinutes),
      missing: top,
    })
    gaps.fill(0, first, last + 1)
  }
  return found
}

export const worstStretch = (queue: DayQueue): Stretch | null => worstStretches(queue, 1)[0] ?? null

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
