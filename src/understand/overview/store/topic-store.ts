/** Topics with what people have said about them, and the records that show what they are about. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { EnquiryChannel } from '../../intake/rules/enquiry-words.ts'
import type { ComposedTopic } from '../rules/compose.ts'
import type { PriorityKind } from '../tables.ts'

export type StoredTopic = {
  readonly topicId: string
  readonly name: string
  readonly parentId: string | null
  readonly parent: string | null
  readonly state: ComposedTopic['state']
  readonly goneInto: string | null
  readonly unexplained: boolean
  readonly profile: TopicProfile
}

export type TopicProfile = {
  readonly need: string
  readonly task: string
  readonly goal: string
  readonly ownerId: string | null
  readonly owner: string | null
  readonly strategicWeight: number
  readonly mustStay: string
  readonly prioritised: boolean
  readonly place: number | null
  readonly placeReason: string
}

export async function listTopics(scope: Scope, db: Db, topicId?: string): Promise<readonly StoredTopic[]> {
  const rows = await db
    .selectFrom('topic as t')
    .leftJoin('topic as p', (join) =>
      join.onRef('p.organisation_id', '=', 't.organisation_id').onRef('p.topic_id', '=', 't.parent_id'),
    )
    .leftJoin('topic_profile as f', (join) =>
      join.onRef('f.organisation_id', '=', 't.organisation_id').onRef('f.topic_id', '=', 't.topic_id'),
    )
    .leftJoin('person as o', (join) =>
      join.onRef('o.organisation_id', '=', 'f.organisation_id').onRef('o.person_id', '=', 'f.owner_id'),
    )
    .select([
      't.topic_id',
      't.name',
      't.parent_id',
      'p.name as parent',
      't.state',
      't.gone_into',
      't.unexplained',
      'f.need',
      'f.task',
      'f.goal',
      'f.owner_id',
      'o.name as owner',
      'f.strategic_weight',
      'f.must_stay',
      'f.prioritised',
      'f.place',
      'f.place_reason',
    ])
    .where('t.organisation_id', '=', scope.organisationId)
    .$if(topicId !== undefined, (query) => query.where('t.topic_id', '=', topicId!))
    .execute()
  return rows.map((row) => ({
    topicId: row.topic_id,
    name: row.name,
    parentId: row.parent_id,
    parent: row.parent,
    state: row.state,
    goneInto: row.gone_into,
    unexplained: row.unexplained,
    profile: {
      need: row.need ?? '',
      task: row.task ?? '',
      goal: row.goal ?? '',
      ownerId: row.owner_id,
      owner: row.owner,
      strategicWeight: row.strategic_weight ?? 1,
      mustStay: row.must_stay ?? '',
      prioritised: row.prioritised ?? false,
      place: row.place,
      placeReason: row.place_reason ?? '',
    },
  }))
}

export type ProfileChange = Partial<Omit<TopicProfile, 'owner'>>

export async function saveProfile(
  scope: Scope,
  trx: Db,
  { topicId, now, change }: { readonly topicId: string; readonly now: Date; readonly change: ProfileChange },
): Promise<void> {
  const changed = {
    ...(change.need !== undefined && { need: change.need }),
    ...(change.task !== undefined && { task: change.task }),
    ...(change.goal !== undefined && { goal: change.goal }),
    ...(change.ownerId !== undefined && { owner_id: change.ownerId }),
    ...(change.strategicWeight !== undefined && { strategic_weight: change.strategicWeight }),
    ...(change.mustStay !== undefined && { must_stay: change.mustStay }),
    ...(change.prioritised !== undefined && { prioritised: change.prioritised }),
    ...(change.place !== undefined && { place: change.place }),
    ...(change.placeReason !== undefined && { place_reason: change.placeReason }),
    changed_at: now,
    changed_by: scope.personId,
  }
  const blank = {
    need: '',
    task: '',
    goal: '',
    strategic_weight: 1,
    must_stay: '',
    prioritised: false,
    place_reason: '',
  }
  await trx
    .insertInto('topic_profile')
    .values({ organisation_id: scope.organisationId, topic_id: topicId, ...blank, ...changed })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'topic_id']).doUpdateSet(changed))
    .execute()
}

/** Keeps two changes of one topic from crossing; false when there is no such topic. */
export async function lockTopic(scope: Scope, trx: Db, topicId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('topic')
    .select('topic_id')
    .where('organisation_id', '=', scope.organisationId)
    .where('topic_id', '=', topicId)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

export type PriorityDecision = {
  readonly topicId: string
  readonly kind: PriorityKind
  readonly place: number | null
  readonly reason: string
  readonly at: Date
  readonly by: string
}

export async function insertDecision(
  scope: Scope,
  trx: Db,
  decision: Omit<PriorityDecision, 'by'> & { readonly decisionId: string },
): Promise<void> {
  await trx
    .insertInto('topic_priority_decision')
    .values({
      organisation_id: scope.organisationId,
      topic_id: decision.topicId,
      decision_id: decision.decisionId,
      kind: decision.kind,
      place: decision.place,
      reason: decision.reason,
      at: decision.at,
      person_id: scope.personId,
    })
    .execute()
}

export async function listDecisions(
  scope: Scope,
  db: Db,
  topicId?: string,
): Promise<readonly PriorityDecision[]> {
  const rows = await db
    .selectFrom('topic_priority_decision as d')
    .innerJoin('person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'd.organisation_id').onRef('p.person_id', '=', 'd.person_id'),
    )
    .select(['d.topic_id', 'd.kind', 'd.place', 'd.reason', 'd.at', 'p.name'])
    .where('d.organisation_id', '=', scope.organisationId)
    .$if(topicId !== undefined, (query) => query.where('d.topic_id', '=', topicId!))
    .orderBy('d.at', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    topicId: row.topic_id,
    kind: row.kind,
    place: row.place,
    reason: row.reason,
    at: row.at,
    by: row.name,
  }))
}

/** Active people who can answer for a topic. */
export async function listOwners(scope: Scope, db: Db) {
  const rows = await db
    .selectFrom('person')
    .select(['person_id', 'name', 'roles'])
    .where('organisation_id', '=', scope.organisationId)
    .where('active', '=', true)
    .execute()
  return rows
    .filter(({ roles }) => roles.some((role) => ['manager', 'editor', 'planner', 'admin'].includes(role)))
    .map(({ person_id, name }) => ({ personId: person_id, name }))
}

export type ShownRecord = {
  readonly enquiryId: string
  readonly channel: EnquiryChannel
  readonly day: string
  readonly text: string
  readonly certainty: number
}

/** Records that show what a topic is about: the surest, or the least sure that are not waiting in the tray. */
export async function showRecords(
  scope: Scope,
  db: Db,
  {
    topicId,
    which,
    limit,
  }: { readonly topicId: string; readonly which: 'typical' | 'odd'; readonly limit: number },
): Promise<readonly ShownRecord[]> {
  const order = which === 'typical' ? sql`certainty desc` : sql`certainty asc`
  const { rows } = await sql<ShownRecord>`
    with chosen as (
      select text_key, certainty from text_topic
      where organisation_id = ${scope.organisationId} and topic_id = ${topicId}::uuid
        and ${which === 'typical' ? sql`share = 1 and not unsure` : sql`origin <> 'person'`}
      order by ${order}, text_key limit ${limit * 3}
    )
    select distinct on (c.certainty, c.text_key) e.enquiry_id as "enquiryId", e.channel, e.started_on as day, e.text, c.certainty
    from chosen c join enquiry e on e.organisation_id = ${scope.organisationId} and e.text_key = c.text_key
    where e.text is not null
    order by ${which === 'typical' ? sql`c.certainty desc` : sql`c.certainty`}, c.text_key, e.started_at desc
    limit ${limit}`.execute(db)
  return rows
}

/** Texts that wait in the tray for a person. */
export async function countTray(scope: Scope, db: Db): Promise<number> {
  const { rows } = await sql<{ texts: number }>`
    select count(distinct text_key) as texts from text_topic
    where organisation_id = ${scope.organisationId} and unsure`.execute(db)
  return rows[0]!.texts
}
