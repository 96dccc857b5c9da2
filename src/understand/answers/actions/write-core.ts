/** Writing the core: begin, save with what others wrote meanwhile, restore, and which topic it is for. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/localized.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import type { AnswerDetail, ContentBody, SavedOrMet } from '../contract.ts'
import { answerChannels } from '../rules/answer-words.ts'
import { type CoreContent, referencesIn, wholeStamp } from '../rules/core-content.ts'
import { mergeContent } from '../rules/merge/merge-content.ts'
import { bodiesOf } from '../rules/shared-facts.ts'
import {
  changeAnswer,
  insertAnswer,
  insertRevision,
  listRevisions,
  lockAnswer,
  type StoredAnswer,
} from '../store/answer-store.ts'
import { topicExists } from '../store/enquiry-store.ts'
import { loadShared } from '../store/fact-store.ts'
import { listAnswerPeople, nextStamp } from '../store/settings-store.ts'
import { settleMiss } from '../store/use-store.ts'
import type { RevisionKind } from '../tables.ts'
import { findAnswer, type OfAnswer, readAnswer, toBody } from './load-answer.ts'

type NewAnswer = {
  readonly topicId: string | null
  readonly title: string
  readonly language: Language
  readonly miss?: string | undefined
}

/** @throws AppError not-found for a topic that is not there */
export async function createAnswer(context: Context, input: NewAnswer): Promise<AnswerDetail> {
  const { scope, db, now } = context
  const answerId = newId(now.getTime())
  const content: CoreContent = {
    source: input.language,
    texts: { [input.language]: { title: input.title, body: '', translates: null } },
    questions: input.miss === undefined ? [] : [input.miss],
    sheet: { tasks: '', goals: '', waysIn: '', waysForward: '' },
    channels: answerChannels,
  }
  await inTransaction(db, async (trx) => {
    await refuseUnknownTopic(context, trx, input.topicId)
    await insertAnswer(scope, trx, { answerId, topicId: input.topicId, ownerId: scope.personId, at: now })
    await insertRevision(scope, trx, {
      answerId,
      revision: 1,
      kind: 'written',
      note: '',
      content,
      facts: {},
      at: now,
    })
    if (input.miss !== undefined) await settleMiss(scope, trx, { words: input.miss, answerId, at: now })
    await recordAudit(context, { action: 'answer.begun', subject: { kind: 'answer', id: answerId } }, trx)
  })
  return readAnswer(context, { answerId })
}

async function refuseUnknownTopic({ scope }: Context, trx: Db, topicId: string | null): Promise<void> {
  if (topicId !== null && !(await topicExists(scope, trx, topicId))) throw new AppError('not-found')
}

/** Locked until the transaction ends. @throws AppError not-found */
export async function takeAnswer(context: Context, trx: Db, answerId: string): Promise<StoredAnswer> {
  if (!(await lockAnswer(context.scope, trx, answerId))) throw new AppError('not-found')
  return findAnswer(context, trx, answerId)
}

type Saving = OfAnswer & {
  readonly baseRevision: number
  readonly content: ContentBody
  readonly note: string
  readonly merged: boolean
}

/** @throws AppError not-found · answer-state for a retired one · invalid-input without a text in its own language */
export async function saveCore(context: Context, saving: Saving): Promise<SavedOrMet> {
  const { answerId, baseRevision, note, merged } = saving
  const content = toContent(saving.content)
  const met = await inTransaction(context.db, async (trx) => {
    const answer = await takeAnswer(context, trx, answerId)
    if (answer.state === 'retired') throw new AppError('answer-state')
    if (answer.revision !== baseRevision) return meet(context, trx, answer, { baseRevision, content })
    await addRevision(context, trx, answer, { kind: merged ? 'merged' : 'written', note, content })
    return undefined
  })
  return met ?? { is: 'saved', answer: await readAnswer(context, { answerId }) }
}

function toContent(body: ContentBody): CoreContent {
  if (body.texts[body.source] === undefined)
    throw new AppError('invalid-input', {}, [{ code: 'missing', path: `content.texts.${body.source}` }])
  const texts = Object.fromEntries(Object.entries(body.texts).filter(([, text]) => text !== undefined))
  const questions = [...new Set(body.questions.filter((question) => question !== ''))]
  return {
    ...body,
    texts,
    questions,
    channels: answerChannels.filter((each) => body.channels.includes(each)),
  }
}

type Meeting = { readonly baseRevision: number; readonly content: CoreContent }

/** Somebody saved first: the base, mine and theirs brought together, for the writer to look at. Nothing is written. */
async function meet(
  { scope }: Context,
  trx: Db,
  answer: StoredAnswer,
  { baseRevision, content }: Meeting,
): Promise<SavedOrMet> {
  const { answerId, revision } = answer
  const [base] = await listRevisions(scope, trx, { answerId, revision: baseRevision })
  const [head] = await listRevisions(scope, trx, { answerId, revision })
  if (!base || !head) throw new AppError('invalid-input', {}, [{ code: 'unknown', path: 'baseRevision' }])
  const { content: merged, conflicts } = mergeContent(base.content, content, head.content)
  return {
    is: 'met',
    revision,
    by: head.by,
    at: head.at.toISOString(),
    theirs: toBody(head.content),
    merged: toBody(merged),
    conflicts: conflicts.map(({ path, merged: { pieces } }) => ({ path, pieces: [...pieces] })),
  }
}

type Adding = { readonly kind: RevisionKind; readonly note: string; readonly content: CoreContent }

/**
 * The next revision. What changes the core of an agreed answer makes it a draft again, while others go on reading what
 * was agreed; what leaves the core as it is (the sheet around it, questions, channels) stays agreed.
 */
export async function addRevision(
  context: Context,
  trx: Db,
  answer: StoredAnswer,
  { kind, note, content }: Adding,
): Promise<void> {
  const { scope, now: at } = context
  const { answerId } = answer
  const shared = await loadShared(scope, trx)
  const revision = answer.revision + 1
  const facts = bodiesOf(shared, referencesIn(content))
  await insertRevision(scope, trx, { answerId, revision, kind, note, content, facts, at })
  const stays =
    answer.state === 'agreed' && wholeStamp(content, shared) === wholeStamp(answer.content, shared)
  // What is in review is told of by its title, to those who search.
  const isTold = stays || answer.state === 'inReview'
  await changeAnswer(scope, trx, {
    answerId,
    revision,
    at,
    ...(isTold && { stamp: await nextStamp(scope, trx, at) }),
    ...(stays && { agreedRevision: revision }),
    ...(answer.state === 'agreed' && !stays && { state: 'draft' as const }),
  })
  await recordAudit(
    context,
    { action: `answer.${kind}`, subject: { kind: 'answer', id: answerId }, detail: { revision } },
    trx,
  )
}

/** @throws AppError not-found · answer-state for a retired one */
export async function restoreRevision(
  context: Context,
  { answerId, revision }: OfAnswer & { readonly revision: number },
): Promise<AnswerDetail> {
  await inTransaction(context.db, async (trx) => {
    const answer = await takeAnswer(context, trx, answerId)
    if (answer.state === 'retired') throw new AppError('answer-state')
    const [earlier] = await listRevisions(context.scope, trx, { answerId, revision })
    if (!earlier) throw new AppError('not-found')
    await addRevision(context, trx, answer, {
      kind: 'restored',
      note: String(revision),
      content: earlier.content,
    })
  })
  return readAnswer(context, { answerId })
}

type TopicChoice = OfAnswer & { readonly topicId: string | null; readonly ownerId: string | null }

/** @throws AppError not-found for the answer, the topic or the owner */
export async function setTopic(
  context: Context,
  { answerId, topicId, ownerId }: TopicChoice,
): Promise<AnswerDetail> {
  const { scope, now: at } = context
  await inTransaction(context.db, async (trx) => {
    await takeAnswer(context, trx, answerId)
    await refuseUnknownTopic(context, trx, topicId)
    const people = await listAnswerPeople(scope, trx)
    if (ownerId !== null && !people.some(({ personId }) => personId === ownerId))
      throw new AppError('not-found')
    await changeAnswer(scope, trx, { answerId, topicId, ownerId, at, stamp: await nextStamp(scope, trx, at) })
    const detail = { topicId, ownerId }
    await recordAudit(
      context,
      { action: 'answer.placed', subject: { kind: 'answer', id: answerId }, detail },
      trx,
    )
  })
  return readAnswer(context, { answerId })
}
