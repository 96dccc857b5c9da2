/** The signed-in sender's part, and the participant's open link. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import {
  type Context,
  makeInvitationToken,
  recordAudit,
  type SignInContext,
} from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import { loadEdition } from '../../edition/index.ts'
import type { FeedbackTopic } from '../contract.ts'
import { insertFeedback, listFeedback, listFeedbackEvents } from '../store/feedback-store.ts'
import { listLinks, saveLink } from '../store/link-store.ts'
import { listParts } from '../store/part-store.ts'
import { ownView } from './own-view.ts'

type InEdition = { readonly editionId: string }

export async function readMine({ scope, db }: Context) {
  const parts = await listParts(scope, db)
  const editions = new Map(parts.map(({ editionId, edition }) => [editionId, edition]))
  const { personId } = scope
  const sent = await listFeedback(scope, db, { personId })
  const events = await listFeedbackEvents(
    scope,
    db,
    sent.map(({ feedbackId }) => feedbackId),
  )
  return {
    editions: [...editions].map(([editionId, edition]) => ({ editionId, edition })),
    items: sent.map((feedback) => {
      const { feedbackId, editionId } = feedback
      return { ...ownView(feedback, events), feedbackId, editionId, edition: editions.get(editionId) ?? '' }
    }),
  }
}

type Sent = InEdition & {
  readonly topic: FeedbackTopic
  readonly text: string
  readonly wantsReply: boolean
}

/** @throws AppError not-found for an edition that the person takes no part in */
export async function sendFeedback(
  context: Context,
  { editionId, topic, text, wantsReply }: Sent,
): Promise<Record<string, never>> {
  const { scope, db, now } = context
  const part = (await listParts(scope, db)).find((each) => each.editionId === editionId)
  if (!part) throw new AppError('not-found')
  const { personId, language } = scope
  await insertFeedback(scope, db, {
    feedbackId: newId(now.getTime()),
    editionId,
    source: part.participantId === null ? 'observer' : 'participant',
    participantId: part.participantId,
    personId,
    topic,
    text,
    wantsReply,
    replyAddress: null,
    language,
    receiptHash: null,
    receivedAt: now,
  })
  return {}
}

/** An organiser sees every participant, a participant its own. */
async function ownParticipants(context: Context, editionId: string): Promise<readonly string[] | undefined> {
  const { scope, db } = context
  await loadEdition(context, editionId)
  if (scope.roles.some((role) => role === 'organiser' || role === 'admin')) return undefined
  const own = (await listParts(scope, db)).filter((part) => part.editionId === editionId)
  return own.flatMap(({ participantId }) => participantId ?? [])
}

export async function readLinks(context: Context, { editionId }: InEdition) {
  const { scope, db } = context
  const own = await ownParticipants(context, editionId)
  if (own?.length === 0) throw new AppError('not-found')
  const items = await listLinks(scope, db, { editionId, ...(own ? { participantIds: own } : {}) })
  return { items: items.map(({ madeAt, ...item }) => ({ ...item, madeAt: madeAt?.toISOString() ?? null })) }
}

/** @throws AppError not-found for a participant that is not there, or not one's own */
export async function makeLink(
  context: Context & Pick<SignInContext, 'publicUrl'>,
  { editionId, participantId }: InEdition & { readonly participantId: string },
): Promise<{ link: string }> {
  const { items } = await readLinks(context, { editionId })
  if (!items.some((item) => item.participantId === participantId)) throw new AppError('not-found')
  const token = makeInvitationToken(context.scope.organisationId)
  await inTransaction(context.db, async (trx) => {
    const { scope, now } = context
    await saveLink(scope, trx, { editionId, participantId, tokenHash: token.hash, now })
    const subject = { kind: 'participant', id: participantId }
    await recordAudit(context, { action: 'feedback.link-made', subject, detail: { edition: editionId } }, trx)
  })
  return { link: `${context.publicUrl}/feedback/${token.text}` }
}
