/** What is said about an answer: comments, sign-offs, and the steps of its life. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { AnswerChannel } from '../rules/answer-words.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>

export type StoredComment = {
  readonly answerId: string
  readonly commentId: string
  readonly channel: AnswerChannel | null
  readonly quote: string | null
  readonly text: string
  readonly at: Date
  readonly by: string | null
  readonly resolvedAt: Date | null
  readonly resolvedBy: string | null
  readonly resolution: string | null
}

/** What waits first, oldest of it first. */
export async function listComments(
  { organisationId }: Tenant,
  db: Db,
  answerId: string,
): Promise<readonly StoredComment[]> {
  return db
    .selectFrom('answer_comment as c')
    .leftJoin('person as author', (join) =>
      join
        .onRef('author.organisation_id', '=', 'c.organisation_id')
        .onRef('author.person_id', '=', 'c.person_id'),
    )
    .leftJoin('person as resolver', (join) =>
      join
        .onRef('resolver.organisation_id', '=', 'c.organisation_id')
        .onRef('resolver.person_id', '=', 'c.resolved_by'),
    )
    .select([
      'c.answer_id as answerId',
      'c.comment_id as commentId',
      'c.channel',
      'c.quote',
      'c.text',
      'c.at',
      'author.name as by',
      'c.resolved_at as resolvedAt',
      'resolver.name as resolvedBy',
      'c.resolution',
    ])
    .where('c.organisation_id', '=', organisationId)
    .where('c.answer_id', '=', answerId)
    .orderBy((order) => order.case().when('c.resolved_at', 'is', null).then(0).else(1).end())
    .orderBy('c.at')
    .execute()
}

export async function countOpenComments(
  { organisationId }: Tenant,
  db: Db,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('answer_comment')
    .select(['answer_id', (of) => of.fn.countAll<number>().as('count')])
    .where('organisation_id', '=', organisationId)
    .where('resolved_at', 'is', null)
    .groupBy('answer_id')
    .execute()
  return new Map(rows.map(({ answer_id, count }) => [answer_id, Number(count)]))
}

export async function insertComment(
  { organisationId, personId }: Scope,
  db: Db,
  comment: Pick<StoredComment, 'answerId' | 'commentId' | 'channel' | 'quote' | 'text' | 'at'>,
): Promise<void> {
  await db
    .insertInto('answer_comment')
    .values({
      organisation_id: organisationId,
      answer_id: comment.answerId,
      comment_id: comment.commentId,
      channel: comment.channel,
      quote: comment.quote,
      text: comment.text,
      at: comment.at,
      person_id: personId,
      resolved_at: null,
      resolved_by: null,
      resolution: null,
    })
    .execute()
}

/** False when there is no such comment, or it has been resolved already. */
export async function resolveComment(
  { organisationId, personId }: Scope,
  db: Db,
  {
    answerId,
    commentId,
    resolution,
    at,
  }: {
    readonly answerId: string
    readonly commentId: string
    readonly resolution: string
    readonly at: Date
  },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('answer_comment')
    .set({ resolved_at: at, resolved_by: personId, resolution: resolution === '' ? null : resolution })
    .where('organisation_id', '=', organisationId)
    .where('answer_id', '=', answerId)
    .where('comment_id', '=', commentId)
    .where('resolved_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export type StoredSignOff = {
  readonly answerId: string
  readonly channel: AnswerChannel
  readonly stamp: string
  readonly at: Date
  readonly by: string | null
}

export async function listSignOffs(
  { organisationId }: Tenant,
  db: Db,
  answerId?: string,
): Promise<readonly StoredSignOff[]> {
  return db
    .selectFrom('answer_sign_off as s')
    .leftJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 's.organisation_id')
        .onRef('person.person_id', '=', 's.person_id'),
    )
    .select(['s.answer_id as answerId', 's.channel', 's.core_stamp as stamp', 's.at', 'person.name as by'])
    .where('s.organisation_id', '=', organisationId)
    .$if(answerId !== undefined, (query) => query.where('s.answer_id', '=', answerId!))
    .execute()
}

export async function insertSignOff(
  { organisationId, personId }: Scope,
  trx: Db,
  signOff: {
    readonly answerId: string
    readonly channel: AnswerChannel
    readonly stamp: string
    readonly revision: number
    readonly at: Date
  },
): Promise<void> {
  await trx
    .insertInto('answer_sign_off')
    .values({
      organisation_id: organisationId,
      answer_id: signOff.answerId,
      channel: signOff.channel,
      core_stamp: signOff.stamp,
      revision: signOff.revision,
      at: signOff.at,
      person_id: personId,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'answer_id', 'channel', 'core_stamp']).doNothing(),
    )
    .execute()
}

export type LifeEvent = {
  readonly answerId: string
  readonly eventId: string
  readonly kind: string
  readonly revision: number
  readonly channel: AnswerChannel | null
  readonly at: Date
}

export async function insertLifeEvent(
  { organisationId, personId }: Scope,
  trx: Db,
  event: LifeEvent & { readonly reason?: string },
): Promise<void> {
  await trx
    .insertInto('answer_event')
    .values({
      organisation_id: organisationId,
      answer_id: event.answerId,
      event_id: event.eventId,
      kind: event.kind,
      revision: event.revision,
      detail: JSON.stringify({ channel: event.channel, ...(event.reason && { reason: event.reason }) }),
      at: event.at,
      person_id: personId,
    })
    .execute()
}

/** Newest first. */
export async function listLife({ organisationId }: Tenant, db: Db, answerId: string) {
  const rows = await db
    .selectFrom('answer_event as e')
    .leftJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'e.organisation_id')
        .onRef('person.person_id', '=', 'e.person_id'),
    )
    .select(['e.kind', 'e.revision', 'e.detail', 'e.at', 'person.name as by'])
    .where('e.organisation_id', '=', organisationId)
    .where('e.answer_id', '=', answerId)
    .orderBy('e.at', 'desc')
    .orderBy('e.event_id', 'desc')
    .execute()
  return rows.map(({ detail, ...row }) => ({
    ...row,
    channel: (detail as { channel?: AnswerChannel | null }).channel ?? null,
  }))
}
