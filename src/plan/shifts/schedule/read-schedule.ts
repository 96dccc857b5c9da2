import { addDays, type PlainDate } from '../../../kernel/calendar.ts'
import { toInstant } from '../../../kernel/zone.ts'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import { openingOn, slotsOf } from '../../traffic/rules/queue.ts'
import { sharePeople } from './rules/share-people.ts'
import { type Span, workSpans } from './rules/work-spans.ts'
import {
  type Between,
  listAway,
  listPresent,
  listScheduledShifts,
  listScheduleQueues,
  type ScheduleQueue,
} from './store.ts'

export type ReadSchedule = {
  readonly queueId: string
  readonly from: PlainDate
  /** The last day. */
  readonly to: PlainDate
  /** People needed by a queue at a moment, for sharing those with several skills; queues count alike without it. */
  readonly need?: (queueId: string, at: number) => number
}

export type ScheduleCell = {
  readonly startsAt: Date
  /** People on a shift for the queue, breaks and approved absence taken out; a mean over the interval. */
  readonly scheduled: number
  /** People who were reported to be there; null where nobody has reported. */
  readonly present: number | null
}

const stepMinutes = 5

/**
 * Who is on when, for every interval in which the queue is open. Weeks that have been published count as published,
 * others as they stand in the draft. Somebody with several skills counts once, shared over the open queues.
 *
 * @returns nothing for a queue that is not there or has been closed
 */
export async function readSchedule(scope: Scope, db: Db, asked: ReadSchedule): Promise<readonly ScheduleCell[]> {
  const queues = await listScheduleQueues(scope, db)
  const queue = queues.find(({ queueId }) => queueId === asked.queueId)
  if (!queue) return []
  const between = { from: toInstant(asked.from, '00:00'), to: toInstant(addDays(asked.to, 1), '00:00') }
  const shared = await shareBetween(scope, db, { queues, between, need: asked.need })
  const row = shared.people.get(queue.queueId)!
  const reported = await listPresent(scope, db, { queueId: queue.queueId, ...between })
  return daysOf(asked).flatMap((day) =>
    slotsOn(queue, day).map((startsAt) => ({
      startsAt: new Date(startsAt),
      scheduled: meanOver(row, startsAt - between.from.getTime(), queue.intervalMinutes),
      present: presentAt(reported, startsAt, queue.intervalMinutes),
    })),
  )
}

type Sharing = {
  readonly queues: readonly ScheduleQueue[]
  readonly between: Between
  readonly need: ReadSchedule['need']
}

async function shareBetween(scope: Scope, db: Db, { queues, between, need }: Sharing) {
  const shifts = await listScheduledShifts(scope, db, between)
  const away = Map.groupBy(await listAway(scope, db, between), ({ agentId }) => agentId)
  const [from, to] = [between.from.getTime(), between.to.getTime()]
  return sharePeople({
    from,
    to,
    stepMinutes,
    queues: queues.map((queue) => ({ ...queue, open: openSpans(queue, between) })),
    spans: shifts.flatMap((shift) =>
      workSpans(shift, awaySpans(away.get(shift.agentId) ?? [])).map(([start, end]) => ({
        from: start,
        to: end,
        skills: shift.skills,
        queueId: shift.queueId,
      })),
    ),
    ...(need && { need }),
  })
}

function awaySpans(away: readonly { readonly startsAt: Date; readonly endsAt: Date }[]): readonly Span[] {
  return away.map(({ startsAt, endsAt }) => [startsAt.getTime(), endsAt.getTime()])
}

function daysOf({ from, to }: Pick<ReadSchedule, 'from' | 'to'>): readonly PlainDate[] {
  const days: PlainDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

function slotsOn(queue: ScheduleQueue, day: PlainDate): readonly number[] {
  const spans = openingOn(queue.opening, new Map(Object.entries(queue.exceptions)), day)
  return slotsOf(spans, queue.intervalMinutes).map((minute) => toInstant(day, clockOf(minute)).getTime())
}

const clockOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

function openSpans(queue: ScheduleQueue, { from, to }: Between): readonly Span[] {
  const exceptions = new Map(Object.entries(queue.exceptions))
  const day = (instant: Date) => new Date(instant.getTime() + 12 * 3_600_000).toISOString().slice(0, 10)
  return daysOf({ from: day(from), to: addDays(day(to), -1) }).flatMap((date) =>
    openingOn(queue.opening, exceptions, date).map(
      (span): Span => [toInstant(date, span.from).getTime(), endOf(date, span.to)],
    ),
  )
}

function endOf(date: PlainDate, time: string): number {
  return time === '24:00' ? toInstant(addDays(date, 1), '00:00').getTime() : toInstant(date, time).getTime()
}

function meanOver(row: Float64Array, offsetMs: number, minutes: number): number {
  const first = Math.round(offsetMs / 60_000 / stepMinutes)
  const count = minutes / stepMinutes
  let sum = 0
  for (let step = first; step < first + count; step++) sum += row[step] ?? 0
  return sum / count
}

/** Weighted by how much of the interval each report covers; null unless something covers half of it. */
function presentAt(
  reported: readonly { readonly startsAt: Date; readonly minutes: number; readonly present: number }[],
  startsAt: number,
  minutes: number,
): number | null {
  const endsAt = startsAt + minutes * 60_000
  let covered = 0
  let sum = 0
  for (const { startsAt: start, minutes: length, present } of reported) {
    const overlap =
      Math.min(endsAt, start.getTime() + length * 60_000) - Math.max(startsAt, start.getTime())
    if (overlap <= 0) continue
    covered += overlap
    sum += overlap * present
  }
  return covered >= (endsAt - startsAt) / 2 ? sum / covered : null
}
