/** Topics, what is in them, and what has become of those that are gone. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { TopicLine } from '../contract.ts'
import type { TopicRecord } from '../rules/curation/topic-state.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>

const columns = [
  'topic.topic_id as topicId',
  'parent_id as parentId',
  'name',
  'name_given as nameGiven',
  'state',
  'gone_into as goneInto',
  'unexplained',
] as const

/** All topics, those that are gone too; or some of them. */
export function findTopics(
  { organisationId }: Tenant,
  db: Db,
  topicIds?: readonly string[],
): Promise<TopicRecord[]> {
  return db
    .selectFrom('topic')
    .select(columns)
    .where('organisation_id', '=', organisationId)
    .$if(topicIds !== undefined, (query) =>
      query.where(sql<boolean>`topic_id = any(${[...topicIds!]}::uuid[])`),
    )
    .orderBy('topic_id')
    .execute()
}

export async function insertTopics(
  { organisationId }: Tenant,
  db: Db,
  {
    topics,
    now,
    by,
  }: { readonly topics: readonly TopicRecord[]; readonly now: Date; readonly by: string | null },
): Promise<void> {
  if (topics.length === 0) return
  await db
    .insertInto('topic')
    .values(
      topics.map((topic) => ({
        organisation_id: organisationId,
        topic_id: topic.topicId,
        ...changeable(topic),
        unexplained: topic.unexplained,
        created_at: now,
        created_by: by,
        changed_at: now,
      })),
    )
    .execute()
}

export async function saveTopics(
  { organisationId }: Tenant,
  db: Db,
  { topics, now }: { readonly topics: readonly TopicRecord[]; readonly now: Date },
): Promise<void> {
  for (const topic of topics)
    await db
      .updateTable('topic')
      .set({ ...changeable(topic), changed_at: now })
      .where('organisation_id', '=', organisationId)
      .where('topic_id', '=', topic.topicId)
      .execute()
}

function changeable({ parentId, name, nameGiven, state, goneInto }: TopicRecord) {
  return { parent_id: parentId, name, name_given: nameGiven, state, gone_into: goneInto }
}

/** Counts anew what is in these topics, or in all. Examples are what people placed, then the most certain. */
export async function countTopics(
  { organisationId }: Tenant,
  db: Db,
  topicIds?: readonly string[],
): Promise<void> {
  const some = topicIds === undefined ? sql`` : sql`and t.topic_id = any(${[...topicIds]}::uuid[])`
  // The likeliest examples are found before their texts are fetched: a topic may have a hundred thousand others.
  await sql`
    with counted as (
      select t.topic_id, count(*)::int as texts, sum(e.contacts * t.share) as contacts,
        (count(*) filter (where t.origin = 'person'))::int as confirmed,
        (count(*) filter (where t.unsure))::int as unsure
      from text_topic t join enquiry_text e
        on e.organisation_id = t.organisation_id and e.text_key = t.text_key
      where t.organisation_id = ${organisationId} ${some}
      group by t.topic_id
    )
    insert into topic_content (organisation_id, topic_id, texts, contacts, confirmed, unsure, examples)
    select t.organisation_id, t.topic_id, coalesce(c.texts, 0), coalesce(c.contacts, 0), coalesce(c.confirmed, 0),
      coalesce(c.unsure, 0), coalesce((
        select array_agg(text order by placed desc, certainty desc, contacts desc, text_key) from (
          select e.text, e.contacts, e.text_key, certainty, placed from (
            select text_key, certainty, origin = 'person' as placed from text_topic
            where organisation_id = t.organisation_id and topic_id = t.topic_id
            order by origin = 'person' desc, certainty desc fetch first 3 rows with ties
          ) likely join enquiry_text e on e.organisation_id = t.organisation_id and e.text_key = likely.text_key
          order by placed desc, certainty desc, contacts desc, text_key limit 3
        ) best), '{}')
    from topic t left join counted c on c.topic_id = t.topic_id
    where t.organisation_id = ${organisationId} ${some}
    on conflict (organisation_id, topic_id) do update set texts = excluded.texts, contacts = excluded.contacts,
      confirmed = excluded.confirmed, unsure = excluded.unsure, examples = excluded.examples`.execute(db)
}

/** Live topics with what is in them, the most asked first; all, or some. */
export async function topicLines(
  { organisationId }: Tenant,
  db: Db,
  topicIds?: readonly string[],
): Promise<TopicLine[]> {
  const rows = await db
    .selectFrom('topic')
    .leftJoin('topic_content as content', (join) =>
      join
        .onRef('content.organisation_id', '=', 'topic.organisation_id')
        .onRef('content.topic_id', '=', 'topic.topic_id'),
    )
    .select([...columns, 'texts', 'contacts', 'confirmed', 'unsure', 'examples'])
    .where('topic.organisation_id', '=', organisationId)
    .where('state', '!=', 'gone')
    // The place for what nobody has explained is shown when there is something in it.
    .where(sql<boolean>`not (unexplained and coalesce(texts, 0) = 0)`)
    .$if(topicIds !== undefined, (query) =>
      query.where(sql<boolean>`topic.topic_id = any(${[...topicIds!]}::uuid[])`),
    )
    .orderBy('contacts', (order) => order.desc().nullsLast())
    .orderBy('topic.topic_id')
    .execute()
  return rows.map(({ goneInto: _, state, texts, contacts, confirmed, unsure, examples, ...topic }) => ({
    ...topic,
    state: state as TopicLine['state'],
    texts: texts ?? 0,
    contacts: contacts ?? 0,
    confirmed: confirmed ?? 0,
    unsure: unsure ?? 0,
    examples: examples ?? [],
  }))
}
