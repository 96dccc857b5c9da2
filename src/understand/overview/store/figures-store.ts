/** Reads kept figures: sums by topic and channel over a period, week by week, and by pairs of channels. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { EnquiryChannel } from '../../intake/rules/enquiry-words.ts'
import type { Hop } from '../rules/hops.ts'
import { type CaseSum, caseSums, type DaySum, daySums } from '../rules/sums.ts'
import '../tables.ts'

/** Days from and to, both included; channels, all when there are none. */
export type Reading = {
  readonly version: number
  readonly from: string
  readonly to: string
  readonly channels: readonly EnquiryChannel[]
  readonly topicId?: string
}

type Place = { readonly topicId: string; readonly channel: EnquiryChannel }
export type DaySums = Place & Readonly<Record<DaySum, number>>
export type CaseSums = Place & Readonly<Record<CaseSum, number>>

const summed = (names: readonly string[]) =>
  sql.join(names.map((name) => sql`sum(${sql.ref(name)}) as ${sql.ref(name)}`))

function narrowed({ version, from, to, channels, topicId }: Reading, scope: Scope, channel = 'channel') {
  return sql`organisation_id = ${scope.organisationId} and version = ${version}
    and day between ${from}::date and ${to}::date
    ${topicId === undefined ? sql`` : sql`and topic_id = ${topicId}::uuid`}
    ${channels.length === 0 ? sql`` : sql`and ${sql.ref(channel)} in (${sql.join(channels)})`}`
}

export async function sumDays(scope: Scope, db: Db, reading: Reading): Promise<readonly DaySums[]> {
  const { rows } = await sql<DaySums>`
    select topic_id as "topicId", channel, ${summed(daySums)} from topic_day
    where ${narrowed(reading, scope)} group by topic_id, channel`.execute(db)
  return rows
}

/** Contacts alone, where nothing else is compared. */
export async function sumContacts(scope: Scope, db: Db, reading: Reading) {
  const { rows } = await sql<{ readonly topicId: string; readonly contacts: number }>`
    select topic_id as "topicId", sum(contacts) as contacts from topic_day
    where ${narrowed(reading, scope)} group by topic_id`.execute(db)
  return rows
}

export async function sumCases(scope: Scope, db: Db, reading: Reading): Promise<readonly CaseSums[]> {
  const { rows } = await sql<CaseSums>`
    select topic_id as "topicId", channel, ${summed(caseSums)} from case_day
    where ${narrowed(reading, scope)} group by topic_id, channel`.execute(db)
  return rows
}

export type WeekCount = {
  readonly topicId: string
  readonly weeksAgo: number
  readonly contacts: number
  readonly estimated: number
}

/** Contacts of each topic in whole weeks back from the last day of the reading; 0 weeks ago ends on it. */
export async function countWeeks(scope: Scope, db: Db, reading: Reading): Promise<readonly WeekCount[]> {
  const { rows } = await sql<WeekCount>`
    select topic_id as "topicId", ((${reading.to}::date - day) / 7) as "weeksAgo", sum(contacts) as contacts,
      sum(estimated) as estimated
    from topic_day where ${narrowed(reading, scope)} group by 1, 2`.execute(db)
  return rows
}

export type ChannelWeek = {
  readonly channel: EnquiryChannel
  readonly weeksAgo: number
  readonly contacts: number
}

/** The same of one topic, by channel. */
export async function countChannelWeeks(
  scope: Scope,
  db: Db,
  reading: Reading,
): Promise<readonly ChannelWeek[]> {
  const { rows } = await sql<ChannelWeek>`
    select channel, ((${reading.to}::date - day) / 7) as "weeksAgo", sum(contacts) as contacts
    from topic_day where ${narrowed(reading, scope)} group by 1, 2`.execute(db)
  return rows
}

export async function sumHops(scope: Scope, db: Db, reading: Reading): Promise<readonly Hop[]> {
  const { rows } = await sql<Hop>`
    select from_channel as "from", to_channel as "to", sum(steps) as steps, sum(bounces) as bounces
    from case_hop where ${narrowed(reading, scope, 'from_channel')} group by 1, 2`.execute(db)
  return rows
}

/** Kroner-bearing steps: where the contacts that follow come, for each topic. */
export async function sumFollowUps(scope: Scope, db: Db, reading: Reading) {
  const { rows } = await sql<Place & { readonly steps: number }>`
    select topic_id as "topicId", to_channel as channel, sum(steps) as steps
    from case_hop where ${narrowed(reading, scope, 'to_channel')} group by 1, 2`.execute(db)
  return rows
}

/** The first day on which each topic was asked about. */
export async function firstDays(
  scope: Scope,
  db: Db,
  { version }: Pick<Reading, 'version'>,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('topic_span')
    .select(['topic_id', 'first_day'])
    .where('organisation_id', '=', scope.organisationId)
    .where('version', '=', version)
    .execute()
  return new Map(rows.map((row) => [row.topic_id, row.first_day]))
}
