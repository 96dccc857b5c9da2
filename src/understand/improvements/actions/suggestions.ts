/** The suggestion box: sent by agents, answered by those who can do something about it, never closed in silence. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import type { SuggestionList } from '../contract.ts'
import { medianTime } from '../rules/median-time.ts'
import type { SuggestionState } from '../rules/words.ts'
import { listTopicChoices } from '../store/improvement-store.ts'
import {
  changeSuggestion,
  hasAnswer,
  insertSuggestion,
  insertSuggestionEvent,
  listSuggestions,
  lockSuggestion,
  type StoredSuggestion,
} from '../store/suggestion-store.ts'
import type { SuggestionEventKind } from '../tables.ts'
import { createIn } from './change.ts'

type Of = { readonly suggestionId: string }
type Filter = {
  readonly state?: SuggestionState | undefined
  readonly topic?: string | undefined
  readonly answer?: string | undefined
  readonly own?: boolean | undefined
}

const managing = ['manager', 'editor', 'admin'] as const
const hourMs = 3_600_000

/** Agents see their own; those who manage see all. The figures are of all, for everybody. */
export async function readSuggestions(context: Context, filter: Filter): Promise<SuggestionList> {
  const { scope, db, now } = context
  const all = await listSuggestions(scope, db)
  const manages = managing.some((role) => scope.roles.includes(role))
  const isOwn = ({ senderId }: StoredSuggestion) => senderId === scope.personId
  const shown = all.filter(
    (each) =>
      (manages || isOwn(each)) &&
      (filter.own !== true || isOwn(each)) &&
      (filter.state === undefined || each.state === filter.state) &&
      (filter.topic === undefined || each.topic?.id === filter.topic) &&
      (filter.answer === undefined || each.answerId === filter.answer),
  )
  const waiting = all.filter(({ state }) => state === 'waiting')
  return {
    items: shown.map(({ senderId, sentAt, answeredAt, events, ...rest }) => ({
      ...rest,
      own: senderId === scope.personId,
      sentAt: sentAt.toISOString(),
      answeredAt: answeredAt?.toISOString() ?? null,
      events: events.map((event) => ({ ...event, at: new Date(event.at).toISOString() })),
    })),
    waiting: waiting.length,
    mine: manages
      ? waiting.filter(({ mandate }) => mandate === null || mandate.id === scope.personId).length
      : 0,
    time: medianTime(
      all.map(({ sentAt, answeredAt }) => ({
        time: ((answeredAt ?? now).getTime() - sentAt.getTime()) / hourMs,
        answered: answeredAt !== null,
      })),
    ),
    oldest: waiting[0]
      ? { suggestionId: waiting[0].suggestionId, sentAt: waiting[0].sentAt.toISOString() }
      : null,
    topics: [...(await listTopicChoices(scope, db))],
  }
}

type Sending = { readonly topicId: string | null; readonly answerId: string | null; readonly text: string }

/** @throws AppError not-found for a topic or an answer that is not there */
export async function sendSuggestion(context: Context, sent: Sending): Promise<Of> {
  const { scope, db, now } = context
  return inTransaction(db, async (trx) => {
    if (sent.topicId !== null) {
      const topics = await listTopicChoices(scope, trx)
      if (!topics.some(({ id }) => id === sent.topicId)) throw new AppError('not-found')
    }
    if (sent.answerId !== null && !(await hasAnswer(scope, trx, sent.answerId)))
      throw new AppError('not-found')
    const suggestionId = newId(now.getTime())
    await insertSuggestion(scope, trx, { ...sent, suggestionId, now })
    await audit(context, trx, { suggestionId, action: 'suggestion.sent' })
    return { suggestionId }
  })
}

/** The first answer sets the time that it took. @throws AppError not-found · suggestion-closed */
export async function replyToSuggestion(
  context: Context,
  { suggestionId, text }: Of & { readonly text: string },
) {
  return inTransaction(context.db, async (trx) => {
    const found = await take(context, trx, suggestionId)
    await answer(context, trx, { suggestionId, found, kind: 'reply', text })
    await audit(context, trx, { suggestionId, action: 'suggestion.answered' })
    return {}
  })
}

type Carrying = Of & { readonly to: 'improvement' | 'answer'; readonly text: string }

/** @throws AppError not-found · suggestion-closed · suggestion-answerless when there is no core answer to change */
export async function carrySuggestion(
  context: Context,
  { suggestionId, to, text }: Carrying,
): Promise<{ improvementId: string | null }> {
  return inTransaction(context.db, async (trx) => {
    const found = await take(context, trx, suggestionId)
    if (to === 'answer' && found.answerId === null && found.topicId === null)
      throw new AppError('suggestion-answerless')
    await answer(context, trx, { suggestionId, found, kind: to, text })
    const improvementId = to === 'improvement' ? await improvementFrom(context, trx, found) : null
    await changeSuggestion(context.scope, trx, {
      suggestionId,
      state: 'answered',
      answeredAt: found.answeredAt ?? context.now,
      ...(improvementId === null ? { changesAnswer: true } : { improvementId }),
    })
    await audit(context, trx, { suggestionId, action: 'suggestion.carried' })
    return { improvementId }
  })
}

/** @throws AppError not-found · suggestion-unanswered while the sender has no answer · suggestion-closed */
export async function closeSuggestion(context: Context, { suggestionId }: Of) {
  const { scope, db, now } = context
  return inTransaction(db, async (trx) => {
    const found = await take(context, trx, suggestionId)
    if (found.answeredAt === null) throw new AppError('suggestion-unanswered')
    const { answeredAt } = found
    await changeSuggestion(scope, trx, { suggestionId, state: 'closed', answeredAt, closedAt: now })
    const eventId = newId(now.getTime())
    await insertSuggestionEvent(scope, trx, { suggestionId, eventId, kind: 'closed', text: '', at: now })
    await audit(context, trx, { suggestionId, action: 'suggestion.closed' })
    return {}
  })
}

type Found = NonNullable<Awaited<ReturnType<typeof lockSuggestion>>>

async function take({ scope }: Context, trx: Db, suggestionId: string): Promise<Found> {
  const found = await lockSuggestion(scope, trx, suggestionId)
  if (!found) throw new AppError('not-found')
  if (found.state === 'closed') throw new AppError('suggestion-closed')
  return found
}

type Answering = Of & { readonly found: Found; readonly kind: SuggestionEventKind; readonly text: string }

async function answer({ scope, now }: Context, trx: Db, { suggestionId, found, kind, text }: Answering) {
  const answeredAt = found.answeredAt ?? now
  await changeSuggestion(scope, trx, { suggestionId, state: 'answered', answeredAt })
  await insertSuggestionEvent(scope, trx, {
    suggestionId,
    eventId: newId(now.getTime()),
    kind,
    text,
    at: now,
  })
}

async function improvementFrom(context: Context, trx: Db, { text, topicId }: Found): Promise<string> {
  const { improvementId } = await createIn(context, trx, {
    title: text.length > 120 ? `${text.slice(0, 119)}…` : text,
    cause: 'process',
    hypothesis: text,
    ownerId: context.scope.personId,
    dueOn: null,
    expectedDrop: null,
    topicIds: topicId === null ? [] : [topicId],
  })
  return improvementId
}

async function audit(context: Context, trx: Db, note: Of & { readonly action: string }): Promise<void> {
  const { action, suggestionId } = note
  await recordAudit(context, { action, subject: { kind: 'suggestion', id: suggestionId } }, trx)
}
