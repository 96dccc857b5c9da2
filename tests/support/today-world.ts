/** What a day needs for being followed: counts of its morning, and past days to learn from. */
import { sql } from 'kysely'
import { addDays, type PlainDate } from '../../src/kernel/calendar.ts'
import { toInstant } from '../../src/kernel/zone.ts'
import type { TestServer } from './server.ts'

/** Half hours with what was offered and how long it waited. */
type Counted = readonly (readonly [time: string, offered: number, waitSeconds: number])[]

export async function countDay(
  { db, organisations: [{ organisationId }] }: TestServer,
  { queueId, day }: { readonly queueId: string; readonly day: PlainDate },
  rows: Counted,
): Promise<void> {
  for (const [time, offered, wait] of rows)
    await sql`
      insert into plan_traffic (organisation_id, queue_id, starts_at, day, offered, handled, abandoned, handle_seconds,
        wait_seconds)
      values (${organisationId}, ${queueId}, ${toInstant(day, time)}, ${day}, ${offered}, ${offered}, 0, 180, ${wait})
    `.execute(db)
}

/** Forty days that were each so much more or less than foretold from their beginning to their end. */
export async function rememberDays(
  { db }: TestServer,
  { queueId, today }: { readonly queueId: string; readonly today: PlainDate },
): Promise<void> {
  const minutes = Array.from({ length: 16 }, (_, at) => 480 + 30 * at)
  const pastDays = Array.from({ length: 40 }, (_, day) => ({
    date: addDays(today, day - 40),
    minutes,
    forecast: minutes.map(() => 100),
    actual: minutes.map((_, at) => 100 * (1 + 0.12 * Math.sin(day)) + ((7 * day + 3 * at) % 11) - 5),
  }))
  await sql`
    update plan_forecast set report = jsonb_set(report::jsonb, '{pastDays}', ${JSON.stringify(pastDays)}::jsonb)
    where queue_id = ${queueId}`.execute(db)
}
