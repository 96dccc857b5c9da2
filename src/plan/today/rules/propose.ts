/** What can be done about the rest of the day, each with its figures: the least costly first. */
import { clockOf, minutesOf } from '../../../kernel/clock.ts'
import { offerCallback, tellCustomers } from './fewer-calls.ts'
import { comeEarlier, stayLonger } from './longer-shifts.ts'
import { borrow, callIn, postpone } from './more-people.ts'
import { moveBreaks } from './move-breaks.ts'
import { helps, type Proposal } from './proposal.ts'
import { isWithin, type Stretch, worstStretches } from './stretch.ts'
import { effectOn, type TodayWorld } from './today-world.ts'

/** Shorter is not worth the way home, and a quarter of an hour is needed to say it. */
const shortest = 60
const notice = 15

/** More than two things at once are not done well. */
const mostStretches = 2

/** What can be done about one stretch; with nobody missing, about the time that is to spare. */
export type Proposed = { readonly stretch: Stretch | null; readonly proposals: readonly Proposal[] }

export function proposeFor(world: TodayWorld): readonly Proposed[] {
  const stretches = worstStretches(world.queue, mostStretches)
  if (stretches.length > 0)
    return stretches.map((stretch) => ({ stretch, proposals: proposalsOn(world, stretch) }))
  const spare = release(world)
  return spare ? [{ stretch: null, proposals: [spare] }] : []
}

function proposalsOn(world: TodayWorld, stretch: Stretch): readonly Proposal[] {
  return [
    moveBreaks(world, stretch),
    postpone(world, stretch),
    ...borrow(world, stretch),
    offerCallback(world, stretch),
    tellCustomers(world, stretch),
    stayLonger(world, stretch),
    comeEarlier(world, stretch),
    callIn(world, stretch),
  ]
    .filter((each) => each !== null)
    .filter(({ effect }) => helps(effect))
}

/** When nobody is missing: from some time on until the end, as many as can be done without all the while. */
export function release({ queue, now, enough }: TodayWorld): Proposal | null {
  const { cells, intervalMinutes } = queue
  const last = cells.at(-1)
  if (!last || cells.some(({ scheduled }) => scheduled === null)) return null
  const end = minutesOf(last.time) + intervalMinutes
  let best: { readonly from: string; readonly people: number; readonly minutes: number } | null = null
  let spare = Number.POSITIVE_INFINITY
  for (const cell of cells.toReversed()) {
    spare = Math.min(spare, Math.floor(cell.scheduled! - cell.needed + 1e-9))
    const minutes = end - minutesOf(cell.time)
    if (spare < 1 || cell.startsAt / 60_000 < now + notice) break
    if (minutes >= shortest && spare * minutes > (best ? best.people * best.minutes : 0))
      best = { from: cell.time, people: spare, minutes }
  }
  if (!best) return null
  const stretch = { from: best.from, to: clockOf(end) }
  const { people, minutes } = best
  const effect = effectOn(queue, stretch, { people: (cell) => (isWithin(cell, stretch) ? -people : 0) })
  if (effect.after.risk > enough) return null
  return { kind: 'release', people, minutes, share: null, tasksLater: null, effect, cost: [] }
}
