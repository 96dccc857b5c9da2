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
