/** Overtime that is asked for: to stay longer, or to come earlier, into the worst stretch. */
import type { Proposal } from './proposal.ts'
import type { Stretch } from './stretch.ts'
import {
  changesBetween,
  type DayShift,
  effectOn,
  serves,
  spanOf,
  type TodayWorld,
  timeToArrive,
  withPeople,
} from './today-world.ts'

/** Nobody is asked for more, in minutes, nor for a shift that gets longer than this. */
const most = 120
const longestShift = 600
/** A stretch may begin so soon after a shift has ended. */
const before = 30

/** Those whose shift ends in the stretch, or just before it, stay to its end. */
export function stayLonger(world: TodayWorld, stretch: Stretch): Proposal | null {
  const span = spanOf(world.queue, stretch)
  return lengthened(world, stretch, {
    kind: 'stay',
    longer: (shift) => {
      const isNear = shift.to >= span.from - before && shift.to < span.to && shift.to > world.now
      return isNear ? { ...shift, to: Math.min(span.to, shift.to + most) } : shift
    },
    first: (one, other) => other.to - one.to,
  })
}

/** Those whose shift begins in the stretch, or within two hours after its start, come to its start. */
export function comeEarlier(world: TodayWorld, stretch: Stretch): Proposal | null {
  const span = spanOf(world.queue, stretch)
  const start = Math.max(span.from, world.now + timeToArrive)
  return lengthened(world, stretch, {
    kind: 'early',
    longer: (shift) => {
      const isNear = start < span.to && shift.from > start && shift.from - start <= most
      return isNear ? { ...shift, from: start } : shift
    },
    first: (one, other) => one.from - other.from,
  })
}

type Way = {
  readonly kind: 'stay' | 'early'
  readonly longer: (shift: DayShift) => DayShift
  readonly first: (one: DayShift, other: DayShift) => number
}

function lengthened(world: TodayWorld, stretch: Stretch, { kind, longer, first }: Way): Proposal | null {
  const { queue, shifts } = world
  if (queue.scheduledFrom !== 'shifts') return null
  const asked = shifts
    .filter((shift) => serves(queue, shift))
    .filter((shift) => {
      const after = longer(shift)
      return after !== shift && after.to - after.from <= longestShift
    })
    .toSorted(first)
    .slice(0, stretch.missing)
  if (asked.length === 0) return null
  const changed = shifts.map((shift) => (asked.includes(shift) ? longer(shift) : shift))
  const people = world.peopleWith(changed)
  const effect = effectOn(queue, stretch, withPeople(queue, people))
  const minutes = Math.max(
    ...asked.map((shift) => longer(shift).to - longer(shift).from - (shift.to - shift.from)),
  )
  return {
    kind,
    people: asked.length,
    minutes,
    share: null,
    tasksLater: null,
    effect,
    cost: [],
    changes: changesBetween(shifts, changed),
  }
}
