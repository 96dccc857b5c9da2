/** What the starting point of a what-if needs beside what the other features' doors tell. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { OpeningSpan } from '../../traffic/rules/queue.ts'

type Tenant = Pick<Scope, 'organisationId'>
type Span = { readonly queueId: string; readonly from: string; readonly to: string }

/** Days with other opening hours than their weekday's. */
export async function listOtherHours(
  { organisationId }: Tenant,
  db: Db,
  { queueId, from, to }: Span,
): Promise<readonly { readonly day: string; readonly spans: readonly OpeningSpan[] }[]> {
  const { rows } = await sql<{ day: string; spans: readonly OpeningSpan[] }>`
    select day, spans from plan_opening_exception
    where organisation_id = ${organisationId} and queue_id = ${queueId}
      and day between ${from}::date and ${to}::date`.execute(db)
  return rows
}

/** People who were set up by hand, where there is no shift plan. */
export async function listSetUp(
  { organisationId }: Tenant,
  db: Db,
  { queueId, from, to }: Span,
): Promise<readonly { readonly startsAt: Date; readonly people: number }[]> {
  const { rows } = await sql<{ startsAt: Date; people: number }>`
    select starts_at as "startsAt", people from plan_scheduled
    where organisation_id = ${organisationId} and queue_id = ${queueId}
      and starts_at >= (${from}::date)::timestamp at time zone 'Europe/Oslo'
      and starts_at < (${to}::date + 1)::timestamp at time zone 'Europe/Oslo'
    order by starts_at`.execute(db)
  return rows
}

/** Answered contacts of which both wait and satisfaction (0–1) are known. */
export async function listRated(
  { organisationId }: Tenant,
  db: Db,
  { since, most }: { readonly since: string; readonly most: number },
): Promise<readonly { readonly wait: number; readonly score: number }[]> {
  const { rows } = await sql<{ wait: number; score: number }>`
    select wait_seconds as wait, csat * 100 as score from enquiry
    where organisation_id = ${organisationId} and started_on >= ${since}::date
      and wait_seconds is not null and csat between 0 and 1 and direction = 'in'
      and channel in ('phone', 'chat')
    order by started_on desc, enquiry_id limit ${most}`.execute(db)
  return rows
}
