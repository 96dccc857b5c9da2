/** Improvements with their topics and their log. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { ImprovementFields } from '../contract.ts'
import type { ImprovementState } from '../rules/words.ts'
import '../tables.ts'
import type { ImprovementEventKind } from '../tables.ts'

export type StoredImprovement = Omit<ImprovementFields, 'topicIds'> & {
  readonly improvementId: string
  readonly owner: string | null
  readonly state: ImprovementState
  readonly inEffectFrom: string | null
  readonly changedAt: Date
  /** Where a topic has gone into another since, that one. */
  readonly topics: readonly { readonly id: string; readonly name: string }[]
}

/** Newest change first. */
export async function listImprovements(
  { organisationId }: Scope,
  db: Db,
  improvementId?: string,
): Promise<readonly StoredImprovement[]> {
  const { rows } = await sql<StoredImprovement>`
    select i.improvement_id as "improvementId", i.title, i.cause, i.hypothesis, i.owner_id as "ownerId",
      p.name as owner, i.due_on as "dueOn", i.expected_drop as "expectedDrop", i.state,
      i.in_effect_from as "inEffectFrom", i.changed_at as "changedAt",
      coalesce((
        with recursive linked as (
          select t.topic_id, t.gone_into, t.name from improvement_topic l
            join topic t on t.organisation_id = l.organisation_id and t.topic_id = l.topic_id
          where l.organisation_id = i.organisation_id and l.improvement_id = i.improvement_id
          union
          select t.topic_id, t.gone_into, t.name from linked
            join topic t on t.organisation_id = i.organisation_id and t.topic_id = linked.gone_into
        )
        select jsonb_agg(jsonb_build_object('id', topic_id, 'name', name) order by name) from linked
        where gone_into is null
      ), '[]') as topics
    from improvement i left join person p on p.organisation_id = i.organisation_id and p.person_id = i.owner_id
    where i.organisation_id = ${organisationId}
      ${improvementId === undefined ? sql`` : sql`and i.improvement_id = ${improvementId}::uuid`}
    order by i.changed_at desc, i.improvement_id`.execute(db)
  return rows
}

export async function lockImprovement(
  { organisationId }: Scope,
  trx: Db,
  improvementId: string,
): Promise<boolean> {
  const row = await trx
    .selectFrom('improvement')
    .select('improvement_id')
    .where('organisation_id', '=', organisationId)
    .where('improvement_id', '=', improvementId)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

type Saved = ImprovementFields & { readonly improvementId: string; readonly now: Date }

function columnsOf({ title, cause, hypothesis, ownerId, dueOn, expectedDrop, now }: Saved) {
  return {
    title,
    cause,
    hypothesis,
    owner_id: ownerId,
    due_on: dueOn,
    expected_drop: expectedDrop,
    changed_at: now,
  }
}

export async function insertImprovement(scope: Scope, trx: Db, saved: Saved): Promise<void> {
  await trx
    .insertInto('improvement')
    .values({
      organisation_id: scope.organisationId,
      improvement_id: saved.improvementId,
      ...columnsOf(saved),
      state: 'proposed',
      in_effect_from: null,
      created_at: saved.now,
      created_by: scope.personId,
    })
    .execute()
  await linkTopics(scope, trx, saved)
}

export async function updateImprovement(scope: Scope, trx: Db, saved: Saved): Promise<void> {
  await trx
    .updateTable('improvement')
    .set(columnsOf(saved))
    .where('organisation_id', '=', scope.organisationId)
    .where('improvement_id', '=', saved.improvementId)
    .execute()
  await linkTopics(scope, trx, saved)
}

async function linkTopics({ organisationId }: Scope, trx: Db, saved: Saved): Promise<void> {
  const { improvementId, topicIds } = saved
  await trx
    .deleteFrom('improvement_topic')
    .where('organisation_id', '=', organisationId)
    .where('improvement_id', '=', improvementId)
    .execute()
  const linked = [...new Set(topicIds)].map((topicId) => ({
    organisation_id: organisationId,
    improvement_id: improvementId,
    topic_id: topicId,
  }))
  if (linked.length > 0) await trx.insertInto('improvement_topic').values(linked).execute()
}

export async function setState(
  { organisationId }: Scope,
  trx: Db,
  change: {
    readonly improvementId: string
    readonly state: ImprovementState
    readonly inEffectFrom: string | null
    readonly now: Date
  },
): Promise<void> {
  await trx
    .updateTable('improvement')
    .set({ state: change.state, in_effect_from: change.inEffectFrom, changed_at: change.now })
    .where('organisation_id', '=', organisationId)
    .where('improvement_id', '=', change.improvementId)
    .execute()
}

export type NewEvent = {
  readonly improvementId: string
  readonly eventId: string
  readonly kind: ImprovementEventKind
  readonly state: ImprovementState | null
  readonly text: string
  readonly at: Date
}

export async function insertEvent(
  { organisationId, personId }: Scope,
  trx: Db,
  event: NewEvent,
): Promise<void> {
  await trx
    .insertInto('improvement_event')
    .values({
      organisation_id: organisationId,
      improvement_id: event.improvementId,
      event_id: event.eventId,
      kind: event.kind,
      state: event.state,
      text: event.text,
      at: event.at,
      person_id: personId,
    })
    .execute()
}

/** The newest first. */
export function listEvents({ organisationId }: Scope, db: Db, improvementId: string) {
  return db
    .selectFrom('improvement_event as e')
    .innerJoin('person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'e.organisation_id').onRef('p.person_id', '=', 'e.person_id'),
    )
    .select(['e.kind', 'e.state', 'e.text', 'e.at', 'p.name as by'])
    .where('e.organisation_id', '=', organisationId)
    .where('improvement_id', '=', improvementId)
    .orderBy('e.at', 'desc')
    .orderBy('event_id', 'desc')
    .execute()
}

/** Topics that something can be linked to, by name. */
export async function listTopicChoices(
  { organisationId }: Scope,
  db: Db,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const rows = await db
    .selectFrom('topic')
    .select(['topic_id as id', 'name'])
    .where('organisation_id', '=', organisationId)
    .where('state', '!=', 'gone')
    .where('unexplained', '=', false)
    .execute()
  const collator = new Intl.Collator('nb')
  return rows.sort((one, other) => collator.compare(one.name, other.name))
}
