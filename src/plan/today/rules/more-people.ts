/** People from elsewhere: another queue, the tasks, meetings that can wait, and those who are called in. */
import { clockOf, minutesOf } from '../../../kernel/clock.ts'
import type { DayQueue } from '../../staffing/rules/day-queue.ts'
import type { Effect, Proposal } from './proposal.ts'
import { isWithin, outlookOn, type Stretch } from './stretch.ts'
import { effectOn, minuteOfCell, serves, spanOf, type TodayWorld, timeToArrive } from './today-world.ts'

/** More than this are not called in on the day. */
const mostCalled = 50

const length = ({ from, to }: Pick<Stretch, 'from' | 'to'>) => minutesOf(to) - minutesOf(from)

/** From each other queue at most as many as it can do without; from tasks as many as are on, since these can wait. */
export function borrow(world: TodayWorld, stretch: Stretch): Proposal[] {
  return world.others.flatMap((other) => {
    const people = Math.min(stretch.missing, lendable(world, other, stretch))
    if (people < 1) return []
    const more = (queue: DayQueue, count: number): Effect =>
      effectOn(queue, stretch, { people: (cell) => (isWithin(cell, stretch) ? count : 0) })
    // Tasks are late at the end of the day or the day after, so that the whole rest of the day is judged.
    const whole = other.kind === 'tasks' ? restOf(other) : stretch
    const cost = effectOn(other, whole, { people: (cell) => (isWithin(cell, stretch) ? -people : 0) })
    const seconds = people * length(stretch) * 60 * other.rule.onQueue
    const handleSeconds = other.cells[0]?.demand.handleSeconds ?? 0
    return [
      {
        kind: 'borrow' as const,
        people,
        minutes: length(stretch),
        share: null,
        tasksLater: other.kind === 'tasks' && handleSeconds > 0 ? seconds / handleSeconds : null,
        effect: more(world.queue, people),
        cost: [cost],
      },
    ]
  })
}

function restOf({ cells, intervalMinutes }: DayQueue): Pick<Stretch, 'from' | 'to'> {
  const last = cells.at(-1)
  if (!last) return { from: '00:00', to: '00:00' }
  return { from: cells[0]!.time, to: clockOf(minutesOf(last.time) + intervalMinutes) }
}

function lendable(world: TodayWorld, other: DayQueue, stretch: Stretch): number {
  const there = other.cells.filter((cell) => isWithin(cell, stretch))
  if (there.length === 0 || there.some(({ scheduled }) => scheduled === null)) return 0
  const spare = Math.min(
    ...there.map(({ scheduled, needed }) => (other.kind === 'tasks' ? scheduled! : scheduled! - needed)),
  )
  return Math.min(Math.floor(spare + 1e-9), ableOn(world, other, stretch))
}

/** How many are on all the while who can do both; with typed numbers nobody knows, and nothing forbids it. */
function ableOn({ queue, shifts }: TodayWorld, other: DayQueue, stretch: Stretch): number {
  if (other.scheduledFrom !== 'shifts') return Number.POSITIVE_INFINITY
  const span = spanOf(queue, stretch)
  const isFree = (pause: { readonly from: number; readonly to: number }) =>
    pause.to <= span.from || pause.from >= span.to
  return shifts.filter(
    (shift) =>
      shift.from <= span.from &&
      shift.to >= span.to &&
      shift.breaks.every(isFree) &&
      (queue.skill === '' || shift.skills.includes(queue.skill)) &&
      serves(other, shift),
  ).length
}

/** Meetings and training that the requirement counts as time away from the queue are held another day. */
export function postpone({ queue }: TodayWorld, stretch: Stretch): Proposal | null {
  if (queue.postponable === 0 || queue.tasks) return null
  const onQueue = Math.min(1, queue.rule.onQueue + queue.postponable)
  const inside = queue.cells.filter((cell) => isWithin(cell, stretch))
  const most = Math.max(0, ...inside.map(({ scheduled }) => scheduled ?? 0))
  const effect = effectOn(queue, stretch, {
    onQueue: (cell) => (isWithin(cell, stretch) ? onQueue : queue.rule.onQueue),
  })
  return {
    kind: 'postpone',
    people: Math.round(most * queue.postponable * 10) / 10,
    minutes: length(stretch),
    share: queue.postponable,
    tasksLater: null,
    effect,
    cost: [],
  }
}

/** As few as bring the risk down to what is low enough, from when they can be there. */
export function callIn({ queue, now, enough }: TodayWorld, stretch: Stretch): Proposal | null {
  const reached = queue.cells.find(
    (cell) => isWithin(cell, stretch) && minuteOfCell(cell) >= now + timeToArrive,
  )
  if (!reached) return null
  const there = { from: reached.time, to: stretch.to }
  const change = (count: number) => ({
    people: (cell: { readonly time: string }) => (isWithin(cell, there) ? count : 0),
  })
  let people = 1
  while (people < mostCalled && outlookOn(queue, there, change(people)).risk > enough) people++
  const effect = effectOn(queue, there, change(people))
  const minutes = length(there)
  return { kind: 'callIn', people, minutes, share: null, tasksLater: null, effect, cost: [] }
}
