/** What proposals for the rest of a day are made from. */
import { localOf } from '../../shifts/rules/local-days.ts'
import type { Minute, Span } from '../../shifts/rules/types.ts'
import type { DayCell, DayChange, DayQueue } from '../../staffing/rules/day-queue.ts'
import type { Effect } from './proposal.ts'
import { outlookOn, type Stretch } from './stretch.ts'

/** When somebody is at work. Minutes since 1970. */
export type ShiftTimes = Span & { readonly breaks: readonly Span[] }

/** A shift of today; whose it is, is nobody's business here. */
export type DayShift = ShiftTimes & {
  readonly shiftId: string
  readonly agentId: string
  readonly skill: string | null
  readonly skills: readonly string[]
}
export type PeopleByStart = ReadonlyMap<string, ReadonlyMap<Minute, number>>

export type TodayWorld = {
  /** Minutes since 1970. */
  readonly now: Minute
  readonly queue: DayQueue
  readonly others: readonly DayQueue[]
  readonly shifts: readonly DayShift[]
  /** How many each queue has with other shifts, shared over the skills as the plan shares them. */
  readonly peopleWith: (shifts: readonly DayShift[]) => PeopleByStart
  /** A risk that is low enough. */
  readonly enough: number
  readonly assumed: { readonly callback: number; readonly message: number }
}

/** Minutes that people who are not at work need to hear of it and get there. */
export const timeToArrive = 60

export const minuteOfCell = ({ startsAt }: Pick<DayCell, 'startsAt'>): Minute => Math.round(startsAt / 60_000)

/** The stretch in minutes, on the day of the queue's cells. */
export function spanOf(
  { cells, intervalMinutes }: DayQueue,
  { from, to }: Pick<Stretch, 'from' | 'to'>,
): Span {
  const inside = cells.filter(({ time }) => time >= from && time < to)
  const last = inside.at(-1)
  return inside[0] && last
    ? { from: minuteOfCell(inside[0]), to: minuteOfCell(last) + intervalMinutes }
    : { from: 0, to: 0 }
}

/** On the clock; midnight at the end of a day is 24:00. */
export const clockAt = (minute: Minute): string => {
  const { time } = localOf(minute)
  return time === '00:00' ? '24:00' : time
}

/** Whether a shift's time counts for the queue. */
export const serves = ({ skill }: DayQueue, shift: DayShift): boolean =>
  skill === '' || (shift.skill === null ? shift.skills : [shift.skill]).includes(skill)

export type ShiftChange = {
  readonly shiftId: string
  readonly agentId: string
  readonly before: ShiftTimes
  readonly after: ShiftTimes
}

/** What the plan of the day would have to be told. */
export function changesBetween(before: readonly DayShift[], after: readonly DayShift[]): ShiftChange[] {
  const times = ({ from, to, breaks }: DayShift): ShiftTimes => ({ from, to, breaks })
  return before.flatMap((shift, index) => {
    const other = after[index]!
    if (other === shift) return []
    const { shiftId, agentId } = shift
    return [{ shiftId, agentId, before: times(shift), after: times(other) }]
  })
}

/** What other shifts do to a queue. */
export const withPeople = (queue: DayQueue, people: PeopleByStart): DayChange => ({
  people: (cell) =>
    (people.get(queue.queueId)?.get(minuteOfCell(cell)) ?? cell.scheduled ?? 0) - (cell.scheduled ?? 0),
})

export function effectOn(
  queue: DayQueue,
  { from, to }: Pick<Stretch, 'from' | 'to'>,
  change: DayChange,
): Effect {
  const stretch = { from, to }
  return {
    queueId: queue.queueId,
    queue: queue.name,
    ...stretch,
    before: outlookOn(queue, stretch),
    after: outlookOn(queue, stretch, change),
  }
}

/** Other queues for which a change of shifts is for the worse; a hundredth is not worth a word. */
export function costElsewhere(
  { others }: TodayWorld,
  stretch: Pick<Stretch, 'from' | 'to'>,
  people: PeopleByStart,
): readonly Effect[] {
  return others
    .map((other) => effectOn(other, stretch, withPeople(other, people)))
    .filter(({ before, after }) => after.risk - before.risk >= 0.01)
}
