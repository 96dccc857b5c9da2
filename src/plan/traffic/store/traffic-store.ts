/** Contacts per queue and interval. */
import { sql } from 'kysely'
import type { PlainDate } from '../../../kernel/calendar.ts'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>
export type QueueSpan = { readonly queueId: string; readonly from: PlainDate; readonly to: PlainDate }

export type TrafficRow = {
  readonly startsAt: Date
  readonly offered: number
  readonly handled: number | null
  readonly abandoned: number | null
  /** Means in seconds; null if unknown. */
  readonly handleSeconds: number | null
  readonly waitSeconds: number | null
  /** How many were answered within the seconds of the target. */
  readonly answeredWithin: number | null
  /** Conversations that one person had at a time, on average. */
  readonly concurrent: number | null
}

/** The intervals of the local days from … to, both included, in order of time; nothing where nothing was counted. */
export async function readTraffic(
  { organisationId }: Tenant,
  db: Db,
  { queueId, from, to }: QueueSpan,
): Promise<TrafficRow[]> {
  const { rows } = await sql<TrafficRow>`
    select starts_at as "startsAt", offered, handled, abandoned, handle_seconds as "handleSeconds",
      wait_seconds as "waitSeconds", answered_within as "answeredWithin", concurrent
    from plan_traffic
    where organisation_id = ${organisationId} and queue_id = ${queueId}
      and day between ${from}::date and ${to}::date
    order by starts_at`.execute(db)
  return rows
}

export type DayTotal = {
  readonly day: PlainDate
  readonly offered: number
  readonly handled: number | null
  readonly abandoned: number | null
  readonly intervals: number
}

export async function dayTotals(
  { organisationId }: Tenant,
  db: Db,
  { queueId, from, to }: QueueSpan,
): Promise<DayTotal[]> {
  const { rows } = await sql<DayTotal>`
    select day, sum(offered) as offered, sum(handled) as handled, sum(abandoned) as abandoned,
      count(*)::integer as intervals
    from plan_traffic
    where organisation_id = ${organisationId} and queue_id = ${queueId}
      and day between ${from}::date and ${to}::date
    group by day order by day`.execute(db)
  return rows
}

/** One count as the forecast reads it: on the clock on the wall. */
export type WallCount = { readonly date: PlainDate; readonly minute: number; readonly value: number }

/** Everything before a day, without days that are marked as not normal. */
export async function wallCounts(
  { organisationId }: Tenant,
  db: Db,
  { queueId, before }: { readonly queueId: string; readonly before: PlainDate },
): Promise<WallCount[]> {
  const { rows } = await sql<WallCount>`
    select day as date, offered as value,
      (extract(hour from starts_at at time zone 'Europe/Oslo') * 60
        + extract(minute from starts_at at time zone 'Europe/Oslo'))::integer as minute
    from plan_traffic t
    where organisation_id = ${organisationId} and queue_id = ${queueId} and day < ${before}::date
      and day >= ${before}::date - 1200
      and not exists (select from plan_day_mark m where m.organisation_id = t.organisation_id
        and m.queue_id = t.queue_id and m.day = t.day)
    order by starts_at`.execute(db)
  return rows
}

export type TrafficSpan = { readonly queueId: string; readonly first: PlainDate; readonly last: PlainDate }

export async function trafficSpans({ organisationId }: Tenant, db: Db): Promise<TrafficSpan[]> {
  const { rows } = await sql<TrafficSpan>`
    select q.queue_id as "queueId", first.day as first, last.day as last from plan_queue q
      join lateral (select day from plan_traffic t where t.organisation_id = q.organisation_id
        and t.queue_id = q.queue_id order by day limit 1) first on true
      join lateral (select day from plan_traffic t where t.organisation_id = q.organisation_id
        and t.queue_id = q.queue_id order by day desc limit 1) last on true
    where q.organisation_id = ${organisationId}`.execute(db)
  return rows
}

export type WrittenInterval = {
  readonly startsAt: Date
  readonly day: PlainDate
  readonly offered: number
  readonly handled: number | null
  readonly abandoned: number | null
  readonly handleSeconds: number | null
  readonly waitSeconds: number | null
  readonly answeredWithin: number | null
}
export type Written = {
  readonly added: number
  readonly changed: number
  readonly days: readonly PlainDate[]
}

/** Inserts what is new and replaces what differs; what is the same stays untouched. */
export async function writeTraffic(
  { organisationId }: Tenant,
  trx: Db,
  given: {
    readonly queueId: string
    readonly deliveryId: string
    readonly intervals: readonly WrittenInterval[]
  },
): Promise<Written> {
  const json = JSON.stringify(
    given.intervals.map((each) => ({
      starts_at: each.startsAt.toISOString(),
      day: each.day,
      offered: each.offered,
      handled: each.handled,
      abandoned: each.abandoned,
      handle_seconds: each.handleSeconds,
      wait_seconds: each.waitSeconds,
      answered_within: each.answeredWithin,
    })),
  )
  const { rows } = await sql<{ day: string; added: number; changed: number }>`
    with written as (
      insert into plan_traffic as t (organisation_id, queue_id, delivery_id, starts_at, day, offered, handled,
        abandoned, handle_seconds, wait_seconds, answered_within)
      select ${organisationId}::uuid, ${given.queueId}::uuid, ${given.deliveryId}::uuid, r.*
      from json_to_recordset(${json}::json) as r(starts_at timestamptz, day date, offered double precision,
        handled double precision, abandoned double precision, handle_seconds double precision,
        wait_seconds double precision, answered_within double precision)
      on conflict (organisation_id, queue_id, starts_at) do update set offered = excluded.offered,
        handled = excluded.handled, abandoned = excluded.abandoned, handle_seconds = excluded.handle_seconds,
        wait_seconds = excluded.wait_seconds, answered_within = excluded.answered_within,
        delivery_id = excluded.delivery_id
      where (t.offered, t.handled, t.abandoned, t.handle_seconds, t.wait_seconds, t.answered_within)
        is distinct from (excluded.offered, excluded.handled, excluded.abandoned, excluded.handle_seconds,
          excluded.wait_seconds, excluded.answered_within)
      returning t.day, (t.xmax = 0) as is_new
    )
    select day, count(*) filter (where is_new)::integer as added,
      count(*) filter (where not is_new)::integer as changed
    from written group by day order by day`.execute(trx)
  return {
    added: rows.reduce((sum, { added }) => sum + added, 0),
    changed: rows.reduce((sum, { changed }) => sum + changed, 0),
    days: rows.map(({ day }) => day),
  }
}

/** How the contacts of each weekday lie over its intervals, from the last weeks with counts. */
export async function weekdayShape(
  { organisationId }: Tenant,
  db: Db,
  queueId: string,
): Promise<readonly { readonly weekday: number; readonly minute: number; readonly mean: number }[]> {
  const { rows } = await sql<{ weekday: number; minute: number; mean: number }>`
    select extract(isodow from day)::integer as weekday,
      (extract(hour from starts_at at time zone 'Europe/Oslo') * 60
        + extract(minute from starts_at at time zone 'Europe/Oslo'))::integer as minute, avg(offered) as mean
    from plan_traffic
    where organisation_id = ${organisationId} and queue_id = ${queueId}
      and day > (select max(day) from plan_traffic where organisation_id = ${organisationId}
        and queue_id = ${queueId}) - 84
    group by 1, 2 order by 1, 2`.execute(db)
  return rows
}
