/** A queue of calls with its counts, a log with single waits, and people who come back: what the page about waiting reads. */
import { sql } from 'kysely'
import { makeOverviewWorld } from './overview-world.ts'
import type { TestServer } from './server.ts'
import { makeStaffingWorld } from './staffing-world.ts'

/** Of 120 calls that gave up. */
export const comeBack = { byPhone: 60, byChat: 30, never: 30 } as const

/**
 * Counts of nine weeks in which 3 % give up, but a fifth on Mondays from 8 to 10. In the log 120 gave up after 40 s and
 * 480 were answered after 20 s; half of those who gave up ring again after ten minutes about an invoice.
 */
export async function makeWaitingWorld(server: TestServer) {
  const staffing = await makeStaffingWorld(server)
  const queueId = await staffing.addQueue({ name: 'Telefon', level: 40 })
  await sql`update plan_traffic set abandoned = offered * .2, handled = offered * .8, wait_seconds = 90
    where queue_id = ${queueId} and extract(isodow from day) = 1
      and extract(hour from starts_at at time zone 'Europe/Oslo') < 10`.execute(server.db)
  const log = await makeOverviewWorld(server)
  const topicId = await log.addTopic('Hva er dette på fakturaen?')
  const other = await log.addTopic('Flytting')
  const invoice = [{ topicId }]
  // Thursdays are no Monday; twenty days back leaves everybody seven days to come back in.
  const daysAgo = 20
  const gaveUp = { daysAgo, channel: 'phone', outcome: 'abandoned', wait_seconds: 40 } as const
  await log.add(
    Array.from({ length: 120 }, (_, at) => ({ ...gaveUp, minute: at, customer_key: `customer ${at}` })),
  )
  await log.add(
    Array.from({ length: comeBack.byPhone + comeBack.byChat }, (_, at) => ({
      daysAgo,
      minute: at + (at < comeBack.byPhone ? 10 : 90),
      channel: at < comeBack.byPhone ? ('phone' as const) : ('chat' as const),
      outcome: 'answered',
      wait_seconds: 20,
      customer_key: `customer ${at}`,
      topics: invoice,
    })),
  )
  await log.add(
    Array.from({ length: 420 }, (_, at) => ({
      daysAgo: daysAgo - (at % 5),
      minute: at,
      channel: 'phone' as const,
      outcome: 'answered',
      wait_seconds: 20,
      customer_key: `other ${at}`,
      topics: [{ topicId: other }],
    })),
  )
  // Gave up without anybody knowing who, and one of whom nothing is known.
  await log.add([gaveUp, { ...gaveUp, outcome: null }])
  // The records last until yesterday.
  await log.add([{ daysAgo: 1, channel: 'email' }])
  return { ...staffing, queueId, topicId, other }
}
