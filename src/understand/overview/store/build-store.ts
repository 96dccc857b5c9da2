/**
 * Makes the kept figures from enquiries and topics, a slice at a time, so that no statement lasts long and others
 * get their turn on an embedded store. What a contact, a case and a hop are is said in `rules/cases.ts` and
 * `rules/hops.ts`; a test holds these statements against those rules.
 */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import { awaitingTopic, withoutExplanation } from '../rules/no-topic.ts'
import '../tables.ts'

/** Contacts in a slice of customers. */
const contactsInSlice = 60_000

type Building = { readonly version: number }

/** Finds the later legs of conversations: all but the first record, the source's own word before the clock. */
export async function buildLegs(scope: Scope, db: Db): Promise<void> {
  const organisation = sql`${scope.organisationId}::uuid`
  await sql`delete from enquiry_leg where organisation_id = ${organisation}`.execute(db)
  await sql`
    insert into enquiry_leg (organisation_id, enquiry_id, head_id)
    select organisation_id, enquiry_id, head_id from (
      select e.organisation_id, e.enquiry_id,
        first_value(e.enquiry_id) over several as head_id, row_number() over several as leg
      from enquiry e
      join (
        select source_id, contact_id from enquiry
        where organisation_id = ${organisation} and contact_id is not null
        group by source_id, contact_id having count(*) > 1
      ) many on many.source_id = e.source_id and many.contact_id = e.contact_id
      where e.organisation_id = ${organisation}
      window several as (
        partition by e.source_id, e.contact_id order by e.leg_of is not null, e.started_at, e.enquiry_id
      )
    ) legs where leg > 1
    union all
    select organisation_id, enquiry_id, enquiry_id from enquiry
    where organisation_id = ${organisation} and contact_id is null and leg_of is not null`.execute(db)
}

/** The first and last day with an enquiry, and how many records there are. */
export async function recordSpan(scope: Scope, db: Db) {
  const { rows } = await sql<{ first: string | null; last: string | null; records: number }>`
    select min(started_on) as first, max(started_on) as last, count(*) as records
    from enquiry where organisation_id = ${scope.organisationId}`.execute(db)
  return rows[0]!
}

/** Contacts by topic, channel and day for the days from `from` to `to`. */
export async function buildDays(
  scope: Scope,
  db: Db,
  { version, from, to }: Building & { readonly from: string; readonly to: string },
): Promise<void> {
  const organisation = sql`${scope.organisationId}::uuid`
  await sql`
    with legs as (
      select l.head_id, sum(e.handle_seconds) as handle
      from enquiry_leg l join enquiry e on e.organisation_id = l.organisation_id and e.enquiry_id = l.enquiry_id
      where l.organisation_id = ${organisation} and l.head_id <> l.enquiry_id
      group by l.head_id
    ), heads as (
      select e.started_on, e.channel, e.source_id, e.text_key, e.reason_code, e.weight,
        e.wait_seconds as wait, coalesce(e.handle_seconds + legs.handle, e.handle_seconds, legs.handle) as handle,
        e.tried_self_service as tried, e.csat
      from enquiry e
      left join enquiry_leg l on l.organisation_id = e.organisation_id and l.enquiry_id = e.enquiry_id
      left join legs on legs.head_id = e.enquiry_id
      where e.organisation_id = ${organisation} and e.direction = 'in' and l.enquiry_id is null
        and e.started_on between ${from}::date and ${to}::date
    ), pieces as (
      select h.*, coalesce(t.topic_id, ${awaitingTopic}::uuid) as topic_id, h.weight * coalesce(t.share, 1) as w,
        coalesce(t.unsure, false) as unsure, false as estimated
      from heads h left join text_topic t on t.organisation_id = ${organisation} and t.text_key = h.text_key
      where h.text_key is not null
      union all
      select h.*, coalesce(c.topic_id, ${withoutExplanation}::uuid) as topic_id, h.weight * coalesce(c.share, 1) as w,
        false, c.topic_id is not null
      from heads h left join code_topic c on c.organisation_id = ${organisation}
        and c.source_id = h.source_id and c.reason_code = h.reason_code
      where h.text_key is null
    )
    insert into topic_day
    select ${organisation}, ${version}::integer, started_on, topic_id, channel,
      sum(w), coalesce(sum(w) filter (where estimated), 0), coalesce(sum(w) filter (where unsure), 0),
      coalesce(sum(w) filter (where wait is not null), 0), coalesce(sum(w * wait), 0),
      coalesce(sum(w) filter (where handle is not null), 0), coalesce(sum(w * handle), 0),
      coalesce(sum(w) filter (where tried is not null), 0), coalesce(sum(w) filter (where tried), 0),
      coalesce(sum(w) filter (where csat is not null), 0), coalesce(sum(w * csat), 0), coalesce(sum(w * csat * csat), 0),
      coalesce(sum(w) filter (where tried and csat is not null), 0), coalesce(sum(w * csat) filter (where tried), 0),
      coalesce(sum(w * csat * csat) filter (where tried), 0),
      coalesce(sum(w) filter (where not tried and csat is not null), 0),
      coalesce(sum(w * csat) filter (where not tried), 0), coalesce(sum(w * csat * csat) filter (where not tried), 0)
    from pieces group by started_on, topic_id, channel`.execute(db)
}

/** The customer key at which the next slice begins; nothing when this one is the last. */
export async function sliceEnd(scope: Scope, db: Db, from: string): Promise<string | undefined> {
  const { rows } = await sql<{ key: string }>`
    select customer_key as key from enquiry
    where organisation_id = ${scope.organisationId} and customer_key > ${from}
    order by customer_key offset ${contactsInSlice} limit 1`.execute(db)
  return rows[0]?.key
}

export type CustomerSlice = Building & {
  /** Customers with keys above the first and up to the second, or to the end. */
  readonly after: string
  readonly upTo: string | undefined
  /** The day on which the records end. */
  readonly until: string
}

/**
 * Cases and hops of a slice of customers. A contact about two topics belongs to a case of each. One without text
 * goes to the topic that its code mostly stands for, and is left out where there is none.
 */
export async function buildCases(scope: Scope, db: Db, slice: CustomerSlice): Promise<void> {
  const organisation = sql`${scope.organisationId}::uuid`
  const { version, after, upTo, until } = slice
  const end = sql`((${until}::date + 1)::timestamp at time zone 'Europe/Oslo')`
  const gap = (days: number) =>
    sql`(previous is null or started_at - previous > ${sql.raw(`interval '${days * 24} hours'`)})`
  const last = (days: number) =>
    sql`(next is null or next - started_at > ${sql.raw(`interval '${days * 24} hours'`)})`
  /** The second is SQL for the moment of the case's first contact. */
  const censored = (days: number, first: string) =>
    sql`(${sql.raw(first)} + ${sql.raw(`interval '${days * 24} hours'`)} > ${end})`
  await sql`
    create temporary table case_contact as
    with code as (
      select distinct on (source_id, reason_code) source_id, reason_code, topic_id from code_topic
      where organisation_id = ${organisation} and share >= 0.5
      order by source_id, reason_code, share desc, topic_id
    ), about as (
      select e.customer_key, coalesce(t.topic_id, code.topic_id) as topic_id, e.channel, e.started_at, e.started_on, e.enquiry_id
      from enquiry e
      left join enquiry_leg l on l.organisation_id = e.organisation_id and l.enquiry_id = e.enquiry_id
      left join text_topic t on t.organisation_id = e.organisation_id and t.text_key = e.text_key
      left join code on e.text_key is null and code.source_id = e.source_id and code.reason_code = e.reason_code
      where e.organisation_id = ${organisation} and e.customer_key > ${after}
        ${upTo === undefined ? sql`` : sql`and e.customer_key <= ${upTo}`}
        and e.direction = 'in' and l.enquiry_id is null and coalesce(t.topic_id, code.topic_id) is not null
    ), steps as (
      select about.*, lag(started_at) over line as previous, lead(started_at) over line as next,
        lag(channel) over line as from_channel, lag(channel, 2) over line as before_channel
      from about window line as (partition by customer_key, topic_id order by started_at, enquiry_id)
    ), numbered as (
      select steps.*, ${gap(7)} as starts_7,
        sum(${gap(7)}::int) over line as number_7
      from steps window line as (partition by customer_key, topic_id order by started_at, enquiry_id)
    )
    select numbered.*,
      lag(starts_7) over line as previous_starts,
      ${gap(1)} as starts_1, ${gap(3)} as starts_3, ${gap(30)} as starts_30,
      ${last(1)} as ends_1, ${last(3)} as ends_3, ${last(7)} as ends_7, ${last(30)} as ends_30,
      ${censored(1, 'started_at')} as censored_1, ${censored(3, 'started_at')} as censored_3, ${censored(30, 'started_at')} as censored_30,
      ${censored(7, 'first_value(started_at) over one')} as censored_7,
      first_value(channel) over one as first_channel, first_value(started_on) over one as first_day,
      channel not in ('chatbot') as by_person
    from numbered
    window line as (partition by customer_key, topic_id order by started_at, enquiry_id),
      one as (partition by customer_key, topic_id, number_7 order by started_at, enquiry_id)`.execute(db)
  const counted = (days: number) =>
    sql.raw(
      `count(*) filter (where starts_${days} and not censored_${days}) as cases_${days},
     count(*) filter (where starts_${days} and ends_${days} and not censored_${days}) as once_${days}`,
    )
  // Of the other gaps, cases belong to the day and channel of their own first contact.
  await sql`
    insert into case_day
    select ${organisation}, ${version}::integer, day, topic_id, channel,
      sum(cases_1), sum(once_1), sum(cases_3), sum(once_3), sum(cases_7), sum(once_7), sum(contacts_7), sum(censored_7),
      sum(cases_30), sum(once_30), sum(to_people_7)
    from (
      select started_on as day, topic_id, channel, ${counted(1)}, ${counted(3)}, ${counted(7)},
        0 as contacts_7, count(*) filter (where starts_7 and censored_7) as censored_7, ${counted(30)}, 0 as to_people_7
      from case_contact group by started_on, topic_id, channel
      union all
      select first_day, topic_id, first_channel, 0, 0, 0, 0, 0, 0,
        count(*) filter (where not censored_7), 0, 0, 0, 0
      from case_contact group by first_day, topic_id, first_channel
      union all
      select first_day, topic_id, first_channel, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, count(*)
      from (
        select first_day, topic_id, first_channel from case_contact
        where first_channel = 'chatbot' and not censored_7
        group by first_day, topic_id, first_channel, customer_key, number_7 having bool_or(by_person)
      ) went_on group by first_day, topic_id, first_channel
    ) parts
    where cases_1 + cases_3 + cases_7 + contacts_7 + censored_7 + cases_30 + to_people_7 > 0
    group by day, topic_id, channel
    on conflict (organisation_id, version, day, topic_id, channel) do update set
      cases_1 = case_day.cases_1 + excluded.cases_1, once_1 = case_day.once_1 + excluded.once_1,
      cases_3 = case_day.cases_3 + excluded.cases_3, once_3 = case_day.once_3 + excluded.once_3,
      cases_7 = case_day.cases_7 + excluded.cases_7, once_7 = case_day.once_7 + excluded.once_7,
      contacts_7 = case_day.contacts_7 + excluded.contacts_7, censored_7 = case_day.censored_7 + excluded.censored_7,
      cases_30 = case_day.cases_30 + excluded.cases_30, once_30 = case_day.once_30 + excluded.once_30,
      to_people_7 = case_day.to_people_7 + excluded.to_people_7`.execute(db)
  await sql`
    insert into case_hop
    select ${organisation}, ${version}::integer, started_on, topic_id, from_channel, channel, count(*),
      count(*) filter (where from_channel <> channel and before_channel = channel and not previous_starts)
    from case_contact where not starts_7
    group by started_on, topic_id, from_channel, channel
    on conflict (organisation_id, version, day, topic_id, from_channel, to_channel) do update set
      steps = case_hop.steps + excluded.steps, bounces = case_hop.bounces + excluded.bounces`.execute(db)
  await sql`drop table case_contact`.execute(db)
}

/**
 * When each topic was asked about. Its first day is the one by which a twentieth of its contacts had come: a few that
 * were put in the wrong place long ago do not make a new question old, nor does what is only estimated from codes.
 */
export async function buildSpans(scope: Scope, db: Db, { version }: Building): Promise<void> {
  await sql`
    insert into topic_span
    select organisation_id, version, topic_id, coalesce(min(day) filter (where so_far >= 0.05 * everything), max(day)), max(day)
    from (
      select organisation_id, version, topic_id, day,
        sum(contacts - estimated) over (partition by topic_id order by day) as so_far, sum(contacts - estimated) over (partition by topic_id) as everything
      from topic_day where organisation_id = ${scope.organisationId} and version = ${version}
    ) days group by organisation_id, version, topic_id`.execute(db)
}

/** Removes every version but the one given. */
export async function dropOtherVersions(scope: Scope, db: Db, { version }: Building): Promise<void> {
  for (const table of ['topic_day', 'case_day', 'case_hop', 'topic_span'] as const) {
    await db
      .deleteFrom(table)
      .where('organisation_id', '=', scope.organisationId)
      .where('version', '<>', version)
      .execute()
  }
}
