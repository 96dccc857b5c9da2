/** Every different text once, and which topics it is about. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import { type Db, refreshStatistics } from '../../../platform/database/index.ts'
import type { EnquiryChannel } from '../../intake/rules/enquiry-words.ts'
import type { NearTopic, TextLine, TextOrder } from '../contract.ts'
import type { Assignment } from '../rules/curation/topic-state.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>

/**
 * Counts each different text anew from the enquiries: of one delivery, or of everything. Texts that no enquiry
 * holds any more (erased, or their time is over) are removed with the second form.
 */
export async function countTexts({ organisationId }: Tenant, db: Db, batchId?: string): Promise<void> {
  await refreshStatistics(db, ['enquiry'])
  const touched =
    batchId === undefined
      ? sql``
      : sql`and text_key in (select distinct text_key from enquiry
              where organisation_id = ${organisationId} and batch_id = ${batchId})`
  await sql`
    insert into enquiry_text (organisation_id, text_key, text, contacts, channels, first_at, last_at)
    select organisation_id, text_key, (array_agg(text order by started_at, enquiry_id))[1], sum(weight),
      array_agg(distinct channel), min(started_at), max(started_at)
    from enquiry
    where organisation_id = ${organisationId} and text_key is not null and text is not null ${touched}
    group by organisation_id, text_key
    on conflict (organisation_id, text_key) do update set
      contacts = excluded.contacts, channels = excluded.channels,
      first_at = excluded.first_at, last_at = excluded.last_at`.execute(db)
  await refreshStatistics(db, ['enquiry_text', 'text_topic'])
  if (batchId === undefined) await forgetLostTexts({ organisationId }, db)
}

async function forgetLostTexts({ organisationId }: Tenant, db: Db): Promise<void> {
  for (const table of ['enquiry_text', 'text_topic'] as const)
    await sql`
      delete from ${sql.table(table)} t where organisation_id = ${organisationId} and not exists (
        select from enquiry where organisation_id = ${organisationId} and text_key = t.text_key and text is not null
      )`.execute(db)
}

export type StoredText = { readonly textKey: string; readonly text: string; readonly contacts: number }

/** All texts, in an order of their own that is the same each time. */
export function allTexts({ organisationId }: Tenant, db: Db): Promise<StoredText[]> {
  return db
    .selectFrom('enquiry_text')
    .select(['text_key as textKey', 'text', 'contacts'])
    .where('organisation_id', '=', organisationId)
    .orderBy('text_key')
    .execute()
}

/** Texts that have no topic yet; at most so many at a time. */
export function textsWithoutTopic({ organisationId }: Tenant, db: Db, most: number): Promise<StoredText[]> {
  return db
    .selectFrom('enquiry_text')
    .select(['text_key as textKey', 'text', 'contacts'])
    .where('organisation_id', '=', organisationId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('text_topic')
            .select('text_topic.text_key')
            .where('text_topic.organisation_id', '=', organisationId)
            .whereRef('text_topic.text_key', '=', 'enquiry_text.text_key'),
        ),
      ),
    )
    .orderBy('text_key')
    .limit(most)
    .execute()
}

/** What each text is assigned to now; all of them, or those of some keys. */
export async function assignments(
  { organisationId }: Tenant,
  db: Db,
  keys?: readonly string[],
): Promise<Assignment[]> {
  const rows = await db
    .selectFrom('text_topic')
    .select([
      'text_key as textKey',
      'topic_id as topicId',
      'share',
      'certainty',
      'origin',
      'unsure',
      sql<NearTopic[]>`nearest`.as('nearest'),
    ])
    .where('organisation_id', '=', organisationId)
    .$if(keys !== undefined, (query) => query.where(sql<boolean>`text_key = any(${[...keys!]}::uuid[])`))
    .orderBy('text_key')
    .orderBy('topic_id')
    .execute()
  return rows
}

const pieceSize = 5000

/** Puts these assignments in place of whatever the texts had. */
export async function replaceAssignments(
  { organisationId }: Tenant,
  db: Db,
  { now, assigned }: { readonly now: Date; readonly assigned: readonly Assignment[] },
): Promise<void> {
  const keys = [...new Set(assigned.map(({ textKey }) => textKey))]
  for (let from = 0; from < keys.length; from += pieceSize)
    await sql`delete from text_topic where organisation_id = ${organisationId}
      and text_key = any(${keys.slice(from, from + pieceSize)}::uuid[])`.execute(db)
  for (let from = 0; from < assigned.length; from += pieceSize) {
    const piece = assigned.slice(from, from + pieceSize)
    await sql`
      insert into text_topic (organisation_id, text_key, topic_id, share, certainty, origin, unsure, nearest, assigned_at)
      select ${organisationId}, k, t, s, c, o, u, n::jsonb, ${now}
      from unnest(
        ${piece.map(({ textKey }) => textKey)}::uuid[], ${piece.map(({ topicId }) => topicId)}::uuid[],
        ${piece.map(({ share }) => share)}::float8[], ${piece.map(({ certainty }) => certainty)}::real[],
        ${piece.map(({ origin }) => origin)}::text[], ${piece.map(({ unsure }) => unsure)}::boolean[],
        ${piece.map(({ nearest }) => JSON.stringify(nearest))}::text[]) as r (k, t, s, c, o, u, n)`.execute(
      db,
    )
  }
}

type Page = { readonly limit: number; readonly cursor?: string | undefined }

type TextsQuery = Page & {
  readonly topicId?: string | undefined
  readonly order: TextOrder
  readonly q?: string | undefined
  readonly onlyUnsure?: boolean
}

const orders = {
  typical: sql`(origin = 'person') desc, certainty desc, contacts desc, hit.text_key`,
  odd: sql`(origin = 'person'), certainty, contacts desc, hit.text_key`,
  many: sql`contacts desc, certainty desc, hit.text_key`,
  latest: sql`last_at desc, hit.text_key`,
} as const

/** Texts of a topic or of the tray, page by page; the cursor is how many have been read. */
export async function listTexts(
  { organisationId }: Tenant,
  db: Db,
  { topicId, order, q, onlyUnsure = false, cursor, limit }: TextsQuery,
): Promise<{ items: TextLine[]; next?: string }> {
  const offset = Number(cursor ?? 0)
  const like = `%${(q ?? '').replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<TextLine & { channels: EnquiryChannel[] }>`
    with hit as (
      select distinct on (text_key) text_key, certainty, origin, unsure, nearest
      from text_topic
      where organisation_id = ${organisationId}
        ${topicId === undefined ? sql`` : sql`and topic_id = ${topicId}`}
        ${onlyUnsure ? sql`and unsure` : sql``}
      order by text_key, share desc
    )
    select hit.text_key as "textKey", text, contacts, channels, certainty, origin, unsure, nearest,
      (select jsonb_agg(jsonb_build_object('topicId', own.topic_id, 'share', own.share)
          order by own.share desc, own.topic_id)
        from text_topic own where own.organisation_id = ${organisationId} and own.text_key = hit.text_key) as topics
    from hit join enquiry_text on enquiry_text.organisation_id = ${organisationId}
      and enquiry_text.text_key = hit.text_key
    ${q ? sql`where text ilike ${like}` : sql``}
    order by ${orders[order]}
    limit ${limit + 1} offset ${offset}`.execute(db)
  const items = rows.slice(0, limit)
  return rows.length > limit ? { items, next: String(offset + limit) } : { items }
}

/** How many different texts there are, and how many of them still wait for a topic. */
export async function textTotals(
  { organisationId }: Tenant,
  db: Db,
): Promise<{ texts: number; contacts: number; waiting: number; unsure: number }> {
  const { rows } = await sql<{ texts: number; contacts: number; waiting: number; unsure: number }>`
    select count(*)::int8 as texts, coalesce(sum(contacts), 0) as contacts,
      count(*) filter (where t.text_key is null)::int8 as waiting,
      count(*) filter (where t.unsure)::int8 as unsure
    from enquiry_text e left join (
      select text_key, bool_or(unsure) as unsure from text_topic where organisation_id = ${organisationId} group by text_key
    ) t on t.text_key = e.text_key
    where e.organisation_id = ${organisationId}`.execute(db)
  return rows[0]!
}

/** Texts in some topic that nobody is sure of. */
export async function countUnsure({ organisationId }: Tenant, db: Db): Promise<number> {
  const { rows } = await sql<{ unsure: number }>`
    select count(distinct text_key)::int8 as unsure from text_topic
    where organisation_id = ${organisationId} and unsure`.execute(db)
  return rows[0]!.unsure
}

/** The texts that are in any of these topics. */
export async function textsInTopics(
  { organisationId }: Tenant,
  db: Db,
  topicIds: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('text_topic')
    .select('text_key')
    .distinct()
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`topic_id = any(${[...topicIds]}::uuid[])`)
    .execute()
  return rows.map(({ text_key }) => text_key)
}

/** The texts of one topic, the surest first. */
export function textsOfTopic(
  { organisationId }: Tenant,
  db: Db,
  { topicId, most }: { readonly topicId: string; readonly most: number },
): Promise<StoredText[]> {
  return db
    .selectFrom('text_topic')
    .innerJoin('enquiry_text', (join) =>
      join
        .onRef('enquiry_text.organisation_id', '=', 'text_topic.organisation_id')
        .onRef('enquiry_text.text_key', '=', 'text_topic.text_key'),
    )
    .select(['enquiry_text.text_key as textKey', 'text', 'contacts'])
    .where('text_topic.organisation_id', '=', organisationId)
    .where('topic_id', '=', topicId)
    .orderBy('certainty', 'desc')
    .orderBy('enquiry_text.text_key')
    .limit(most)
    .execute()
}

/**
 * Examples to learn from: everything that people have placed in one topic, and of each topic so many of the surest
 * others, so that every topic is known.
 */
export async function examplesOf(
  { organisationId }: Tenant,
  db: Db,
  each: number,
): Promise<{ text: string; topicId: string }[]> {
  const { rows } = await sql<{ text: string; topicId: string }>`
    select e.text, t.topic_id as "topicId" from (
      select t.*, row_number() over (partition by t.topic_id order by certainty desc, text_key) as place
      from text_topic t join topic on topic.organisation_id = t.organisation_id and topic.topic_id = t.topic_id
      where t.organisation_id = ${organisationId} and share = 1 and not unsure and not topic.unexplained
    ) t join enquiry_text e on e.organisation_id = ${organisationId} and e.text_key = t.text_key
    where t.origin = 'person' or t.place <= ${each}
    order by t.topic_id, t.text_key`.execute(db)
  return rows
}

/** Texts that wait in the tray. */
export function unsureTexts({ organisationId }: Tenant, db: Db, most: number): Promise<StoredText[]> {
  return db
    .selectFrom('enquiry_text')
    .select(['text_key as textKey', 'text', 'contacts'])
    .where('organisation_id', '=', organisationId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('text_topic')
          .select('text_topic.text_key')
          .where('text_topic.organisation_id', '=', organisationId)
          .whereRef('text_topic.text_key', '=', 'enquiry_text.text_key')
          .where('unsure', '=', true),
      ),
    )
    .orderBy('contacts', 'desc')
    .orderBy('text_key')
    .limit(most)
    .execute()
}

export async function saveFamiliarity(
  { organisationId }: Tenant,
  trx: Db,
  texts: readonly { readonly textKey: string; readonly familiarity: number }[],
): Promise<void> {
  await sql`
    update enquiry_text set familiarity = read.familiarity
    from unnest(${texts.map(({ textKey }) => textKey)}::uuid[], ${texts.map(({ familiarity }) => familiarity)}::real[])
      as read (text_key, familiarity)
    where organisation_id = ${organisationId} and enquiry_text.text_key = read.text_key`.execute(trx)
}
