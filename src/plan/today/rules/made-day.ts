/** A Monday as tests reckon with it: a queue by half hours from eight to four, and the people on it. */
import { clockOf } from '../../../kernel/clock.ts'
import { minuteAt } from '../../shifts/rules/local-days.ts'
import type { DayCell, DayQueue } from '../../staffing/rules/day-queue.ts'
import { requirementOf, type StaffingRule } from '../../staffing/rules/requirement.ts'
import { type DayShift, minuteOfCell, type PeopleByStart, serves, type TodayWorld } from './today-world.ts'

export const day = '2027-02-01'
export const at = (time: string) => minuteAt(day, time)

const rule: StaffingRule = {
  target: {
    serviceLevel: { share: 0.8, withinSeconds: 20, convention: 'ofOffered' },
    maxMeanWaitSeconds: null,
    maxAbandon: null,
    maxOccupancy: null,
  },
  confidence: 0.85,
  onQueue: 0.85,
  fewest: 1,
}

/** @param means contacts of the half hours from eight on */
export function madeQueue(
  means: readonly number[],
  people: (at: number, needed: number) => number | null,
  other: Partial<DayQueue> = {},
): DayQueue {
  const kind = other.kind === 'chats' ? 'chats' : 'calls'
  const cells = means.map((mean, index): DayCell => {
    const time = clockOf(480 + 30 * index)
    const demand = {
      kind,
      mean,
      intervalMinutes: 30,
      handleSeconds: 240,
      patienceSeconds: 300,
      parallel: kind === 'chats' ? 3 : 1,
      slowing: kind === 'chats' ? 0.2 : 0,
      cv: 0.1,
    } as const
    const { needed } = requirementOf(demand, rule)
    return { startsAt: at(time) * 60_000, time, demand, needed, scheduled: people(index, needed) }
  })
  return {
    queueId: 'phone',
    name: 'Telefon',
    kind: 'calls',
    skill: '',
    intervalMinutes: 30,
    rule,
    postponable: 0,
    scheduledFrom: 'typed',
    cells,
    tasks: null,
    ...other,
  }
}

export function madeShift(
  agentId: string,
  [from, to]: readonly [string, string],
  breaks: readonly (readonly [string, string])[] = [],
  skills: readonly string[] = [],
): DayShift {
  return {
    shiftId: `shift of ${agentId}`,
    agentId,
    from: at(from),
    to: at(to),
    breaks: breaks.map(([start, end]) => ({ from: at(start), to: at(end) })),
    skill: null,
    skills,
  }
}

/** Everybody who is on all of a half hour, on every queue that the shift serves. */
export function peopleOn(queues: readonly DayQueue[], shifts: readonly DayShift[]): PeopleByStart {
  const isOn = (shift: DayShift, from: number) =>
    shift.from <= from &&
    shift.to >= from + 30 &&
    shift.breaks.every((pause) => pause.to <= from || pause.from >= from + 30)
  return new Map(
    queues.map((queue) => [
      queue.queueId,
      new Map(
        queue.cells.map((cell) => {
          const start = minuteOfCell(cell)
          return [start, shifts.filter((shift) => serves(queue, shift) && isOn(shift, start)).length]
        }),
      ),
    ]),
  )
}

/** A queue staffed by these shifts alone. */
export function staffedBy(queue: DayQueue, shifts: readonly DayShift[]): DayQueue {
  const people = peopleOn([queue], shifts).get(queue.queueId)!
  return {
    ...queue,
    scheduledFrom: 'shifts',
    cells: queue.cells.map((cell) => ({ ...cell, scheduled: people.get(minuteOfCell(cell))! })),
  }
}

export type MadeWorld = { readonly world: TodayWorld; readonly asked: () => readonly DayShift[] }

/** @returns asked: the shifts that the last proposal wanted to know the people of */
export function madeWorld(
  queue: DayQueue,
  more: Partial<Pick<TodayWorld, 'others' | 'shifts' | 'assumed'>> & { readonly now?: string } = {},
): MadeWorld {
  const { others = [], shifts = [], assumed = { callback: 0.3, message: 0.1 }, now = '08:00' } = more
  let last = shifts
  const peopleWith = (changed: readonly DayShift[]) => {
    last = changed
    return peopleOn([queue, ...others], changed)
  }
  const world = {
    now: at(now),
    queue,
    others,
    shifts,
    peopleWith,
    enough: 1 - queue.rule.confidence,
    assumed,
  }
  return { world, asked: () => last }
}
