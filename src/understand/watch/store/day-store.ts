/** What the watch looks at: kept figures day by day, deliveries of sources, new texts, and how searches end. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { EnquiryChannel } from '../../intake/rules/enquiry-words.ts'
import { awaitingTopic, withoutExplanation } from '../../overview/rules/no-topic.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>
type Span = { readonly from: string; readonly to: string }

export type ChannelDay = {
  readonly topicId: string
  readonly channel: EnquiryChannel
  readonly day: string
  readonly contacts: number
}

/** Topics that were parked on purpose ring no bell. */
export async function channelDays(
  { organisationId }: Tenant,
  db: Db,
  { version, from, to }: Span & { readonly version: number },
): Promise<readonly ChannelDay[]> {
  const { rows } = await sql<ChannelDay>`
    select d.topic_id as "topicId", d.channel, d.day, d.contacts
    from topic_day d join topic t on t.organisation_id = d.organisation_id and t.topic_id = d.topic_id
    where d.organisation_id = ${organisationId} and version = ${version}
      and day between ${from}::date and ${to}::date and t.state <> 'parked' and not t.unexplained
      and d.topic_id not in (${awaitingTopic}::uuid, ${withoutExplanation}::uuid)`.execute(db)
  return rows
}

export type YoungTopic = { readonly topicId: string; readonly firstDay: string; readonly contacts: number }

/** Topics that were asked about for the first time in the span, with the contacts since. */
export async function youngTopics(
  { organisationId }: Tenant,
  db: Db,
  { version, from, to }: Span & { readonly version: number },
): Promise<readonly YoungTopic[]> {
  const { rows } = await sql<YoungTopic>`
    select s.topic_id as "topicId", s.first_day as "firstDay", sum(d.contacts) as contacts
    from topic_span s
      join topic t on t.organisation_id = s.organisation_id and t.topic_id = s.topic_id
      join topic_day d on d.organisation_id = s.organisation_id and d.version = s.version and d.topic_id = s.topic_id
    where s.organisation_id = ${organisationId} and s.version = ${version} and not t.unexplained
      and s.first_day between ${from}::date and ${to}::date and d.day <= ${to}::date and t.state <> 'parked'
    group by 1, 2 order by 1`.execute(db)
  return rows
}

export type SourceDay = { readonly sourceId: string; readonly day: string; readonly contacts: number }

export async function sourceDays(
  { organisationId }: Tenant,
  db: Db,
  { from, to }: Span,
): Promise<readonly SourceDay[]> {
  const { rows } = await sql<SourceDay>`
    select e.source_id as "sourceId", e.started_on as day, sum(e.weight) as contacts
    from enquiry e join intake_source s on s.organisation_id = e.organisation_id and s.source_id = e.source_id
    where e.organisation_id = ${organisationId} and e.started_on between ${from}::date and ${to}::date
      and s.retired_at is null
    group by 1, 2`.execute(db)
  return rows
}

/** Texts that the learner does not recognise, first written in the span, in order of time. */
export async function unfamiliarTexts(
  { organisationId }: Tenant,
  db: Db,
  { from, to, below, most }: Span & { readonly below: number; readonly most: number },
): Promise<readonly { readonly key: string; readonly text: string; readonly firstDay: string }[]> {
  const { rows } = await sql<{ key: string; text: string; firstDay: string }>`
    select text_key as key, text, (first_at at time zone 'Europe/Oslo')::date as "firstDay" from enquiry_text
    where organisation_id = ${organisationId} and familiarity < ${below}
      and (first_at at time zone 'Europe/Oslo')::date between ${from}::date and ${to}::date
    order by first_at, text_key limit ${most}`.execute(db)
  return rows
}

/** A fair sample of what was written before a day: keys are hashes, so their order is a lottery. */
export async function earlierTexts(
  { organisationId }: Tenant,
  db: Db,
  { before, most }: { readonly before: string; readonly most: number },
): Promise<readonly string[]> {
  const { rows } = await sql<{ text: string }>`
    select text from enquiry_text
    where organisation_id = ${organisationId} and (first_at at time zone 'Europe/Oslo')::date < ${before}::date
    order by text_key limit ${most}`.execute(db)
  return rows.map(({ text }) => text)
}

export type SearchEnd = { readonly searches: number; readonly empty: number }

export async function searchesIn({ organisationId }: Tenant, db: Db, { from, to }: Span): Promise<SearchEnd> {
  const { rows } = await sql<SearchEnd>`
    select coalesce(sum(searches), 0)::float8 as searches, coalesce(sum(empty), 0)::float8 as empty
    from answer_search_day
    where organisation_id = ${organisationId} and day between ${from}::date and ${to}::date`.execute(db)
  return rows[0]!
}

export async function lastLookedDay({ organisationId }: Tenant, db: Db) {
  return db
    .selectFrom('watch_day')
    .select(['day', 'series'])
    .where('organisation_id', '=', organisationId)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Until whoever else is raising alarms in this organisation has finished. */
export async function waitForOthers({ organisationId }: Tenant, trx: Db): Promise<void> {
  await trx
    .selectFrom('organisation')
    .select('organisation_id')
    .where('organisation_id', '=', organisationId)
    .forUpdate()
    .execute()
}

/** False when somebody else has looked at the day, or is looking. */
export async function claimDay(
  { organisationId }: Tenant,
  trx: Db,
  looked: { readonly day: string; readonly series: number; readonly now: Date },
): Promise<boolean> {
  const claimed = await trx
    .insertInto('watch_day')
    .values({
      organisation_id: organisationId,
      day: looked.day,
      looked_at: looked.now,
      series: looked.series,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('day')
    .executeTakeFirst()
  return claimed !== undefined
}

export async function countLooked({ organisationId }: Tenant, db: Db, since: string): Promise<number> {
  const row = await db
    .selectFrom('watch_day')
    .select((of) => of.fn.countAll<number>().as('days'))
    .where('organisation_id', '=', organisationId)
    .where('day', '>', since)
    .executeTakeFirstOrThrow()
  return Number(row.days)
}

/** Organisations with a log in which yesterday has not been looked at yet. For the house's clock only. */
export async function organisationsToLookAt(db: Db, yesterday: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct b.organisation_id as id from intake_batch b
    where b.state = 'done' and not exists (
      select from watch_day w where w.organisation_id = b.organisation_id and w.day >= ${yesterday}::date)`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}
