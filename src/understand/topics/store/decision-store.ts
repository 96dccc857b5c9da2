/** People's decisions, in order, with what each of them changed so that it can be taken back. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { DecisionKind } from '../contract.ts'
import type { LoggedDecision } from '../rules/curation/constraints.ts'
import type { Assignment, TopicRecord } from '../rules/curation/topic-state.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>

export type StoredDecision = {
  readonly number: number
  readonly kind: DecisionKind
  readonly body: unknown
  readonly undoes: number | null
}

/** Waits for whoever is deciding, and answers the number of the next decision. */
export async function nextNumber({ organisationId }: Tenant, trx: Db): Promise<number> {
  await trx
    .selectFrom('organisation')
    .select('organisation_id')
    .where('organisation_id', '=', organisationId)
    .forUpdate()
    .execute()
  const row = await trx
    .selectFrom('topic_decision')
    .select((eb) => eb.fn.max('decision_number').as('last'))
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  return Number(row?.last ?? 0) + 1
}

export async function insertDecision(
  { organisationId, personId }: Scope,
  trx: Db,
  { number, kind, body, undoes, now }: StoredDecision & { readonly now: Date },
): Promise<void> {
  await trx
    .insertInto('topic_decision')
    .values({
      organisation_id: organisationId,
      decision_number: number,
      at: now,
      person_id: personId,
      kind,
      body: JSON.stringify(body),
      undoes,
    })
    .execute()
}

/** Keeps how these texts are assigned now, before the decision changes it. */
export async function keepTexts(
  { organisationId }: Tenant,
  trx: Db,
  { number, textKeys }: { readonly number: number; readonly textKeys: readonly string[] },
): Promise<void> {
  if (textKeys.length === 0) return
  await sql`
    insert into topic_decision_text (organisation_id, decision_number, text_key, topic_id, share, certainty, origin, unsure, nearest)
    select organisation_id, ${number}, text_key, topic_id, share, certainty, origin, unsure, nearest
    from text_topic where organisation_id = ${organisationId} and text_key = any(${[...textKeys]}::uuid[])`.execute(
    trx,
  )
}

/** Keeps how these topics are now; nothing for those that the decision makes. */
export async function keepTopics(
  { organisationId }: Tenant,
  trx: Db,
  {
    number,
    before,
    changed,
  }: {
    readonly number: number
    readonly before: ReadonlyMap<string, TopicRecord>
    readonly changed: readonly TopicRecord[]
  },
): Promise<void> {
  if (changed.length === 0) return
  await trx
    .insertInto('topic_decision_topic')
    .values(
      changed.map(({ topicId }) => ({
        organisation_id: organisationId,
        decision_number: number,
        topic_id: topicId,
        before: before.has(topicId) ? JSON.stringify(before.get(topicId)) : null,
      })),
    )
    .execute()
}

export type KeptDecision = {
  readonly texts: readonly Assignment[]
  /** Undefined for a topic that the decision made. */
  readonly topics: ReadonlyMap<string, TopicRecord | undefined>
}

/** What the decision changed, as it was before. */
export async function keptOf({ organisationId }: Tenant, trx: Db, number: number): Promise<KeptDecision> {
  const texts = await trx
    .selectFrom('topic_decision_text')
    .select([
      'text_key as textKey',
      'topic_id as topicId',
      'share',
      'certainty',
      'origin',
      'unsure',
      sql<Assignment['nearest']>`nearest`.as('nearest'),
    ])
    .where('organisation_id', '=', organisationId)
    .where('decision_number', '=', number)
    .orderBy('text_key')
    .orderBy('topic_id')
    .execute()
  const topics = await trx
    .selectFrom('topic_decision_topic')
    .select(['topic_id', sql<TopicRecord | null>`before`.as('before')])
    .where('organisation_id', '=', organisationId)
    .where('decision_number', '=', number)
    .execute()
  return { texts, topics: new Map(topics.map(({ topic_id, before }) => [topic_id, before ?? undefined])) }
}

export async function findDecision(
  { organisationId }: Tenant,
  db: Db,
  number: number,
): Promise<(StoredDecision & { readonly undone: boolean }) | undefined> {
  return db
    .selectFrom('topic_decision as d')
    .select(['d.decision_number as number', sql<DecisionKind>`d.kind`.as('kind'), 'd.body', 'd.undoes'])
    .select(sql<boolean>`${undone}`.as('undone'))
    .where('d.organisation_id', '=', organisationId)
    .where('d.decision_number', '=', number)
    .executeTakeFirst()
}

const undone = sql`exists (select from topic_decision u where u.organisation_id = d.organisation_id
  and u.undoes = d.decision_number)`

/**
 * The texts and topics of the decision that a later one, still standing, has changed too. An undone decision and
 * its undo stand for nothing.
 */
export async function changedSince(
  { organisationId }: Tenant,
  trx: Db,
  number: number,
): Promise<{ textKeys: ReadonlySet<string>; topicIds: ReadonlySet<string> }> {
  const { rows: standing } = await sql<{ number: number }>`
    select d.decision_number as number from topic_decision d
    where d.organisation_id = ${organisationId} and d.decision_number > ${number} and d.kind <> 'undo'
      and not ${undone}`.execute(trx)
  // Mostly the last decision is taken back, and nothing needs to be looked through.
  if (standing.length === 0) return { textKeys: new Set(), topicIds: new Set() }
  const numbers = standing.map((each) => each.number)
  const changed = async (
    table: 'topic_decision_text' | 'topic_decision_topic',
    column: 'text_key' | 'topic_id',
  ) => {
    const { rows } = await sql<{ id: string }>`
      select distinct own.${sql.ref(column)} as id from ${sql.table(table)} own
      where own.organisation_id = ${organisationId} and own.decision_number = ${number} and exists (
        select from ${sql.table(table)} later where later.organisation_id = ${organisationId}
          and later.${sql.ref(column)} = own.${sql.ref(column)} and later.decision_number = any(${numbers}::bigint[]))`.execute(
      trx,
    )
    return new Set(rows.map(({ id }) => id))
  }
  return {
    textKeys: await changed('topic_decision_text', 'text_key'),
    topicIds: await changed('topic_decision_topic', 'topic_id'),
  }
}

/** The latest decision that stands: what the next undo takes back. */
export async function latestStanding(
  { organisationId }: Tenant,
  db: Db,
): Promise<{ decision: number; kind: string } | null> {
  const row = await db
    .selectFrom('topic_decision as d')
    .select(['d.decision_number as decision', 'd.kind'])
    .where('d.organisation_id', '=', organisationId)
    .where('d.kind', '!=', 'undo')
    .where(sql<boolean>`not ${undone}`)
    .orderBy('d.decision_number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

export type DecisionRow = {
  readonly decision: number
  readonly kind: string
  readonly at: Date
  readonly by: string
  readonly texts: number
  readonly topics: readonly string[]
  readonly undone: boolean
  readonly undoes: number | null
}

/** Latest first; the cursor is the number of the last one that was read. */
export async function listDecisions(
  { organisationId }: Tenant,
  db: Db,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ items: DecisionRow[]; next?: string }> {
  const before = cursor === undefined ? sql`` : sql`and d.decision_number < ${Number(cursor)}`
  const { rows } = await sql<DecisionRow>`
    select d.decision_number as decision, d.kind, d.at, p.name as by, d.undoes,
      (select count(distinct text_key)::int from topic_decision_text t
        where t.organisation_id = d.organisation_id and t.decision_number = d.decision_number) as texts,
      (select coalesce(array_agg(topic.name order by topic.name), '{}') from topic_decision_topic t
        join topic on topic.organisation_id = t.organisation_id and topic.topic_id = t.topic_id
        where t.organisation_id = d.organisation_id and t.decision_number = d.decision_number) as topics,
      ${undone} as undone
    from topic_decision d
    join person p on p.organisation_id = d.organisation_id and p.person_id = d.person_id
    where d.organisation_id = ${organisationId} ${before}
    order by d.decision_number desc limit ${limit + 1}`.execute(db)
  const items = rows.slice(0, limit)
  return rows.length > limit ? { items, next: String(items.at(-1)!.decision) } : { items }
}

/** The decisions that stand, oldest first, each with the topic that it made. */
export async function standingDecisions({ organisationId }: Tenant, db: Db): Promise<LoggedDecision[]> {
  const { rows } = await sql<LoggedDecision>`
    select d.decision_number as number, d.body as taken, (
      select t.topic_id from topic_decision_topic t where t.organisation_id = d.organisation_id
        and t.decision_number = d.decision_number and t.before is null limit 1) as made
    from topic_decision d
    where d.organisation_id = ${organisationId} and d.kind <> 'undo' and not ${undone}
    order by d.decision_number`.execute(db)
  return rows
}
