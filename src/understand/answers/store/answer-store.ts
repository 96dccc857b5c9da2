/** Core answers and their revisions. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { AnswerState } from '../rules/answer-words.ts'
import type { CoreContent } from '../rules/core-content.ts'
import type { FactBodies } from '../rules/shared-facts.ts'
import type { RevisionKind } from '../tables.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>

export type StoredAnswer = {
  readonly answerId: string
  readonly topicId: string | null
  readonly topic: string | null
  readonly state: AnswerState
  readonly revision: number
  readonly agreedRevision: number | null
  readonly agreedAt: Date | null
  readonly ownerId: string | null
  readonly owner: string | null
  readonly changedAt: Date
  readonly changedBy: string | null
  readonly content: CoreContent
  /** What others read; undefined while nothing has been agreed. */
  readonly agreed: CoreContent | undefined
  readonly stamp: number
}

export type AnswerFilter = {
  readonly answerId?: string
  readonly topicId?: string
  /** Only what changed for readers after this stamp. */
  readonly after?: number
}

/** The topic of answer `a` as it is now: an answer follows its topic into the one that it was merged into. */
const currentTopic = sql<string>`(
  with recursive way as (
    select t.topic_id, t.gone_into from topic t
    where t.organisation_id = a.organisation_id and t.topic_id = a.topic_id
    union
    select t.topic_id, t.gone_into from way
      join topic t on t.organisation_id = a.organisation_id and t.topic_id = way.gone_into
  ) select topic_id from way where gone_into is null limit 1)`

export async function listAnswers(
  { organisationId }: Tenant,
  db: Db,
  { answerId, topicId, after }: AnswerFilter,
): Promise<readonly StoredAnswer[]> {
  const rows = await db
    .selectFrom('answer as a')
    .innerJoin('answer_revision as head', (join) =>
      join
        .onRef('head.organisation_id', '=', 'a.organisation_id')
        .onRef('head.answer_id', '=', 'a.answer_id')
        .onRef('head.revision', '=', 'a.revision'),
    )
    .leftJoin('answer_revision as agreed', (join) =>
      join
        .onRef('agreed.organisation_id', '=', 'a.organisation_id')
        .onRef('agreed.answer_id', '=', 'a.answer_id')
        .onRef('agreed.revision', '=', 'a.agreed_revision'),
    )
    .leftJoin('topic', (join) =>
      join.onRef('topic.organisation_id', '=', 'a.organisation_id').on('topic.topic_id', '=', currentTopic),
    )
    .leftJoin('person as owner', (join) =>
      join
        .onRef('owner.organisation_id', '=', 'a.organisation_id')
        .onRef('owner.person_id', '=', 'a.owner_id'),
    )
    .leftJoin('person as changer', (join) =>
      join
        .onRef('changer.organisation_id', '=', 'a.organisation_id')
        .onRef('changer.person_id', '=', 'a.changed_by'),
    )
    .select([
      'a.answer_id as answerId',
      'topic.topic_id as topicId',
      'topic.name as topic',
      'a.state',
      'a.revision',
      'a.agreed_revision as agreedRevision',
      'a.agreed_at as agreedAt',
      'a.owner_id as ownerId',
      'owner.name as owner',
      'a.changed_at as changedAt',
      'changer.name as changedBy',
      'a.stamp',
      'head.content as content',
      'agreed.content as agreedContent',
    ])
    .where('a.organisation_id', '=', organisationId)
    .$if(answerId !== undefined, (query) => query.where('a.answer_id', '=', answerId!))
    .$if(topicId !== undefined, (query) => query.where('topic.topic_id', '=', topicId!))
    .$if(after !== undefined, (query) => query.where('a.stamp', '>', after!))
    .orderBy('a.changed_at', 'desc')
    .orderBy('a.answer_id')
    .execute()
  return rows.map(({ content, agreedContent, ...row }) => ({
    ...row,
    content: content as CoreContent,
    agreed: (agreedContent ?? undefined) as CoreContent | undefined,
  }))
}

/** Waits for whoever is writing to the same one; false when there is none. */
export async function lockAnswer({ organisationId }: Tenant, trx: Db, answerId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('answer')
    .select('answer_id')
    .where('organisation_id', '=', organisationId)
    .where('answer_id', '=', answerId)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

export type NewAnswer = {
  readonly answerId: string
  readonly topicId: string | null
  readonly ownerId: string | null
  readonly at: Date
}

export async function insertAnswer(
  { organisationId, personId }: Scope,
  trx: Db,
  answer: NewAnswer,
): Promise<void> {
  await trx
    .insertInto('answer')
    .values({
      organisation_id: organisationId,
      answer_id: answer.answerId,
      topic_id: answer.topicId,
      state: 'draft',
      revision: 1,
      agreed_revision: null,
      agreed_at: null,
      owner_id: answer.ownerId,
      created_at: answer.at,
      created_by: personId,
      changed_at: answer.at,
      changed_by: personId,
      stamp: 0,
    })
    .execute()
}

export type AnswerChange = {
  readonly state?: AnswerState
  readonly revision?: number
  readonly agreedRevision?: number | null
  readonly agreedAt?: Date
  readonly topicId?: string | null
  readonly ownerId?: string | null
  readonly stamp?: number
  readonly at: Date
}

export async function changeAnswer(
  { organisationId, personId }: Scope,
  trx: Db,
  { answerId, ...change }: AnswerChange & { readonly answerId: string },
): Promise<void> {
  const { state, revision, agreedRevision, agreedAt, topicId, ownerId, stamp, at } = change
  await trx
    .updateTable('answer')
    .set({
      changed_at: at,
      changed_by: personId,
      ...(state !== undefined && { state }),
      ...(revision !== undefined && { revision }),
      ...(agreedRevision !== undefined && { agreed_revision: agreedRevision }),
      ...(agreedAt !== undefined && { agreed_at: agreedAt }),
      ...(topicId !== undefined && { topic_id: topicId }),
      ...(ownerId !== undefined && { owner_id: ownerId }),
      ...(stamp !== undefined && { stamp }),
    })
    .where('organisation_id', '=', organisationId)
    .where('answer_id', '=', answerId)
    .execute()
}

export type NewRevision = {
  readonly answerId: string
  readonly revision: number
  readonly kind: RevisionKind
  readonly note: string
  readonly content: CoreContent
  readonly facts: FactBodies
  readonly at: Date
}

export async function insertRevision(
  { organisationId, personId }: Scope,
  trx: Db,
  revision: NewRevision,
): Promise<void> {
  await trx
    .insertInto('answer_revision')
    .values({
      organisation_id: organisationId,
      answer_id: revision.answerId,
      revision: revision.revision,
      kind: revision.kind,
      note: revision.note,
      content: JSON.stringify(revision.content),
      facts: JSON.stringify(revision.facts),
      at: revision.at,
      person_id: personId,
    })
    .execute()
}

export type StoredRevision = Omit<NewRevision, 'answerId'> & { readonly by: string | null }

/** Newest first; the one of that number when it is given. */
export async function listRevisions(
  { organisationId }: Tenant,
  db: Db,
  { answerId, revision }: { readonly answerId: string; readonly revision?: number },
): Promise<readonly StoredRevision[]> {
  const rows = await db
    .selectFrom('answer_revision as r')
    .leftJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'r.organisation_id')
        .onRef('person.person_id', '=', 'r.person_id'),
    )
    .select(['r.revision', 'r.kind', 'r.note', 'r.content', 'r.facts', 'r.at', 'person.name as by'])
    .where('r.organisation_id', '=', organisationId)
    .where('r.answer_id', '=', answerId)
    .$if(revision !== undefined, (query) => query.where('r.revision', '=', revision!))
    .orderBy('r.revision', 'desc')
    .execute()
  return rows.map(({ content, facts, ...row }) => ({
    ...row,
    content: content as CoreContent,
    facts: facts as FactBodies,
  }))
}
