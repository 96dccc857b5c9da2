/** Kept forecasts. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Part } from '../rules/forecast-parts.ts'
import type { Report } from '../rules/make-forecast.ts'
import type { QueueSpan } from './traffic-store.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>

export type ForecastCell = {
  readonly startsAt: Date
  readonly mean: number
  readonly lo95: number
  readonly hi95: number
}
/** `cv`: standard deviation over mean of the day's total beyond Poisson, the shared part of the uncertainty. */
export type ForecastDay = {
  readonly date: string
  readonly mean: number
  readonly lo95: number
  readonly hi95: number
  readonly cv: number
  readonly parts: readonly Part[]
  readonly marks: readonly string[]
}
export type ReadForecast = {
  readonly madeAt: Date
  readonly methodVersion: string
  readonly cells: readonly ForecastCell[]
  readonly days: readonly ForecastDay[]
  /** How good the same method was at moments in the past. */
  readonly past: Report['past']
}

/**
 * What the queue's latest forecast says of the local days from … to; undefined when none has been made. By interval
 * only as far as it goes by interval (six weeks), by day up to thirteen months.
 */
export async function readForecast(
  scope: Tenant,
  db: Db,
  { queueId, from, to }: QueueSpan,
): Promise<ReadForecast | undefined> {
  const latest = await latestForecast(scope, db, queueId)
  if (!latest) return undefined
  const { madeAt, methodVersion, forecastId, report } = latest
  const span = { forecastId, from, to }
  const cells = await cellsOf(scope, db, span)
  return { madeAt, methodVersion, cells, days: await daysOf(scope, db, span), past: report.past }
}

export type KeptForecast = {
  readonly forecastId: string
  readonly madeAt: Date
  readonly fromDay: string
  readonly cellsTo: string
  readonly methodVersion: string
  readonly inputsVersion: number
  readonly report: Report
}

export function latestForecast(
  { organisationId }: Tenant,
  db: Db,
  queueId: string,
): Promise<KeptForecast | undefined> {
  return db
    .selectFrom('plan_forecast')
    .select([
      'forecast_id as forecastId',
      'made_at as madeAt',
      'from_day as fromDay',
      'cells_to as cellsTo',
      'method_version as methodVersion',
      'inputs_version as inputsVersion',
      'report',
    ])
    .where('organisation_id', '=', organisationId)
    .where('queue_id', '=', queueId)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

type ForecastSpan = { readonly forecastId: string; readonly from: string; readonly to: string }

async function cellsOf({ organisationId }: Tenant, db: Db, { forecastId, from, to }: ForecastSpan) {
  const { rows } = await sql<ForecastCell>`
    select starts_at as "startsAt", mean, lo95, hi95 from plan_forecast_cell
    where organisation_id = ${organisationId} and forecast_id = ${forecastId}
      and starts_at >= (${from}::date)::timestamp at time zone 'Europe/Oslo'
      and starts_at < (${to}::date + 1)::timestamp at time zone 'Europe/Oslo'
    order by starts_at`.execute(db)
  return rows
}

async function daysOf({ organisationId }: Tenant, db: Db, { forecastId, from, to }: ForecastSpan) {
  const { rows } = await sql<ForecastDay>`
    select day as date, mean, lo95, hi95, cv, parts->'parts' as parts, parts->'marks' as marks
    from plan_forecast_day
    where organisation_id = ${organisationId} and forecast_id = ${forecastId}
      and day between ${from}::date and ${to}::date
    order by day`.execute(db)
  return rows
}

type NewForecast = Omit<KeptForecast, 'madeAt'> & {
  readonly queueId: string
  readonly madeAt: Date
  readonly toDay: string
  readonly cells: readonly ForecastCell[]
  readonly days: readonly ForecastDay[]
}

/** Keeps a forecast: of earlier ones, the last of each day, and of those older than two weeks one a week. */
export async function keepForecast({ organisationId }: Tenant, trx: Db, made: NewForecast): Promise<void> {
  const { forecastId, queueId } = made
  await sql`
    delete from plan_forecast f where organisation_id = ${organisationId} and queue_id = ${queueId} and (
      from_day = ${made.fromDay}::date
      or from_day < ${made.fromDay}::date - 400
      or (from_day < ${made.fromDay}::date - 14 and exists (select from plan_forecast o
        where o.organisation_id = f.organisation_id and o.queue_id = f.queue_id
          and date_trunc('week', o.from_day) = date_trunc('week', f.from_day) and o.from_day < f.from_day)))`.execute(
    trx,
  )
  await trx
    .insertInto('plan_forecast')
    .values({
      organisation_id: organisationId,
      forecast_id: forecastId,
      queue_id: queueId,
      made_at: made.madeAt,
      from_day: made.fromDay,
      to_day: made.toDay,
      cells_to: made.cellsTo,
      method_version: made.methodVersion,
      inputs_version: made.inputsVersion,
      report: JSON.stringify(made.report),
    })
    .execute()
  const cells = JSON.stringify(
    made.cells.map(({ startsAt, ...rest }) => ({ starts_at: startsAt.toISOString(), ...rest })),
  )
  await sql`
    insert into plan_forecast_cell (organisation_id, forecast_id, starts_at, mean, lo95, hi95)
    select ${organisationId}::uuid, ${forecastId}::uuid, r.*
    from json_to_recordset(${cells}::json) as r(starts_at timestamptz, mean double precision,
      lo95 double precision, hi95 double precision)
    on conflict do nothing`.execute(trx)
  const days = JSON.stringify(
    made.days.map(({ date, parts, marks, ...rest }) => ({ day: date, ...rest, parts: { parts, marks } })),
  )
  await sql`
    insert into plan_forecast_day (organisation_id, forecast_id, day, mean, lo95, hi95, cv, parts)
    select ${organisationId}::uuid, ${forecastId}::uuid, r.*
    from json_to_recordset(${days}::json) as r(day date, mean double precision, lo95 double precision,
      hi95 double precision, cv double precision, parts jsonb)`.execute(trx)
}

export type KeptAgainstSeen = {
  readonly days: number
  readonly wape: number | null
  readonly inside: number | null
  readonly from: string | null
}

/**
 * How kept forecasts did: for every day of the last `days` that has been counted since, the newest forecast made at
 * least a week before it, day totals.
 */
export async function keptAgainstSeen(
  { organisationId }: Tenant,
  db: Db,
  { queueId, today, days }: { readonly queueId: string; readonly today: string; readonly days: number },
): Promise<KeptAgainstSeen> {
  const { rows } = await sql<KeptAgainstSeen>`
    with seen as (
      select day, sum(offered) as offered from plan_traffic
      where organisation_id = ${organisationId} and queue_id = ${queueId}
        and day < ${today}::date and day >= ${today}::date - ${days}::integer
      group by day
    ), paired as (
      select seen.day, seen.offered, told.mean, told.lo95, told.hi95 from seen join lateral (
        select d.mean, d.lo95, d.hi95 from plan_forecast f
          join plan_forecast_day d on d.organisation_id = f.organisation_id and d.forecast_id = f.forecast_id
            and d.day = seen.day
        where f.organisation_id = ${organisationId} and f.queue_id = ${queueId} and f.from_day <= seen.day - 7
        order by f.from_day desc limit 1) told on true
    )
    select count(*)::integer as days, sum(abs(offered - mean)) / nullif(sum(offered), 0) as wape,
      avg(case when offered between lo95 and hi95 then 1.0 else 0.0 end)::double precision as inside,
      min(day) as from
    from paired`.execute(db)
  return rows[0]!
}

export type ToldDay = {
  readonly day: string
  readonly mean: number
  readonly lo95: number
  readonly hi95: number
  /** The first day that the forecast knew nothing of. */
  readonly madeOn: string
}

/** What was said of each day before today, a week or more before it: by the newest such forecast that is kept. */
export async function toldAWeekBefore(
  { organisationId }: Tenant,
  db: Db,
  { queueId, from, to }: { readonly queueId: string; readonly from: string; readonly to: string },
): Promise<ToldDay[]> {
  const { rows } = await sql<ToldDay>`
    select distinct on (d.day) d.day, d.mean, d.lo95, d.hi95, f.from_day as "madeOn"
    from plan_forecast f
      join plan_forecast_day d on d.organisation_id = f.organisation_id and d.forecast_id = f.forecast_id
    where f.organisation_id = ${organisationId} and f.queue_id = ${queueId} and d.mean > 0
      and d.day between ${from}::date and ${to}::date and f.from_day <= d.day - 7
    order by d.day, f.from_day desc`.execute(db)
  return rows
}

/** Queues in use with traffic whose forecast is missing, of an earlier day, or of other inputs. For the clock only. */
export async function queuesWithoutForecast(
  db: Db,
  today: string,
): Promise<readonly { readonly organisationId: string; readonly queueId: string }[]> {
  const { rows } = await sql<{ organisationId: string; queueId: string }>`
    select q.organisation_id as "organisationId", q.queue_id as "queueId" from plan_queue q
    where q.closed_at is null and exists (select from plan_traffic t where t.organisation_id = q.organisation_id
        and t.queue_id = q.queue_id and t.day < ${today}::date)
      and not exists (select from plan_forecast f where f.organisation_id = q.organisation_id
        and f.queue_id = q.queue_id and f.from_day >= ${today}::date and f.inputs_version = q.inputs_version)`.execute(
    db,
  )
  return rows
}
