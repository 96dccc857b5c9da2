/** Reading enquiries: lists with filters, one of them, and the conversation around it. */
import { type ExpressionBuilder, sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db, Tables } from '../../../platform/database/index.ts'
import type { EnquiryFilter } from '../contract.ts'
import '../tables.ts'

const columns = [
  'enquiry.enquiry_id as enquiryId',
  'enquiry.source_id as sourceId',
  'intake_source.name as sourceName',
  'source_record_id as sourceRecordId',
  'batch_id as batchId',
  'contact_id as contactId',
  'leg_of as legOf',
  'enquiry.channel as channel',
  'direction',
  'started_at as startedAt',
  'started_on as startedOn',
  'customer_key as customerKey',
  'text',
  'text_key as textKey',
  'agent_text as agentText',
  'reason_code as reasonCode',
  'queue',
  'wait_seconds as waitSeconds',
  'handle_seconds as handleSeconds',
  'transfers',
  'outcome',
  'resolved',
  'tried_self_service as triedSelfService',
  'csat',
  'weight',
  'language',
  'text_removed_at as textRemovedAt',
] as const

export type StoredEnquiry = Awaited<ReturnType<typeof findEnquiry>> & object

function enquiries(scope: Scope, db: Db) {
  return db
    .selectFrom('enquiry')
    .innerJoin('intake_source', (join) =>
      join
        .onRef('intake_source.organisation_id', '=', 'enquiry.organisation_id')
        .onRef('intake_source.source_id', '=', 'enquiry.source_id'),
    )
    .where('enquiry.organisation_id', '=', scope.organisationId)
}

type Row = ExpressionBuilder<Tables, 'enquiry'>

/** All filters as one condition. A topic is had by a text, or by a share of a reason code. */
function matches(filter: EnquiryFilter) {
  return (row: Row) => {
    const { source, batch, channel, from, to, topic, code, customer, outcome, q } = filter
    return row.and([
      ...(source === undefined ? [] : [row('enquiry.source_id', '=', source)]),
      ...(batch === undefined ? [] : [row('enquiry.batch_id', '=', batch)]),
      ...(channel === undefined ? [] : [row('enquiry.channel', '=', channel)]),
      ...(from === undefined ? [] : [row('enquiry.started_on', '>=', from)]),
      ...(to === undefined ? [] : [row('enquiry.started_on', '<=', to)]),
      ...(code === undefined ? [] : [row('enquiry.reason_code', '=', code)]),
      ...(customer === undefined ? [] : [row('enquiry.customer_key', '=', customer)]),
      ...(outcome === undefined ? [] : [row('enquiry.outcome', '=', outcome)]),
      ...(q === undefined || q.trim() === '' ? [] : [holds(q.trim())]),
      ...(topic === undefined ? [] : [about(topic)]),
    ])
  }
}

/** The words as they stand, in any case of letters, in what the customer or the agent wrote. */
function holds(words: string) {
  const pattern = `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return sql<boolean>`(enquiry.text ilike ${pattern} or enquiry.agent_text ilike ${pattern})`
}

function about(topicId: string) {
  return sql<boolean>`(
    exists (select 1 from text_topic t where t.organisation_id = enquiry.organisation_id
      and t.text_key = enquiry.text_key and t.topic_id = ${topicId})
    or (enquiry.text_key is null and exists (select 1 from code_topic c
      where c.organisation_id = enquiry.organisation_id and c.source_id = enquiry.source_id
        and c.reason_code = enquiry.reason_code and c.topic_id = ${topicId})))`
}

/** Newest first. */
export async function listEnquiries(
  scope: Scope,
  db: Db,
  query: { readonly filter: EnquiryFilter; readonly before?: string | undefined; readonly limit: number },
) {
  return enquiries(scope, db)
    .select(columns)
    .where(matches(query.filter))
    .$if(query.before !== undefined, (some) => some.where(beforeCursor(query.before!)))
    .orderBy('started_on', 'desc')
    .orderBy('started_at', 'desc')
    .orderBy('enquiry_id', 'desc')
    .limit(query.limit)
    .execute()
}

type Placed = { readonly startedAt: Date; readonly startedOn: string; readonly enquiryId: string }

/** A cursor is the day, the moment and the id of the last enquiry seen. */
export const enquiryCursor = ({ startedAt, startedOn, enquiryId }: Placed): string =>
  `${startedOn} ${startedAt.toISOString()} ${enquiryId}`

function beforeCursor(cursor: string) {
  const [day = '', at = '', id = ''] = cursor.split(' ')
  return sql<boolean>`(started_on, started_at, enquiry_id) < (${day}::date, ${at}::timestamptz, ${id}::uuid)`
}

export async function countEnquiries(scope: Scope, db: Db, filter: EnquiryFilter) {
  return db
    .selectFrom('enquiry')
    .select((row) => [
      row.fn.countAll<number>().as('rows'),
      sql<number>`coalesce(sum(weight) filter (where leg_of is null), 0)`.as('contacts'),
    ])
    .where('enquiry.organisation_id', '=', scope.organisationId)
    .where(matches(filter))
    .executeTakeFirstOrThrow()
}

export async function findEnquiry(scope: Scope, db: Db, enquiryId: string) {
  return enquiries(scope, db).select(columns).where('enquiry_id', '=', enquiryId).executeTakeFirst()
}

const mostParts = 200

/** The parts of the same contact in order of time; the enquiry alone when its source names no contact. */
export async function conversationOf(
  scope: Scope,
  db: Db,
  enquiry: { readonly sourceId: string; readonly contactId: string | null; readonly enquiryId: string },
) {
  const { contactId } = enquiry
  return enquiries(scope, db)
    .select(columns)
    .where('enquiry.source_id', '=', enquiry.sourceId)
    .where((row) =>
      contactId === null ? row('enquiry_id', '=', enquiry.enquiryId) : row('contact_id', '=', contactId),
    )
    .orderBy('started_at')
    .orderBy('enquiry_id')
    .limit(mostParts)
    .execute()
}

/** Other contacts of the same customer, in whatever source, newest first. */
export async function othersOf(
  scope: Scope,
  db: Db,
  enquiry: {
    readonly customerKey: string | null
    readonly contactId: string | null
    readonly enquiryId: string
  },
) {
  const { customerKey, contactId } = enquiry
  if (customerKey === null) return []
  return enquiries(scope, db)
    .select(columns)
    .where('customer_key', '=', customerKey)
    .where('enquiry_id', '!=', enquiry.enquiryId)
    .$if(contactId !== null, (some) =>
      some.where((row) => row.or([row('contact_id', 'is', null), row('contact_id', '!=', contactId)])),
    )
    .orderBy('started_at', 'desc')
    .limit(50)
    .execute()
}

/** What the texts and the codes of these rows are about. */
export async function topicsOf(
  scope: Scope,
  db: Db,
  rows: readonly {
    readonly textKey: string | null
    readonly sourceId: string
    readonly reasonCode: string | null
  }[],
) {
  const keys = [...new Set(rows.flatMap(({ textKey }) => (textKey === null ? [] : [textKey])))]
  const codes = [
    ...new Set(
      rows.flatMap(({ textKey, reasonCode }) =>
        textKey === null && reasonCode !== null ? [reasonCode] : [],
      ),
    ),
  ]
  const ofTexts = await db
    .selectFrom('text_topic')
    .innerJoin('topic', (join) =>
      join
        .onRef('topic.organisation_id', '=', 'text_topic.organisation_id')
        .onRef('topic.topic_id', '=', 'text_topic.topic_id'),
    )
    .select(['text_key as textKey', 'topic.topic_id as topicId', 'name', 'share', 'certainty', 'unsure'])
    .where('text_topic.organisation_id', '=', scope.organisationId)
    .where('text_key', 'in', keys.length === 0 ? [noKey] : keys)
    .orderBy('share', 'desc')
    .execute()
  const ofCodes = await db
    .selectFrom('code_topic')
    .innerJoin('topic', (join) =>
      join
        .onRef('topic.organisation_id', '=', 'code_topic.organisation_id')
        .onRef('topic.topic_id', '=', 'code_topic.topic_id'),
    )
    .select([
      'source_id as sourceId',
      'reason_code as reasonCode',
      'topic.topic_id as topicId',
      'name',
      'share',
    ])
    .where('code_topic.organisation_id', '=', scope.organisationId)
    .where('reason_code', 'in', codes.length === 0 ? [''] : codes)
    .orderBy('share', 'desc')
    .execute()
  return { ofTexts, ofCodes }
}

const noKey = '00000000-0000-0000-0000-000000000000'
