/** What those do next who gave up, found by their key; beside those who got through. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { EnquiryChannel } from '../../../understand/intake/rules/enquiry-words.ts'
import { ending, type LogLine, ofLine } from './wait-store.ts'

type Tenant = Pick<Scope, 'organisationId'>
export type Following = { readonly line: LogLine; readonly days: number }

/** Of those who got through so many are followed, drawn by their id, which is as good as by lot. */
const mostThrough = 20_000

/**
 * Everybody of the line whose customer is known, with that customer's next contact within the days, in whichever
 * channel. Later legs of the same conversation are no next contact. Followed to the end of the days, or of the records.
 */
const followed = (scope: Tenant, { line, days }: Following) => sql`
  ends as (
    select max(started_at) as at from enquiry where organisation_id = ${scope.organisationId}
  ), met as (
    select e.*, ${ending('e')} as ending from enquiry e
    where ${ofLine(scope, line)} and e.customer_key is not null
  ), chosen as (
    select * from met where ending = 'lost'
    union all
    (select * from met where ending = 'through' order by enquiry_id limit ${mostThrough})
  ), followed as (
    select c.enquiry_id, c.ending, c.started_at, c.source_id, c.reason_code, c.text_key,
      n.enquiry_id as next_id, n.channel as next_channel, n.ending as next_ending, n.source_id as next_source,
      n.reason_code as next_code, n.text_key as next_text,
      extract(epoch from coalesce(n.started_at,
        least(c.started_at + make_interval(days => ${days}::integer), greatest(c.started_at, ends.at)))
        - c.started_at) as seconds
    from chosen c cross join ends
    left join lateral (
      select e.*, ${ending('e')} as ending from enquiry e
      where e.organisation_id = ${scope.organisationId} and e.customer_key = c.customer_key
        and e.direction = 'in' and e.leg_of is null and e.started_at > c.started_at
        and e.started_at <= c.started_at + make_interval(days => ${days}::integer)
        and (e.contact_id is null or c.contact_id is null or e.contact_id <> c.contact_id
          or e.source_id <> c.source_id)
      order by e.started_at, e.enquiry_id limit 1
    ) n on true
  )`

export type FollowedRow = {
  readonly ending: 'lost' | 'through'
  readonly minutes: number
  /** Null: did not come back while the records last. */
  readonly channel: EnquiryChannel | null
  readonly next: 'lost' | 'through' | 'unknown' | null
  readonly count: number
}

export async function listFollowed(
  scope: Tenant,
  db: Db,
  following: Following,
): Promise<readonly FollowedRow[]> {
  const { rows } = await sql<FollowedRow>`
    with ${followed(scope, following)}
    select ending, ceil(seconds / 60)::integer as minutes, next_channel as channel, next_ending as next,
      count(*)::integer as count
    from followed group by 1, 2, 3, 4`.execute(db)
  return rows
}

export type LostCount = { readonly lost: number; readonly known: number }

/** Those who gave up, and of them those whose customer is known. */
export async function countLost(scope: Tenant, db: Db, line: LogLine): Promise<LostCount> {
  const { rows } = await sql<LostCount>`
    select count(*)::integer as lost, count(e.customer_key)::integer as known
    from enquiry e where ${ofLine(scope, line)} and e.outcome = 'abandoned'`.execute(db)
  return rows[0]!
}

export type LostTopic = {
  /** Null: neither the record nor a next contact tells. */
  readonly topicId: string | null
  readonly name: string | null
  readonly contacts: number
  /** The part of them that the record itself tells. */
  readonly own: number
}

/** What they gave up on: from the record where it has a topic, else from the same customer's next contact. */
export async function listLostTopics(
  scope: Tenant,
  db: Db,
  following: Following,
): Promise<readonly LostTopic[]> {
  const organisation = sql`${scope.organisationId}::uuid`
  const about = (text: string, source: string, code: string) => sql`
    select t.topic_id, t.share from text_topic t
    where t.organisation_id = ${organisation} and t.text_key = ${sql.ref(text)}
    union all
    select k.topic_id, k.share from code_topic k
    where k.organisation_id = ${organisation} and ${sql.ref(text)} is null
      and k.source_id = ${sql.ref(source)} and k.reason_code = ${sql.ref(code)}`
  const { rows } = await sql<LostTopic>`
    with ${followed(scope, following)}, unknown as (
      select e.enquiry_id, 'lost' as ending, e.source_id, e.reason_code, e.text_key,
        null::uuid as next_source, null::text as next_code, null::uuid as next_text
      from enquiry e
      where ${ofLine(scope, following.line)} and e.outcome = 'abandoned' and e.customer_key is null
    ), lost as (
      select enquiry_id, source_id, reason_code, text_key, next_source, next_code, next_text
      from followed where ending = 'lost'
      union all
      select enquiry_id, source_id, reason_code, text_key, next_source, next_code, next_text from unknown
    ), own as (
      select l.enquiry_id, a.topic_id, a.share from lost l cross join lateral (
        ${about('l.text_key', 'l.source_id', 'l.reason_code')}) a
    ), told as (
      select enquiry_id, topic_id, share, true as is_own from own
      union all
      select l.enquiry_id, a.topic_id, a.share, false from lost l cross join lateral (
        ${about('l.next_text', 'l.next_source', 'l.next_code')}) a
      where not exists (select 1 from own where own.enquiry_id = l.enquiry_id)
    ), untold as (
      select count(*) as contacts from lost l
      where not exists (select 1 from told where told.enquiry_id = l.enquiry_id)
    )
    select told.topic_id as "topicId", topic.name, sum(share) as contacts,
      coalesce(sum(share) filter (where is_own), 0) as own
    from told join topic on topic.organisation_id = ${organisation} and topic.topic_id = told.topic_id
    group by 1, 2
    union all
    select null, null, contacts, 0 from untold where contacts > 0
    order by 3 desc, 2`.execute(db)
  return rows
}
