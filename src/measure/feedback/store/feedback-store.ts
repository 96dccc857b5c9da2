/** What was said about the programme, and what came of it. */
import type { Language } from '../../../kernel/localized.ts'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { FeedbackEventKind, FeedbackSource, FeedbackState, FeedbackTopic } from '../contract.ts'
import '../tables.ts'

/** Before there is a person there is no scope: an open link stands for its organisation. */
export type Tenant = Pick<Scope, 'organisationId'>

export type StoredFeedback = {
  readonly feedbackId: string
  readonly editionId: string
  readonly source: FeedbackSource
  readonly participantId: string | null
  readonly participant: string | null
  readonly personId: string | null
  readonly sender: string | null
  readonly senderAddress: string | null
  readonly topic: FeedbackTopic
  readonly text: string
  readonly wantsReply: boolean
  readonly replyAddress: string | null
  readonly language: Language
  readonly receivedAt: Date
  readonly state: FeedbackState
}

export type NewFeedback = Omit<StoredFeedback, 'participant' | 'sender' | 'senderAddress' | 'state'> & {
  readonly receiptHash: string | null
}

export async function insertFeedback(
  { organisationId }: Tenant,
  db: Db,
  feedback: NewFeedback,
): Promise<void> {
  await db
    .insertInto('feedback')
    .values({
      organisation_id: organisationId,
      edition_id: feedback.editionId,
      feedback_id: feedback.feedbackId,
      source: feedback.source,
      participant_id: feedback.participantId,
      person_id: feedback.personId,
      topic: feedback.topic,
      text: feedback.text,
      wants_reply: feedback.wantsReply,
      reply_address: feedback.replyAddress,
      language: feedback.language,
      receipt_hash: feedback.receiptHash,
      received_at: feedback.receivedAt,
      state: 'received',
    })
    .execute()
}

export type FeedbackFilter = {
  readonly editionId?: string
  readonly feedbackId?: string
  /** Only what this person has sent. */
  readonly personId?: string
  readonly receiptHash?: string
}

export async function listFeedback(
  { organisationId }: Tenant,
  db: Db,
  filter: FeedbackFilter,
): Promise<readonly StoredFeedback[]> {
  const { editionId, feedbackId, personId, receiptHash } = filter
  const rows = await db
    .selectFrom('feedback')
    .leftJoin('participant', (join) =>
      join
        .onRef('participant.organisation_id', '=', 'feedback.organisation_id')
        .onRef('participant.edition_id', '=', 'feedback.edition_id')
        .onRef('participant.participant_id', '=', 'feedback.participant_id'),
    )
    .leftJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'feedback.organisation_id')
        .onRef('person.person_id', '=', 'feedback.person_id'),
    )
    .select([
      'feedback_id as feedbackId',
      'feedback.edition_id as editionId',
      'source',
      'feedback.participant_id as participantId',
      'participant.name as participant',
      'feedback.person_id as personId',
      'person.name as sender',
      'person.email as senderAddress',
      'topic',
      'text',
      'wants_reply as wantsReply',
      'reply_address as replyAddress',
      'feedback.language',
      'received_at as receivedAt',
      'feedback.state',
    ])
    .where('feedback.organisation_id', '=', organisationId)
    .$if(editionId !== undefined, (query) => query.where('feedback.edition_id', '=', editionId!))
    .$if(feedbackId !== undefined, (query) => query.where('feedback_id', '=', feedbackId!))
    .$if(personId !== undefined, (query) => query.where('feedback.person_id', '=', personId!))
    .$if(receiptHash !== undefined, (query) => query.where('receipt_hash', '=', receiptHash!))
    .orderBy('received_at', 'desc')
    .execute()
  return rows
}

/** Waits for whoever is writing to the same one, so that two steps never pass each other. */
export async function lockFeedback(
  { organisationId }: Tenant,
  trx: Db,
  { editionId, feedbackId }: { readonly editionId: string; readonly feedbackId: string },
): Promise<void> {
  await trx
    .selectFrom('feedback')
    .select('feedback_id')
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('feedback_id', '=', feedbackId)
    .forUpdate()
    .execute()
}

/** A closed one keeps no address. */
export async function setFeedbackState(
  { organisationId }: Tenant,
  db: Db,
  of: { readonly editionId: string; readonly feedbackId: string; readonly state: FeedbackState },
): Promise<void> {
  await db
    .updateTable('feedback')
    .set({ state: of.state, ...(of.state === 'closed' ? { reply_address: null } : {}) })
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', of.editionId)
    .where('feedback_id', '=', of.feedbackId)
    .execute()
}

export type StoredEvent = {
  readonly feedbackId: string
  readonly kind: FeedbackEventKind
  readonly text: string
  readonly at: Date
  readonly by: string | null
}

/** Oldest first. */
export async function listFeedbackEvents(
  { organisationId }: Tenant,
  db: Db,
  feedbackIds: readonly string[],
): Promise<readonly StoredEvent[]> {
  if (feedbackIds.length === 0) return []
  return db
    .selectFrom('feedback_event as event')
    .leftJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'event.organisation_id')
        .onRef('person.person_id', '=', 'event.person_id'),
    )
    .select(['event.feedback_id as feedbackId', 'event.kind', 'event.text', 'event.at', 'person.name as by'])
    .where('event.organisation_id', '=', organisationId)
    .where('event.feedback_id', 'in', [...feedbackIds])
    .orderBy('event.at')
    .orderBy('event.event_id')
    .execute()
}

export async function insertFeedbackEvent(
  { organisationId, personId }: Scope,
  db: Db,
  event: Omit<StoredEvent, 'by'> & { readonly editionId: string; readonly eventId: string },
): Promise<void> {
  await db
    .insertInto('feedback_event')
    .values({
      organisation_id: organisationId,
      edition_id: event.editionId,
      feedback_id: event.feedbackId,
      event_id: event.eventId,
      kind: event.kind,
      text: event.text,
      at: event.at,
      person_id: personId,
    })
    .execute()
}
