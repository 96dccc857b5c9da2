/** A queue for calls and one for e-mail with months of traffic by the day, made by SQL alone. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import '../../src/plan/traffic/tables.ts'
import type { TestOrganisation, TestServer } from './server.ts'

const week = Object.fromEntries(
  [1, 2, 3, 4, 5, 6, 7].map((day) => [day, day <= 5 ? [{ from: '08:00', to: '16:00' }] : []]),
)

export type FlowWorld = { readonly phoneId: string; readonly emailId: string }

/** On each weekday: 200 calls of six minutes of which 20 give up, and 50 letters of ten minutes, all handled. */
export async function makeFlowWorld(
  server: TestServer,
  {
    days,
    organisation = server.organisations[0],
  }: { readonly days: number; readonly organisation?: TestOrganisation },
): Promise<FlowWorld> {
  const { db } = server
  const { organisationId } = organisation
  const { personId } = await server.person('planner', organisation)
  const now = new Date()
  const [phoneId, emailId] = [randomUUID(), randomUUID()]
  const queue = (queue_id: string, name: string, channel: 'phone' | 'email', kind: 'calls' | 'tasks') => ({
    organisation_id: organisationId,
    queue_id,
    name,
    channel,
    kind,
    interval_minutes: 60 as const,
    opening: JSON.stringify(week),
    skill: '',
    import_profile: null,
    created_at: now,
    created_by: personId,
    changed_at: now,
    closed_at: null,
  })
  await db
    .insertInto('plan_queue')
    .values([queue(phoneId, 'Telefon', 'phone', 'calls'), queue(emailId, 'E-post', 'email', 'tasks')])
    .execute()
  await sql`
    insert into plan_traffic (organisation_id, queue_id, starts_at, day, offered, handled, abandoned, handle_seconds)
    select ${organisationId}::uuid, q.id::uuid, (d::date + time '10:00') at time zone 'Europe/Oslo', d::date,
      q.offered, q.handled, q.offered - q.handled, q.seconds
    from generate_series(current_date - ${days}::int, current_date - 1, interval '1 day') d,
      (values (${phoneId}, 200, 180, 360), (${emailId}, 50, 50, 600)) q (id, offered, handled, seconds)
    where extract(isodow from d) <= 5`.execute(db)
  return { phoneId, emailId }
}
