/** Fewer who wait: an offer to be called back at a quieter time, and a message with the answer before the queue. */
import { clockOf, minutesOf } from '../../../kernel/clock.ts'
import type { DayQueue } from '../../staffing/rules/day-queue.ts'
import type { Proposal } from './proposal.ts'
import { isWithin, type Stretch } from './stretch.ts'
import { effectOn, type TodayWorld } from './today-world.ts'

/** Those who choose to be called back are called in the later stretch, as long, in which most people are to spare. */
export function offerCallback({ queue, assumed }: TodayWorld, stretch: Stretch): Proposal | null {
  if (queue.kind !== 'calls') return null
  const quiet = quietAfter(queue, stretch)
  if (!quiet) return null
  const share = assumed.callback
  const sum = (within: Pick<Stretch, 'from' | 'to'>) =>
    queue.cells.filter((cell) => isWithin(cell, within)).reduce((total, { demand }) => total + demand.mean, 0)
  const later = sum(quiet)
  const more = later > 0 ? 1 + (share * sum(stretch)) / later : 1
  const load = (cell: { readonly time: string }) =>
    isWithin(cell, stretch) ? 1 - share : isWithin(cell, quiet) ? more : 1
  return {
    kind: 'callback',
    people: 0,
    minutes: 0,
    share,
    tasksLater: null,
    effect: effectOn(queue, stretch, { load }),
    cost: [effectOn(queue, quiet, { load })],
  }
}

function quietAfter(
  { cells, intervalMinutes }: DayQueue,
  stretch: Stretch,
): Pick<Stretch, 'from' | 'to'> | null {
  const count = cells.filter((cell) => isWithin(cell, stretch)).length
  const after = cells.filter(({ time, demand }) => time >= stretch.to && demand.mean > 0)
  let best: { readonly at: number; readonly spare: number } | null = null
  for (let at = 0; at + count <= after.length; at++) {
    const spare = after
      .slice(at, at + count)
      .reduce((sum, { scheduled, needed }) => sum + (scheduled ?? 0) - needed, 0)
    if (!best || spare > best.spare) best = { at, spare }
  }
  if (!best) return null
  const last = after[best.at + count - 1]!
  return { from: after[best.at]!.time, to: clockOf(minutesOf(last.time) + intervalMinutes) }
}

/** A message where customers wait or before they call; so many need nobody then. */
export function tellCustomers({ queue, assumed }: TodayWorld, stretch: Stretch): Proposal | null {
  if (queue.kind === 'tasks') return null
  const load = (cell: { readonly time: string }) => (isWithin(cell, stretch) ? 1 - assumed.message : 1)
  return {
    kind: 'message',
    people: 0,
    minutes: 0,
    share: assumed.message,
    tasksLater: null,
    effect: effectOn(queue, stretch, { load }),
    cost: [],
  }
}
