/** Kept forecasts. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
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
}
export type ReadForecast = {
  readonly madeAt: Date
  readonly methodVersion: string
  readonly cells: readonly ForecastCell[]
  readonly days: readonly ForecastDay[]
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
  const latest = await db
    .selectFrom('plan_forecast')
    .select(['forecast_id as forecastId', 'made_at as madeAt', 'method_version as methodVersion'])
    .where('organisation_id', '=', scope.organisationId)
    .where('queue_id', '=', queueId)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!latest) return undefined
  const { madeAt, methodVersion, forecastId } = latest
  const span = { forecastId, from, to }
  const cells = await cellsOf(scope, db, span)
  return { madeAt, methodVersion, cells, days: await daysOf(scope, db, span) }
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
    select day as date, mean, lo95, hi95, cv from plan_forecast_day
    where organisation_id = ${organisationId} and forecast_id = ${forecastId}
      and day between ${from}::date and ${to}::date
    order by day`.execute(db)
  return rows
}
