/** The organiser's part: read, reply, carry over, close. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Context, recordAudit, type SignInContext } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import { loadEdition } from '../../edition/index.ts'
import type { FeedbackEventKind, FeedbackLine, FeedbackList, PreparationFields } from '../contract.ts'
import { inOrderOfNeed, isWaiting, stepOf } from '../rules/feedback-state.ts'
import { replyLetter } from '../rules/reply-letter.ts'
import {
  insertFeedbackEvent,
  listFeedback,
  listFeedbackEvents,
  lockFeedback,
  type StoredFeedback,
  setFeedbackState,
} from '../store/feedback-store.ts'
import { organisationName } from '../store/part-store.ts'
import { addItem } from './preparation.ts'

type InEdition = { readonly editionId: string }
type OfFeedback = InEdition & { readonly feedbackId: string }

export async function readFeedback(context: Context, { editionId }: InEdition): Promise<FeedbackList> {
  const { scope, db } = context
  const { name } = await loadEdition(context, editionId)
  const stored = await listFeedback(scope, db, { editionId })
  const events = await listFeedbackEvents(
    scope,
    db,
    stored.map(({ feedbackId }) => feedbackId),
  )
  const lines = stored.map((feedback) => {
    const own = events.filter(({ feedbackId }) => feedbackId === feedback.feedbackId)
    return { ...toLine(feedback, own), replied: own.some(({ kind }) => kind === 'reply') }
  })
  const items = inOrderOfNeed(lines).map(({ replied: _, ...line }) => line)
  return { edition: name, items, waiting: lines.filter(isWaiting).length }
}

function toLine(
  feedback: StoredFeedback,
  events: Awaited<ReturnType<typeof listFeedbackEvents>>,
): FeedbackLine {
  const { feedbackId, source, participant, sender, topic, text, wantsReply, state } = feedback
  return {
    feedbackId,
    source,
    participant,
    sender,
    topic,
    text,
    wantsReply,
    state,
    hasAddress: addressOf(feedback) !== null,
    receivedAt: feedback.receivedAt.toISOString(),
    events: events.map(({ kind, text: said, at, by }) => ({ kind, text: said, at: at.toISOString(), by })),
  }
}

/** Where a reply is sent: what the sender gave, or a signed-in sender's own address when a reply was wanted. */
function addressOf({ replyAddress, senderAddress, wantsReply }: StoredFeedback): string | null {
  return replyAddress ?? (wantsReply ? senderAddress : null)
}

/** @throws AppError not-found · feedback-closed */
export async function replyToFeedback(
  context: Context & Pick<SignInContext, 'mail'>,
  { text, ...of }: OfFeedback & { readonly text: string },
): Promise<FeedbackList> {
  const edition = await loadEdition(context, of.editionId)
  const feedback = await inTransaction(context.db, (trx) =>
    take(context, trx, { ...of, kind: 'reply', text }),
  )
  const to = addressOf(feedback)
  if (to !== null) {
    const organisation = await organisationName(context.scope, context.db)
    const facts = { organisation, edition: edition.name, said: feedback.text, reply: text }
    await context.mail.sendMail({ to, ...replyLetter(feedback.language, facts) })
  }
  return readFeedback(context, of)
}

/** @throws AppError not-found · feedback-closed · conflict when it has been carried over before */
export async function carryFeedback(
  context: Context,
  { feedbackId, editionId, ...fields }: OfFeedback & PreparationFields,
): Promise<FeedbackList> {
  await inTransaction(context.db, async (trx) => {
    await take(context, trx, { editionId, feedbackId, kind: 'carried', text: fields.title })
    await addItem(context, { ...fields, editionId, source: 'feedback', sourceId: feedbackId }, trx)
  })
  return readFeedback(context, { editionId })
}

/** @throws AppError not-found · feedback-closed · reply-first while a wanted reply has not been given */
export async function closeFeedback(
  context: Context,
  { reason, ...of }: OfFeedback & { readonly reason: string },
): Promise<FeedbackList> {
  await inTransaction(context.db, (trx) => take(context, trx, { ...of, kind: 'closed', text: reason }))
  return readFeedback(context, of)
}

type Taking = OfFeedback & { readonly kind: FeedbackEventKind; readonly text: string }

/** One step: checked, noted and audited. Answers the feedback as it was before. */
async function take(
  context: Context,
  trx: Db,
  { editionId, feedbackId, kind, text }: Taking,
): Promise<StoredFeedback> {
  const { scope, now } = context
  await lockFeedback(scope, trx, { editionId, feedbackId })
  const [feedback] = await listFeedback(scope, trx, { editionId, feedbackId })
  if (!feedback) throw new AppError('not-found')
  const events = await listFeedbackEvents(scope, trx, [feedbackId])
  const step = stepOf({ ...feedback, replied: events.some((event) => event.kind === 'reply') }, kind)
  if (!step.ok) throw new AppError(step.why)
  await insertFeedbackEvent(scope, trx, { editionId, feedbackId, eventId: newId(), kind, text, at: now })
  await setFeedbackState(scope, trx, { editionId, feedbackId, state: step.state })
  const subject = { kind: 'feedback', id: feedbackId }
  const detail = { from: feedback.state, to: step.state }
  await recordAudit(context, { action: `feedback.${kind}`, subject, detail }, trx)
  return feedback
}
