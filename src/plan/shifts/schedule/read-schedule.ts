import { addDays, type PlainDate } from '../../../kernel/calendar.ts'
import { toInstant } from '../../../kernel/zone.ts'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Minute } from '../rules/types.ts'
import { daysBetween, openSlots, openSpans } from './rules/open-hours.ts'
import { sharePeople } from './rules/share-people.ts'
import { workSpans } from './rules/work-spans.ts'
import {
  listAway,
  listPresent,
  listScheduledShifts,
  listScheduleQueues,
  minuteOf,
  type Reported,
} from './store.ts'

export type ReadSchedule = {
  readonly queueId: string
  readonly from: PlainDate
  /** The last day. */
  readonly to: PlainDate
  /** People needed by a queue at a minute, for sharing those with several skills; queues count alike without it. */
  readonly need?: (queueId: string, at: Minute) => number
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
export async function readSchedule(
  scope: Pick<Scope, 'organisationId'>,
  db: Db,
  { queueId, from, to, need }: ReadSchedule,
): Promise<readonly ScheduleCell[]> {
  const queues = await listScheduleQueues(scope, db)
  const queue = queues.find((each) => each.queueId === queueId)
  if (!queue) return []
  const days = daysBetween(from, to)
  const between = { from: toInstant(from, '00:00'), to: toInstant(addDays(to, 1), '00:00') }
  const away = Map.groupBy(await listAway(scope, db, between), ({ agentId }) => agentId)
  const shifts = await listScheduledShifts(scope, db, between)
  const start = minuteOf(between.from)
  const { people } = sharePeople({
    from: start,
    to: minuteOf(between.to),
    stepMinutes,
    queues: queues.map((each) => ({ ...each, open: openSpans(each, days) })),
    spans: shifts.flatMap((shift) =>
      workSpans(shift, away.get(shift.agentId) ?? []).map((span) => ({
        ...span,
        skills: shift.skill === null ? shift.skills : [shift.skill],
      })),
    ),
    ...(need && { need }),
  })
  const row = people.get(queueId)!
  const reported = await listPresent(scope, db, { queueId, ...between })
  const cellAt = (minute: Minute): ScheduleCell => ({
    startsAt: new Date(minute * 60_000),
    scheduled: meanOver(row, minute - start, queue.intervalMinutes),
    present: presentAt(reported, minute, queue.intervalMinutes),
  })
  return days.flatMap((day) => openSlots(queue, day).map(cellAt))
}

function meanOver(row: Float64Array, offset: number, minutes: number): number {
  const first = Math.round(offset / stepMinutes)
  const count = minutes / stepMinutes
  let sum = 0
  for (let step = first; step < first + count; step++) sum += row[step] ?? 0
  return sum / count
}

/** Weighted by how much of the interval each report covers; null unless half of it is covered. */
function presentAt(reported: readonly Reported[], from: Minute, minutes: number): number | null {
  let [covered, sum] = [0, 0]
  for (const report of reported) {
    const start = minuteOf(report.startsAt)
    const overlap = Math.min(from + minutes, start + report.minutes) - Math.max(from, start)
    if (overlap <= 0) continue
    covered += overlap
    sum += overlap * report.present
  }
  return covered >= minutes / 2 ? sum / covered : null
}
