/** Feedback by an open link, without a sign-in: the secret in the link stands in for a scope. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/localized.ts'
import { makeInvitationToken, readInvitationToken, type SignInContext } from '../../../organisation/index.ts'
import { countAttempt, type LockOut } from '../../../platform/auth/index.ts'
import type { FeedbackTopic } from '../contract.ts'
import { insertFeedback, listFeedback, listFeedbackEvents } from '../store/feedback-store.ts'
import { findLink, type OpenLink } from '../store/link-store.ts'
import { editionName, organisationName } from '../store/part-store.ts'
import { ownView } from './own-view.ts'

/** From one address: ten at once, then a wait that grows. Many agents may share an address. */
const perAddress: LockOut = { free: 10, firstLockSeconds: 60, longestLockSeconds: 3600, forgetSeconds: 900 }
/** By one link, whatever the address: more than a whole contact centre would write in an hour. */
const perLink: LockOut = { free: 100, firstLockSeconds: 300, longestLockSeconds: 3600, forgetSeconds: 3600 }

type Open = Pick<SignInContext, 'db' | 'now' | 'arrival'>

/** @throws AppError feedback-link-unknown, also for one that has been replaced */
export async function lookAtLink(
  context: Open,
  { token }: { readonly token: string },
): Promise<Pick<OpenLink, 'organisation' | 'edition' | 'participant'>> {
  const { organisation, edition, participant } = (await linkBehind(context, token)).link
  return { organisation, edition, participant }
}

async function linkBehind({ db }: Open, token: string) {
  const key = readInvitationToken(token)
  const link = key && (await findLink(db, key))
  if (!key || !link) throw new AppError('feedback-link-unknown')
  return { key, link }
}

type Sent = {
  readonly token: string
  readonly topic: FeedbackTopic
  readonly text: string
  readonly wantsReply: boolean
  readonly replyAddress?: string | undefined
  readonly language: Language
}

/** @throws AppError feedback-link-unknown · too-many-requests with the seconds to wait */
export async function sendByLink(context: Open, sent: Sent): Promise<{ receipt: string }> {
  const { db, now, arrival } = context
  const { key, link } = await linkBehind(context, sent.token)
  const { address } = arrival
  await refuseFlood(context, { kind: 'address', name: `feedback ${address}`, rule: perAddress })
  await refuseFlood(context, { kind: 'account', name: `feedback ${key.tokenHash}`, rule: perLink })
  const receipt = makeInvitationToken(key.organisationId)
  const { topic, text, wantsReply, replyAddress, language } = sent
  await insertFeedback(key, db, {
    feedbackId: newId(now.getTime()),
    editionId: link.editionId,
    source: 'link',
    participantId: link.participantId,
    personId: null,
    topic,
    text,
    wantsReply: wantsReply || replyAddress !== undefined,
    replyAddress: replyAddress ?? null,
    language,
    receiptHash: receipt.hash,
    receivedAt: now,
  })
  return { receipt: receipt.text }
}

type Guarded = Parameters<typeof countAttempt>[1]

async function refuseFlood({ db, now }: Open, guarded: Guarded): Promise<void> {
  const wait = await countAttempt(db, guarded, now)
  if (wait > 0) throw new AppError('too-many-requests', { seconds: wait })
}

/** @throws AppError feedback-link-unknown */
export async function readReceipt({ db }: Open, { receipt }: { readonly receipt: string }) {
  const key = readInvitationToken(receipt)
  const [feedback] = key ? await listFeedback(key, db, { receiptHash: key.tokenHash }) : []
  if (!key || !feedback) throw new AppError('feedback-link-unknown')
  const events = await listFeedbackEvents(key, db, [feedback.feedbackId])
  const organisation = await organisationName(key, db)
  const edition = await editionName(key, db, feedback.editionId)
  return { ...ownView(feedback, events), organisation, edition }
}
