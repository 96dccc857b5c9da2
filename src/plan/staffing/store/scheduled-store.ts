/** People set up by hand or from a file. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { QueueDays } from './requirement-store.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>
export type ScheduledRow = { readonly startsAt: Date; readonly people: number }

export async function listScheduled(
  { organisationId }: Tenant,
  db: Db,
  { queueId, from, to }: QueueDays,
): Promise<readonly ScheduledRow[]> {
  const { rows } = await sql<ScheduledRow>`
    select starts_at as "startsAt", people from plan_scheduled
    where organisation_id = ${organisationId} and queue_id = ${queueId}
      and starts_at >= (${from}::date)::timestamp at time zone 'Europe/Oslo'
      and starts_at < (${to}::date + 1)::timestamp at time zone 'Europe/Oslo'
    order by starts_at`.execute(db)
  return rows
}

type Saving = { readonly queueId: string; readonly rows: readonly ScheduledRow[]; readonly now: Date }

export async function saveScheduled(
  { organisationId, personId }: Scope,
  trx: Db,
  { queueId, rows, now }: Saving,
): Promise<void> {
  await sql`
    insert into plan_scheduled (organisation_id, queue_id, starts_at, people, set_at, set_by)
    select ${organisationId}, ${queueId}, starts_at, people, ${now}, ${personId}
    from unnest(${rows.map(({ startsAt }) => startsAt)}::timestamptz[],
      ${rows.map(({ people }) => people)}::float8[]) as r (starts_at, people)
    on conflict (organisation_id, queue_id, starts_at)
      do update set people = excluded.people, set_at = excluded.set_at, set_by = excluded.set_by`.execute(trx)
}

export async function removeScheduled(
  { organisationId }: Tenant,
  trx: Db,
  { queueId, startsAt }: { readonly queueId: string; readonly startsAt: readonly Date[] },
): Promise<void> {
  await sql`delete from plan_scheduled where organisation_id = ${organisationId} and queue_id = ${queueId}
    and starts_at = any(${[...startsAt]}::timestamptz[])`.execute(trx)
}
