/** The steps of an answer's life: handed in, signed off by every channel's owner, agreed, retired, taken up again. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import type { AnswerDetail } from '../contract.ts'
import { type AnswerMove, missingSignOffs, stepFrom } from '../rules/answer-life.ts'
import type { AnswerChannel } from '../rules/answer-words.ts'
import { textIn, wholeStamp } from '../rules/core-content.ts'
import { changeAnswer, type StoredAnswer } from '../store/answer-store.ts'
import { loadShared } from '../store/fact-store.ts'
import { listOwners, nextStamp } from '../store/settings-store.ts'
import { insertLifeEvent, insertSignOff, listSignOffs } from '../store/talk-store.ts'
import { maySignOff, type OfAnswer, readAnswer } from './load-answer.ts'
import { takeAnswer } from './write-core.ts'

type Moving = OfAnswer & { readonly move: AnswerMove; readonly reason: string }

/** @throws AppError not-found · answer-state · answer-empty · sign-offs-missing with the channels that wait */
export async function moveAnswer(
  context: Context,
  { answerId, move, reason }: Moving,
): Promise<AnswerDetail> {
  await inTransaction(context.db, async (trx) => {
    const answer = await takeAnswer(context, trx, answerId)
    const to = stepFrom(answer.state, move)
    if (to === undefined) throw new AppError('answer-state')
    if (move === 'submit' && textIn(answer.content, answer.content.source).body.trim() === '')
      throw new AppError('answer-empty')
    if (move === 'agree') {
      const missing = await waitingFor(context, trx, answer)
      if (missing.length > 0) throw new AppError('sign-offs-missing', { channels: missing.join(', ') })
      return agree(context, trx, answer)
    }
    const at = context.now
    const stamp = await nextStamp(context.scope, trx, at)
    await changeAnswer(context.scope, trx, { answerId, state: to, at, stamp })
    await note(context, trx, answer, { kind: move, reason })
  })
  return readAnswer(context, { answerId })
}

async function waitingFor({ scope }: Context, trx: Db, { answerId, content }: StoredAnswer) {
  const owners = await listOwners(scope, trx)
  return missingSignOffs({
    channels: content.channels,
    owned: owners.map(({ channel }) => channel),
    signOffs: await listSignOffs(scope, trx, answerId),
    stamp: wholeStamp(content, await loadShared(scope, trx)),
  })
}

/** The newest revision is what everybody answers by from now on. */
async function agree(context: Context, trx: Db, answer: StoredAnswer): Promise<void> {
  const { scope, now: at } = context
  const { answerId, revision } = answer
  const stamp = await nextStamp(scope, trx, at)
  await changeAnswer(scope, trx, {
    answerId,
    state: 'agreed',
    agreedRevision: revision,
    agreedAt: at,
    stamp,
    at,
  })
  await note(context, trx, answer, { kind: 'agree' })
}

type Note = { readonly kind: string; readonly channel?: AnswerChannel; readonly reason?: string }

async function note(
  context: Context,
  trx: Db,
  { answerId, revision }: StoredAnswer,
  { kind, channel, reason }: Note,
): Promise<void> {
  const event = { answerId, eventId: newId(), kind, revision, channel: channel ?? null, at: context.now }
  await insertLifeEvent(context.scope, trx, { ...event, ...(reason && { reason }) })
  const detail = { revision, ...(channel && { channel }), ...(reason && { reason }) }
  await recordAudit(
    context,
    { action: `answer.${kind}`, subject: { kind: 'answer', id: answerId }, detail },
    trx,
  )
}

type SigningOff = OfAnswer & { readonly channel: AnswerChannel; readonly revision: number }

/**
 * The last yes makes it agreed.
 *
 * @throws AppError not-found · not-allowed for another's channel · answer-state · answer-changed when it is no longer
 *   the revision that was read
 */
export async function signOffAnswer(
  context: Context,
  { answerId, channel, revision }: SigningOff,
): Promise<AnswerDetail> {
  const { scope, now: at } = context
  await inTransaction(context.db, async (trx) => {
    const answer = await takeAnswer(context, trx, answerId)
    const owners = await listOwners(scope, trx)
    const isAsked = answer.content.channels.includes(channel)
    if (
      !isAsked ||
      !maySignOff(
        scope,
        owners.find((each) => each.channel === channel),
      )
    )
      throw new AppError('not-allowed')
    if (answer.state !== 'inReview') throw new AppError('answer-state')
    if (answer.revision !== revision) throw new AppError('answer-changed')
    const stamp = wholeStamp(answer.content, await loadShared(scope, trx))
    await insertSignOff(scope, trx, { answerId, channel, stamp, revision, at })
    await note(context, trx, answer, { kind: 'signOff', channel })
    if ((await waitingFor(context, trx, answer)).length === 0) await agree(context, trx, answer)
  })
  return readAnswer(context, { answerId })
}
