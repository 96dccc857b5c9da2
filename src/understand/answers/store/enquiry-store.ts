/** What the log of enquiries says about the topics that answers are for. */
import { sql } from 'kysely'
import { addDays } from '../../../kernel/calendar.ts'
import { toLocal } from '../../../kernel/zone.ts'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>

/** Days back that "how often is it asked" looks. */
const recentDays = 28

/** Contacts per topic in the last 28 days: weights times shares, of rows with text and of reason codes. */
export async function contactsByTopic(
  { organisationId }: Tenant,
  db: Db,
  { now, topicId }: { readonly now: Date; readonly topicId?: string | null },
): Promise<ReadonlyMap<string, number>> {
  if (topicId === null) return new Map()
  const from = addDays(toLocal(now).date, -recentDays)
  const only = topicId ?? null
  const { rows } = await sql<{ topic_id: string; contacts: number }>`
    select topic_id, sum(weight * share)::float8 as contacts from (
      select t.topic_id, e.weight, t.share from enquiry e
        join text_topic t on t.organisation_id = e.organisation_id and t.text_key = e.text_key
        where e.organisation_id = ${organisationId} and e.started_on >= ${from}
          and (${only}::uuid is null or t.topic_id = ${only}::uuid)
      union all
      select c.topic_id, e.weight, c.share from enquiry e
        join code_topic c on c.organisation_id = e.organisation_id and c.source_id = e.source_id
          and c.reason_code = e.reason_code
        where e.organisation_id = ${organisationId} and e.started_on >= ${from} and e.text_key is null
          and (${only}::uuid is null or c.topic_id = ${only}::uuid)
    ) asked group by topic_id`.execute(db)
  return new Map(rows.map(({ topic_id, contacts }) => [topic_id, Number(contacts)]))
}

/** Topics that are really topics, by name. */
export async function listTopicNames({ organisationId }: Tenant, db: Db) {
  return db
    .selectFrom('topic')
    .select(['topic_id as topicId', 'name', 'state', 'unexplained'])
    .where('organisation_id', '=', organisationId)
    .where('state', '!=', 'gone')
    .orderBy('name')
    .execute()
}

export type StoredReply = {
  readonly enquiryId: string
  readonly channel: string
  readonly startedAt: Date
  readonly question: string | null
  readonly reply: string
}

/** The newest replies of enquiries that are mostly about the topic. */
export async function listReplies(
  { organisationId }: Tenant,
  db: Db,
  of: { readonly topicId: string; readonly from: string; readonly to: string; readonly most: number },
): Promise<readonly StoredReply[]> {
  return db
    .selectFrom('enquiry as e')
    .innerJoin('text_topic as t', (join) =>
      join.onRef('t.organisation_id', '=', 'e.organisation_id').onRef('t.text_key', '=', 'e.text_key'),
    )
    .select([
      'e.enquiry_id as enquiryId',
      'e.channel',
      'e.started_at as startedAt',
      'e.text as question',
      (each) => each.ref('e.agent_text').$notNull().as('reply'),
    ])
    .where('e.organisation_id', '=', organisationId)
    .where('t.topic_id', '=', of.topicId)
    .where('t.share', '>=', 0.5)
    .where('e.agent_text', 'is not', null)
    .where('e.started_on', '>=', of.from)
    .where('e.started_on', '<=', of.to)
    .orderBy('e.started_at', 'desc')
    .orderBy('e.enquiry_id')
    .limit(of.most)
    .execute()
}

/** Texts that customers wrote about the topic, the most certain first, for question variants. */
export async function typicalTexts(
  { organisationId }: Tenant,
  db: Db,
  { topicIds, longest }: { readonly topicIds: readonly string[]; readonly longest: number },
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (topicIds.length === 0) return new Map()
  const { rows } = await sql<{ topic_id: string; text: string }>`
    select topic_id, text from (
      select t.topic_id, e.text, row_number() over (partition by t.topic_id order by t.certainty desc, length(e.text)) as place
      from text_topic t join lateral (
        select text from enquiry where organisation_id = t.organisation_id and text_key = t.text_key limit 1
      ) e on true
      where t.organisation_id = ${organisationId} and t.topic_id = any(${[...topicIds]}::uuid[])
        and not t.unsure and t.share >= 0.9 and length(e.text) between 8 and ${longest}
    ) placed where place <= 8`.execute(db)
  const texts = new Map<string, string[]>()
  for (const { topic_id, text } of rows) texts.set(topic_id, [...(texts.get(topic_id) ?? []), text])
  return texts
}

export async function topicExists({ organisationId }: Tenant, db: Db, topicId: string): Promise<boolean> {
  const row = await db
    .selectFrom('topic')
    .select('topic_id')
    .where('organisation_id', '=', organisationId)
    .where('topic_id', '=', topicId)
    .where('state', '!=', 'gone')
    .executeTakeFirst()
  return row !== undefined
}
