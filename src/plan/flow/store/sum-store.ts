/** Sums of traffic and of forecasts over days: read here, so that years of intervals need not leave the database. */
import { sql } from 'kysely'
import type { PlainDate } from '../../../kernel/calendar.ts'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'

type Tenant = Pick<Scope, 'organisationId'>

export type TrafficSum = {
  readonly queueId: string
  /** `YYYY-MM`, or the Monday of the week. */
  readonly period: string
  readonly days: number
  readonly firstDay: PlainDate
  readonly lastDay: PlainDate
  readonly offered: number
  /** Null where no interval says. */
  readonly handled: number | null
  readonly abandoned: number | null
  /** Hours of people's work: parallel conversations shared out. */
  readonly hours: number
  /** Seconds of work for a contact, over those whose handling time is known; null when none is. */
  readonly workSeconds: number | null
}

/**
 * By queue and month or week. Contacts whose handling time is not known count with their queue's mean in the period, so
 * that hours are of all contacts.
 */
export async function sumTraffic(
  { organisationId }: Tenant,
  db: Db,
  { from, to, by }: { readonly from: PlainDate; readonly to: PlainDate; readonly by: 'month' | 'week' },
): Promise<readonly TrafficSum[]> {
  const period =
    by === 'month'
      ? sql`to_char(day, 'YYYY-MM')`
      : sql`to_char(day - (extract(isodow from day)::int - 1), 'YYYY-MM-DD')`
  const { rows } = await sql<TrafficSum>`
    with summed as (
      select queue_id, ${period} as period, count(distinct day) as days, min(day) as first_day,
        max(day) as last_day, sum(offered) as offered,
        sum(handled) as handled, sum(abandoned) as abandoned, sum(coalesce(handled, offered)) as worked,
        sum(coalesce(handled, offered) * handle_seconds / greatest(1, coalesce(concurrent, 1))) as seconds,
        sum(coalesce(handled, offered)) filter (where handle_seconds is not null) as timed
      from plan_traffic
      where organisation_id = ${organisationId} and day between ${from}::date and ${to}::date
      group by 1, 2
    )
    select queue_id as "queueId", period, days::int as days, first_day as "firstDay",
      last_day as "lastDay", offered, handled, abandoned,
      case when timed > 0 then worked * seconds / timed / 3600 else 0 end as hours,
      case when timed > 0 then seconds / timed end as "workSeconds"
    from summed order by period, queue_id`.execute(db)
  return rows
}

export type ForecastSum = {
  readonly queueId: string
  readonly month: string
  readonly days: number
  readonly mean: number
  readonly lo95: number
  readonly hi95: number
}

/** The latest forecast of each queue by month. Days of a month err together, so their bounds are added. */
export async function sumForecast(
  { organisationId }: Tenant,
  db: Db,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): Promise<readonly ForecastSum[]> {
  const { rows } = await sql<ForecastSum>`
    with latest as (
      select distinct on (queue_id) queue_id, forecast_id from plan_forecast
      where organisation_id = ${organisationId} order by queue_id, made_at desc
    )
    select l.queue_id as "queueId", to_char(d.day, 'YYYY-MM') as month, count(*)::int as days, sum(d.mean) as mean,
      sum(d.lo95) as lo95, sum(d.hi95) as hi95
    from latest l join plan_forecast_day d
      on d.organisation_id = ${organisationId} and d.forecast_id = l.forecast_id
    where d.day between ${from}::date and ${to}::date
    group by 1, 2 order by 2, 1`.execute(db)
  return rows
}
