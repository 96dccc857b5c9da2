/** Waits of a queue: counted by weekday, hour and week, and one by one from the log of enquiries. */
import { sql } from 'kysely'
import type { PlainDate } from '../../../kernel/calendar.ts'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { EnquiryChannel } from '../../../understand/intake/rules/enquiry-words.ts'
import type { TimeCount } from '../rules/survival.ts'
import type { HourSum } from '../rules/week-hours.ts'

type Tenant = Pick<Scope, 'organisationId'>
type Days = { readonly from: PlainDate; readonly to: PlainDate }
export type QueueDays = Days & { readonly queueId: string }

/** What of the log is a queue's: its channel, and in it the log's own queue of the same name where there is one. */
export type LogLine = Days & { readonly channel: EnquiryChannel; readonly queueName: string | null }

/** Longer ones are mistakes, or nobody was there: such a wait says nothing of patience. */
export const longestWait = 4 * 3600

const hourSums = sql`sum(offered) as offered,
  coalesce(sum(offered) filter (where abandoned is not null), 0) as told, coalesce(sum(abandoned), 0) as lost,
  coalesce(sum(offered) filter (where wait_seconds is not null), 0) as timed,
  coalesce(sum(offered * wait_seconds), 0) as waited`

/** By weekday and hour; of each hour also the seconds of intervals that tell both waits and who gave up. */
export async function sumHours({ organisationId }: Tenant, db: Db, { queueId, from, to }: QueueDays) {
  const { rows } = await sql<HourSum>`
    select extract(isodow from day)::integer as weekday,
      extract(hour from starts_at at time zone 'Europe/Oslo')::integer as hour, ${hourSums}
    from plan_traffic
    where organisation_id = ${organisationId} and queue_id = ${queueId}
      and day between ${from}::date and ${to}::date and offered > 0
    group by 1, 2 order by 1, 2`.execute(db)
  return rows
}

export type WeekSum = Omit<HourSum, 'weekday' | 'hour'> & { readonly week: PlainDate }

/** By week, named by its Monday. */
export async function sumWeeks({ organisationId }: Tenant, db: Db, { queueId, from, to }: QueueDays) {
  const { rows } = await sql<WeekSum>`
    select date_trunc('week', day::timestamp)::date as week, ${hourSums}
    from plan_traffic
    where organisation_id = ${organisationId} and queue_id = ${queueId}
      and day between ${from}::date and ${to}::date and offered > 0
    group by 1 order by 1`.execute(db)
  return rows
}

/** Contacts, waited seconds and who gave up, over the intervals that tell all three. */
export async function sumBoth({ organisationId }: Tenant, db: Db, { queueId, from, to }: QueueDays) {
  const { rows } = await sql<{ offered: number; waited: number; lost: number }>`
    select coalesce(sum(offered), 0) as offered, coalesce(sum(offered * wait_seconds), 0) as waited,
      coalesce(sum(abandoned), 0) as lost
    from plan_traffic
    where organisation_id = ${organisationId} and queue_id = ${queueId}
      and day between ${from}::date and ${to}::date and wait_seconds is not null and abandoned is not null`.execute(
    db,
  )
  return rows[0]!
}

/** What is known of how a contact ended: who gave up, who got through, and those of whom neither is known. */
export const ending = (row: string) => sql`case
  when ${sql.ref(`${row}.outcome`)} = 'abandoned' then 'lost'
  when ${sql.ref(`${row}.outcome`)} in ('answered', 'voicemail', 'callback') then 'through'
  when ${sql.ref(`${row}.outcome`)} is null
    and (${sql.ref(`${row}.handle_seconds`)} > 0 or ${sql.ref(`${row}.agent_text`)} is not null) then 'through'
  else 'unknown' end`

export const ofLine = ({ organisationId }: Tenant, { channel, queueName, from, to }: LogLine) => sql`
  e.organisation_id = ${organisationId} and e.channel = ${channel} and e.direction = 'in' and e.leg_of is null
    and e.weight = 1 and e.started_on between ${from}::date and ${to}::date
    ${queueName === null ? sql`` : sql`and lower(e.queue) = lower(${queueName})`}`

/** Whether the log names a queue of its own like this one. */
export async function logKnowsQueue({ organisationId }: Tenant, db: Db, line: LogLine): Promise<boolean> {
  const { rows } = await sql`
    select 1 from enquiry e where ${ofLine({ organisationId }, line)} limit 1`.execute(db)
  return rows.length > 0
}

export type LoggedWaits = {
  readonly waits: readonly TimeCount[]
  /** Waits of which nobody knows how they ended, and those that are too long to be one. */
  readonly unknown: number
}

/** Single waits of those who gave up and those who got through, by the second. */
export async function listWaits(scope: Tenant, db: Db, line: LogLine): Promise<LoggedWaits> {
  const { rows } = await sql<{ time: number; ended: number; unseen: number; unknown: number }>`
    select wait_seconds::integer as time, count(*) filter (where ending = 'lost') as ended,
      count(*) filter (where ending = 'through') as unseen, count(*) filter (where ending = 'unknown') as unknown
    from (
      select least(e.wait_seconds, ${longestWait + 1}::integer) as wait_seconds, ${ending('e')} as ending
      from enquiry e where ${ofLine(scope, line)} and e.wait_seconds is not null
    ) ended
    group by 1`.execute(db)
  const kept = rows.filter(({ time }) => time <= longestWait)
  const beyond = rows.filter(({ time }) => time > longestWait)
  return {
    waits: kept.map(({ time, ended, unseen }) => ({ time, ended, unseen })),
    unknown:
      kept.reduce((sum, row) => sum + row.unknown, 0) +
      beyond.reduce((sum, row) => sum + row.unknown + row.ended + row.unseen, 0),
  }
}

export type LoggedHour = {
  readonly weekday: number
  readonly hour: number
  readonly n: number
  readonly p50: number
  readonly p90: number
}

/** Half and nine of ten wait no longer, by weekday and hour, of those who got through. */
export async function listQuantiles(scope: Tenant, db: Db, line: LogLine): Promise<readonly LoggedHour[]> {
  const { rows } = await sql<LoggedHour>`
    select extract(isodow from e.started_on)::integer as weekday,
      extract(hour from e.started_at at time zone 'Europe/Oslo')::integer as hour, count(*)::integer as n,
      percentile_cont(0.5) within group (order by e.wait_seconds) as p50,
      percentile_cont(0.9) within group (order by e.wait_seconds) as p90
    from enquiry e
    where ${ofLine(scope, line)} and e.wait_seconds is not null and ${ending('e')} = 'through'
    group by 1, 2 order by 1, 2`.execute(db)
  return rows
}

/** The same over the whole line; nothing where nobody got through with a wait. */
export async function quantilesOf(
  scope: Tenant,
  db: Db,
  line: LogLine,
): Promise<Pick<LoggedHour, 'n' | 'p50' | 'p90'> | undefined> {
  const { rows } = await sql<Pick<LoggedHour, 'n' | 'p50' | 'p90'>>`
    select count(*)::integer as n, percentile_cont(0.5) within group (order by e.wait_seconds) as p50,
      percentile_cont(0.9) within group (order by e.wait_seconds) as p90
    from enquiry e
    where ${ofLine(scope, line)} and e.wait_seconds is not null and ${ending('e')} = 'through'`.execute(db)
  return rows.find(({ n }) => n > 0)
}

/** Of the log; who gave up is told only by a log that knows of anybody who did. */
const loggedSums = sql`count(*) as offered,
  count(*) filter (where ending <> 'unknown' and tells) as told,
  count(*) filter (where ending = 'lost') as lost,
  count(wait_seconds) as timed, coalesce(sum(wait_seconds), 0) as waited`

const logged = (scope: Tenant, line: LogLine) => sql`(
  select e.*, ${ending('e')} as ending, exists (
    select 1 from enquiry e where ${ofLine(scope, line)} and e.outcome = 'abandoned') as tells
  from enquiry e where ${ofLine(scope, line)}
) logged`

export async function sumLoggedHours(scope: Tenant, db: Db, line: LogLine): Promise<readonly HourSum[]> {
  const { rows } = await sql<HourSum>`
    select extract(isodow from started_on)::integer as weekday,
      extract(hour from started_at at time zone 'Europe/Oslo')::integer as hour, ${loggedSums}
    from ${logged(scope, line)} group by 1, 2 order by 1, 2`.execute(db)
  return rows
}

export async function sumLoggedWeeks(scope: Tenant, db: Db, line: LogLine): Promise<readonly WeekSum[]> {
  const { rows } = await sql<WeekSum>`
    select date_trunc('week', started_on::timestamp)::date as week, ${loggedSums}
    from ${logged(scope, line)} group by 1 order by 1`.execute(db)
  return rows
}
