/** What is known of who works when, as other features may read it. Names no person beyond this folder. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { OpeningSpan, OpeningWeek } from '../../traffic/rules/queue.ts'
import type { Span } from '../rules/types.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>
export type Between = { readonly from: Date; readonly to: Date }
export type ScheduledShift = Span & {
  readonly shiftId: string
  readonly agentId: string
  readonly breaks: readonly Span[]
  readonly skill: string | null
  readonly skills: readonly string[]
}

/** Whole minutes since 1970, as shifts are reckoned with. */
export const minuteOf = (at: Date) => Math.round(at.getTime() / 60_000)

/**
 * Shifts with somebody on them that touch the time: as they were published where the week has been, else as they
 * stand in the draft.
 */
export async function listScheduledShifts(
  { organisationId }: Tenant,
  db: Db,
  { from, to }: Between,
): Promise<readonly ScheduledShift[]> {
  const { rows } = await sql<Omit<ScheduledShift, 'from' | 'to'> & { startsAt: Date; endsAt: Date }>`
    select s.shift_id as "shiftId", s.agent_id as "agentId", s.starts_at as "startsAt", s.ends_at as "endsAt", s.breaks, s.skill, a.skills
    from (
      select shift_id, agent_id, starts_at, ends_at, breaks, skill from plan_published_shift
      where organisation_id = ${organisationId} and not cancelled and starts_at < ${to} and ends_at > ${from}
      union all
      select w.shift_id, w.agent_id, w.starts_at, w.ends_at, w.breaks, w.skill
      from plan_shift w join plan_shift_plan p
        on p.organisation_id = w.organisation_id and p.week_start = w.week_start and p.version = 0
      where w.organisation_id = ${organisationId} and w.agent_id is not null
        and w.starts_at < ${to} and w.ends_at > ${from}
    ) s join plan_agent a on a.organisation_id = ${organisationId} and a.agent_id = s.agent_id
    order by s.starts_at, s.shift_id`.execute(db)
  return rows.map(({ startsAt, endsAt, ...row }) => ({
    ...row,
    from: minuteOf(startsAt),
    to: minuteOf(endsAt),
  }))
}

export type Away = Span & { readonly agentId: string }

/** Approved absence that touches the time; why is nobody's business here. */
export async function listAway(
  { organisationId }: Tenant,
  db: Db,
  between: Between,
): Promise<readonly Away[]> {
  const rows = await db
    .selectFrom('plan_absence')
    .select(['agent_id', 'starts_at', 'ends_at'])
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'approved')
    .where('starts_at', '<', between.to)
    .where('ends_at', '>', between.from)
    .execute()
  return rows.map((row) => ({
    agentId: row.agent_id,
    from: minuteOf(row.starts_at),
    to: minuteOf(row.ends_at),
  }))
}

export type ScheduleQueue = {
  readonly queueId: string
  readonly name: string
  readonly skill: string
  readonly intervalMinutes: number
  readonly opening: OpeningWeek
  readonly exceptions: Readonly<Record<string, readonly OpeningSpan[]>>
}

/** Queues that are in use, with the days on which they keep other hours. */
export async function listScheduleQueues(
  { organisationId }: Tenant,
  db: Db,
): Promise<readonly ScheduleQueue[]> {
  const { rows } = await sql<ScheduleQueue>`
    select q.queue_id as "queueId", q.name, q.skill, q.interval_minutes as "intervalMinutes", q.opening,
      coalesce((
        select jsonb_object_agg(e.day::text, e.spans) from plan_opening_exception e
        where e.organisation_id = q.organisation_id and e.queue_id = q.queue_id
      ), '{}') as exceptions
    from plan_queue q where q.organisation_id = ${organisationId} and q.closed_at is null
    order by q.created_at, q.queue_id`.execute(db)
  return rows
}

export type NeedRow = { readonly queueId: string; readonly startsAt: Date; readonly needed: number }

/** People needed as it is kept; days that are past keep the need that they had. */
export async function listNeeds(
  { organisationId }: Tenant,
  db: Db,
  { from, to }: Between,
): Promise<readonly NeedRow[]> {
  const { rows } = await sql<NeedRow>`
    select queue_id as "queueId", starts_at as "startsAt", needed from plan_requirement
    where organisation_id = ${organisationId} and starts_at >= ${from} and starts_at < ${to}`.execute(db)
  return rows
}

export type Reported = { readonly startsAt: Date; readonly minutes: number; readonly present: number }

/** Reported people at work for a queue; intervals of the report, which need not be the queue's own. */
export async function listPresent(
  { organisationId }: Tenant,
  db: Db,
  { queueId, from, to }: Between & { readonly queueId: string },
): Promise<readonly Reported[]> {
  const rows = await db
    .selectFrom('plan_present')
    .select(['starts_at', 'minutes', 'present'])
    .where('organisation_id', '=', organisationId)
    .where('queue_id', '=', queueId)
    .where('starts_at', '<', to)
    .where('starts_at', '>=', new Date(from.getTime() - 3_600_000))
    .orderBy('starts_at')
    .execute()
  return rows.map((row) => ({ startsAt: row.starts_at, minutes: row.minutes, present: row.present }))
}
