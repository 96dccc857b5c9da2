/** Comments, and the history of an answer. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import type { AnswerDetail, RevisionView } from '../contract.ts'
import type { AnswerChannel } from '../rules/answer-words.ts'
import { listRevisions } from '../store/answer-store.ts'
import { insertComment, listLife, resolveComment } from '../store/talk-store.ts'
import { findAnswer, type OfAnswer, readAnswer, toBody } from './load-answer.ts'

type Commenting = OfAnswer & {
  readonly channel: AnswerChannel | null
  readonly quote: string | null
  readonly text: string
}

/** @throws AppError not-found */
export async function commentOn(context: Context, comment: Commenting): Promise<AnswerDetail> {
  await findAnswer(context, context.db, comment.answerId)
  await insertComment(context.scope, context.db, { ...comment, commentId: newId(), at: context.now })
  return readAnswer(context, comment)
}

type Resolving = OfAnswer & { readonly commentId: string; readonly resolution: string }

/** @throws AppError not-found, also for one that is resolved already */
export async function resolve(context: Context, resolving: Resolving): Promise<AnswerDetail> {
  const { answerId, commentId } = resolving
  await inTransaction(context.db, async (trx) => {
    await findAnswer(context, trx, answerId)
    if (!(await resolveComment(context.scope, trx, { ...resolving, at: context.now })))
      throw new AppError('not-found')
    await recordAudit(
      context,
      { action: 'answer.comment-resolved', subject: { kind: 'answer', id: answerId }, detail: { commentId } },
      trx,
    )
  })
  return readAnswer(context, { answerId })
}

/** @throws AppError not-found */
export async function readHistory(context: Context, { answerId }: OfAnswer) {
  const { scope, db } = context
  const answer = await findAnswer(context, db, answerId)
  const revisions = await listRevisions(scope, db, { answerId })
  const life = await listLife(scope, db, answerId)
  const agreed = new Set(life.filter(({ kind }) => kind === 'agree').map(({ revision }) => revision))
  return {
    revisions: revisions.map(({ revision, kind, note, at, by }) => ({
      revision,
      kind,
      note,
      at: at.toISOString(),
      by,
      agreed: agreed.has(revision) || revision === answer.agreedRevision,
    })),
    life: life.map((event) => ({ ...event, at: event.at.toISOString() })),
  }
}

/** @throws AppError not-found */
export async function readRevision(
  context: Context,
  { answerId, revision }: OfAnswer & { readonly revision: number },
): Promise<RevisionView> {
  const { scope, db } = context
  const answer = await findAnswer(context, db, answerId)
  const [found] = await listRevisions(scope, db, { answerId, revision })
  if (!found) throw new AppError('not-found')
  const { kind, note, at, by, content, facts } = found
  return {
    revision,
    kind,
    note,
    at: at.toISOString(),
    by,
    agreed: revision === answer.agreedRevision,
    content: toBody(content),
    facts: { ...facts },
  }
}
