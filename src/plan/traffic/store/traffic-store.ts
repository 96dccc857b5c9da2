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

/** A forecast reads no further back. */
const daysRead = 1200
/** Fewer days with contacts say nothing of the next ones. */
const fewestDays = 10

/** Whether the queue has so many days with contacts that a forecast of it is made by itself. */
export async function hasDaysEnough(
  { organisationId }: Tenant,
  db: Db,
  { queueId, before }: { readonly queueId: string; readonly before: PlainDate },
): Promise<boolean> {
  const { rows } = await sql`
    select distinct day from plan_traffic t
    where organisation_id = ${organisationId} and queue_id = ${queueId} and day < ${before}::date
      and day >= ${before}::date - ${daysRead}::integer and offered > 0
      and not exists (select from plan_day_mark m where m.organisation_id = t.organisation_id
        and m.queue_id = t.queue_id and m.day = t.day)
    limit ${fewestDays}`.execute(db)
  return rows.length === fewestDays
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
      and day >= ${before}::date - ${daysRead}::integer
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
type Writing = {
  readonly queueId: string
  readonly deliveryId: string
  readonly intervals: readonly WrittenInterval[]
}

/** The intervals as a table that a statement can read from. */
const asRows = (intervals: readonly WrittenInterval[]) => sql`json_to_recordset(${JSON.stringify(
  intervals.map((each) => ({
    starts_at: each.startsAt.toISOString(),
    day: each.day,
    offered: each.offered,
    handled: each.handled,
    abandoned: each.abandoned,
    handle_seconds: each.handleSeconds,
    wait_seconds: each.waitSeconds,
    answered_within: each.answeredWithin,
  })),
)}::json) as r(starts_at timestamptz, day date, offered double precision, handled double precision,
  abandoned double precision, handle_seconds double precision, wait_seconds double precision,
  answered_within double precision)`

const differs = sql`(t.offered, t.handled, t.abandoned, t.handle_seconds, t.wait_seconds, t.answered_within)
  is distinct from (r.offered, r.handled, r.abandoned, r.handle_seconds, r.wait_seconds, r.answered_within)`

export type Compared = { readonly added: number; readonly changed: number; readonly same: number }

/** How many of the intervals are new, how many differ from what is there, and how many are as there. */
export async function compareTraffic(
  { organisationId }: Tenant,
  db: Db,
  { queueId, intervals }: Omit<Writing, 'deliveryId'>,
): Promise<Compared> {
  const { rows } = await sql<{ known: number; changed: number }>`
    select count(*)::integer as known, count(*) filter (where ${differs})::integer as changed
    from ${asRows(intervals)} join plan_traffic t on t.organisation_id = ${organisationId}
      and t.queue_id = ${queueId} and t.starts_at = r.starts_at`.execute(db)
  const { known, changed } = rows[0]!
  return { added: intervals.length - known, changed, same: known - changed }
}

/**
 * Inserts what is new and replaces what differs; what is the same stays untouched.
 *
 * @returns the days of which something has changed
 */
export async function writeTraffic(
  { organisationId }: Tenant,
  trx: Db,
  { queueId, deliveryId, intervals }: Writing,
): Promise<readonly PlainDate[]> {
  const { rows } = await sql<{ day: string }>`
    with written as (
      insert into plan_traffic as t (organisation_id, queue_id, delivery_id, starts_at, day, offered, handled,
        abandoned, handle_seconds, wait_seconds, answered_within)
      select ${organisationId}::uuid, ${queueId}::uuid, ${deliveryId}::uuid, r.*
      from ${asRows(intervals)}
      on conflict (organisation_id, queue_id, starts_at) do update set offered = excluded.offered,
        handled = excluded.handled, abandoned = excluded.abandoned, handle_seconds = excluded.handle_seconds,
        wait_seconds = excluded.wait_seconds, answered_within = excluded.answered_within,
        delivery_id = excluded.delivery_id
      where (t.offered, t.handled, t.abandoned, t.handle_seconds, t.wait_seconds, t.answered_within)
        is distinct from (excluded.offered, excluded.handled, excluded.abandoned, excluded.handle_seconds,
          excluded.wait_seconds, excluded.answered_within)
      returning t.day
    )
    select distinct day from written order by day`.execute(trx)
  return rows.map(({ day }) => day)
}

/** Keeps what a delivery is about to replace; the delivery has its line already. */
export async function keepReplaced(
  { organisationId }: Tenant,
  trx: Db,
  { queueId, deliveryId, intervals }: Writing,
): Promise<void> {
  await sql`
    insert into plan_traffic_replaced (organisation_id, delivery_id, starts_at, offered, handled, abandoned,
      handle_seconds, wait_seconds, answered_within, replaced_delivery_id)
    select t.organisation_id, ${deliveryId}::uuid, t.starts_at, t.offered, t.handled, t.abandoned,
      t.handle_seconds, t.wait_seconds, t.answered_within, t.delivery_id
    from ${asRows(intervals)} join plan_traffic t on t.organisation_id = ${organisationId}
      and t.queue_id = ${queueId} and t.starts_at = r.starts_at
    where ${differs}`.execute(trx)
}

export type TakenBack = {
  /** Intervals that only this delivery had counted. */
  readonly removed: number
  readonly restored: number
  readonly days: readonly PlainDate[]
}

/** Counts are again what they were before the delivery; those that a system has sent since stay. */
export async function takeBack({ organisationId }: Tenant, trx: Db, deliveryId: string): Promise<TakenBack> {
  const { rows } = await sql<{ day: string; removed: number; restored: number }>`
    with restored as (
      update plan_traffic t set offered = r.offered, handled = r.handled, abandoned = r.abandoned,
        handle_seconds = r.handle_seconds, wait_seconds = r.wait_seconds, answered_within = r.answered_within,
        delivery_id = r.replaced_delivery_id
      from plan_traffic_replaced r
      where r.organisation_id = ${organisationId} and r.delivery_id = ${deliveryId}
        and t.organisation_id = r.organisation_id and t.delivery_id = r.delivery_id
        and t.starts_at = r.starts_at
      returning t.day
    ), removed as (
      delete from plan_traffic t
      where t.organisation_id = ${organisationId} and t.delivery_id = ${deliveryId}
        and not exists (select 1 from plan_traffic_replaced r where r.organisation_id = t.organisation_id
          and r.delivery_id = t.delivery_id and r.starts_at = t.starts_at)
      returning t.day
    )
    select day, count(*) filter (where gone)::integer as removed,
      count(*) filter (where not gone)::integer as restored
    from (select day, true as gone from removed union all select day, false from restored) as all_days
    group by day order by day`.execute(trx)
  await trx
    .deleteFrom('plan_traffic_replaced')
    .where('organisation_id', '=', organisationId)
    .where('delivery_id', '=', deliveryId)
    .execute()
  return {
    removed: rows.reduce((sum, { removed }) => sum + removed, 0),
    restored: rows.reduce((sum, { restored }) => sum + restored, 0),
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
