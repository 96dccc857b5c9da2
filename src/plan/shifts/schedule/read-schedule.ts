import { addDays, type PlainDate } from '../../../kernel/calendar.ts'
import { toInstant } from '../../../kernel/zone.ts'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Minute, Span } from '../rules/types.ts'
import { daysBetween, openSlots, openSpans } from './rules/open-hours.ts'
import { sharePeople } from './rules/share-people.ts'
import { workSpans } from './rules/work-spans.ts'
import {
  type Between,
  listAway,
  listNeeds,
  listPresent,
  listScheduledShifts,
  listScheduleQueues,
  minuteOf,
  type NeedRow,
  type Reported,
  type ScheduledShift,
  type ScheduleQueue,
} from './store.ts'

type Days = {
  readonly from: PlainDate
  /** The last day. */
  readonly to: PlainDate
}
type Sharing = {
  /** The shifts as they would be, for asking what a change does. */
  readonly change?: (shifts: readonly ScheduledShift[]) => readonly ScheduledShift[]
}
export type ReadSchedule = Days & { readonly queueId: string }

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
 * others as they stand in the draft. Somebody with several skills counts once, shared over the open queues as they are
 * needed there; where no need is known of any of them, they count alike.
 *
 * @returns nothing for a queue that is not there or has been closed
 */
export async function readSchedule(
  scope: Pick<Scope, 'organisationId'>,
  db: Db,
  { queueId, ...asked }: ReadSchedule,
): Promise<readonly ScheduleCell[]> {
  const shared = await readShared(scope, db, asked)
  const queue = shared.queues.find((each) => each.queueId === queueId)
  if (!queue) return []
  const reported = await listPresent(scope, db, { queueId, ...shared.between })
  return cellsOf(shared, queue).map(({ from, scheduled }) => ({
    startsAt: new Date(from * 60_000),
    scheduled,
    present: presentAt(reported, from, queue.intervalMinutes),
  }))
}

export type QueueSchedule = {
  readonly queueId: string
  readonly name: string
  readonly skill: string
  readonly intervalMinutes: number
  readonly cells: readonly { readonly from: Minute; readonly scheduled: number }[]
}

/** The same for every queue in use at once; with `change`, as it would be. */
export async function readSchedules(
  scope: Pick<Scope, 'organisationId'>,
  db: Db,
  asked: Days & Sharing,
): Promise<readonly QueueSchedule[]> {
  const shared = await readShared(scope, db, asked)
  return shared.queues.map((queue) => {
    const { queueId, name, skill, intervalMinutes } = queue
    return { queueId, name, skill, intervalMinutes, cells: cellsOf(shared, queue) }
  })
}

type SharedDays = {
  readonly queues: readonly ScheduleQueue[]
  readonly days: readonly PlainDate[]
  readonly between: Between
  readonly people: ReadonlyMap<string, Float64Array>
}

async function readShared(
  scope: Pick<Scope, 'organisationId'>,
  db: Db,
  { change, ...days }: Days & Sharing,
): Promise<SharedDays> {
  return shareDays(await loadDays(scope, db, days), { ...(change && { change }) })
}

type LoadedDays = Omit<SharedDays, 'people'> & {
  readonly away: ReadonlyMap<string, readonly Span[]>
  readonly shifts: readonly ScheduledShift[]
  readonly need: (queueId: string, at: Minute) => number
}

async function loadDays(
  scope: Pick<Scope, 'organisationId'>,
  db: Db,
  { from, to }: Days,
): Promise<LoadedDays> {
  const queues = await listScheduleQueues(scope, db)
  const days = daysBetween(from, to)
  const between = { from: toInstant(from, '00:00'), to: toInstant(addDays(to, 1), '00:00') }
  const away = Map.groupBy(await listAway(scope, db, between), ({ agentId }) => agentId)
  const need = needReader(queues, await listNeeds(scope, db, between))
  return { queues, days, between, away, need, shifts: await listScheduledShifts(scope, db, between) }
}

/** Nobody is needed where nothing is known: whoever can choose goes where somebody is. */
function needReader(queues: readonly ScheduleQueue[], rows: readonly NeedRow[]): LoadedDays['need'] {
  const minutesOf = new Map(queues.map(({ queueId, intervalMinutes }) => [queueId, intervalMinutes]))
  const needed = new Map(rows.map((row) => [`${row.queueId} ${minuteOf(row.startsAt)}`, row.needed]))
  return (queueId, at) => needed.get(`${queueId} ${at - (at % minutesOf.get(queueId)!)}`) ?? 0
}

function shareDays(loaded: LoadedDays, { change = (shifts) => shifts }: Sharing): SharedDays {
  const { queues, days, between, away, need } = loaded
  const { people } = sharePeople({
    from: minuteOf(between.from),
    to: minuteOf(between.to),
    stepMinutes,
    queues: queues.map((each) => ({ ...each, open: openSpans(each, days) })),
    spans: change(loaded.shifts).flatMap((shift) =>
      workSpans(shift, away.get(shift.agentId) ?? []).map((span) => ({
        ...span,
        skills: shift.skill === null ? shift.skills : [shift.skill],
      })),
    ),
    need,
  })
  return { queues, days, between, people }
}

/** Who is at work on some days, and how many that gives each queue, as it is and as it would be. */
export type ScheduleMaker = {
  /** Without those who are away all the time. */
  readonly shifts: readonly ScheduledShift[]
  /** People of each queue by the start of the interval, in minutes since 1970. */
  readonly peopleWith: (
    change: (shifts: readonly ScheduledShift[]) => readonly ScheduledShift[],
  ) => ReadonlyMap<string, ReadonlyMap<Minute, number>>
}

/** Reads once, and answers as often as somebody asks what a change would do. */
export async function readScheduleMaker(
  scope: Pick<Scope, 'organisationId'>,
  db: Db,
  days: Days,
): Promise<ScheduleMaker> {
  const loaded = await loadDays(scope, db, days)
  const isHere = (shift: ScheduledShift) => workSpans(shift, loaded.away.get(shift.agentId) ?? []).length > 0
  return {
    shifts: loaded.shifts.filter(isHere),
    peopleWith: (change) => {
      const shared = shareDays(loaded, { change })
      const rows = shared.queues.map((queue) => {
        const cells = cellsOf(shared, queue).map(({ from, scheduled }): [Minute, number] => [from, scheduled])
        return [queue.queueId, new Map(cells)] as const
      })
      return new Map(rows)
    },
  }
}

function cellsOf({ days, between, people }: SharedDays, queue: ScheduleQueue): QueueSchedule['cells'] {
  const start = minuteOf(between.from)
  const row = people.get(queue.queueId)!
  return days.flatMap((day) =>
    openSlots(queue, day).map((minute) => ({
      from: minute,
      scheduled: meanOver(row, minute - start, queue.intervalMinutes),
    })),
  )
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
