/** The briefing test: set by the organiser, taken by the observer a question at a time. */
import { AppError } from '../../../kernel/errors.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import { loadEdition } from '../../edition/index.ts'
import type { BriefingQuestion } from '../contract.ts'
import { briefingStateOf } from '../rules/briefing-result.ts'
import {
  insertAnswer,
  insertAttempt,
  insertTest,
  listAttempts,
  type StoredAttempt,
} from '../store/briefing-store.ts'
import { listKnownObservers } from '../store/person-store.ts'
import { requireOwnObserver } from './profile.ts'
import { briefingTestOf, toAttempt } from './views.ts'

type InEdition = { readonly editionId: string }

/** With the right answers, for the organiser. @throws AppError not-found */
export async function readBriefing(context: Context, { editionId }: InEdition) {
  const { scope, db } = context
  const { questions, isBuiltIn, passMark, required, revision } = await briefingTestOf(context, editionId)
  const names = new Map((await listKnownObservers(scope, db)).map((one) => [one.observerId, one.name]))
  const attempts = await listAttempts(scope, db, { editionId })
  return {
    questions: [...questions],
    isBuiltIn,
    passMark,
    required,
    revision,
    attempts: attempts.map((attempt) => ({
      ...toAttempt(attempt),
      observerId: attempt.observerId,
      observer: names.get(attempt.observerId) ?? '',
    })),
  }
}

type NewTest = InEdition & {
  readonly questions: readonly BriefingQuestion[] | null
  readonly passMark: number
  readonly required: boolean
  readonly revision: number
}

/** @throws AppError not-found · conflict when somebody else saved meanwhile · invalid-input for an id used twice */
export async function saveBriefing(context: Context, given: NewTest): Promise<{ revision: number }> {
  const { editionId, questions, passMark, required } = given
  const { scope, now } = context
  refuseDoubleIds(questions ?? [])
  return inTransaction(context.db, async (trx) => {
    const before = await briefingTestOf(context, editionId, trx)
    if (before.revision !== given.revision) throw new AppError('conflict', { revision: before.revision })
    const revision = before.revision + 1
    await insertTest(scope, trx, { editionId, revision, questions, passMark, required, savedAt: now })
    const subject = { kind: 'edition', id: editionId }
    const detail = { revision, questions: questions?.length ?? null, passMark, required }
    await recordAudit(context, { action: 'briefing.saved', subject, detail }, trx)
    return { revision }
  })
}

function refuseDoubleIds(questions: readonly BriefingQuestion[]): void {
  const double = questions.findIndex(({ id }, index) => questions.findIndex((one) => one.id === id) < index)
  if (double >= 0)
    throw new AppError('invalid-input', {}, [{ code: 'doubled', path: `questions.${double}.id` }])
}

/** The test as its taker sees it: without the right answers, and what to read after an attempt. @throws AppError not-found */
export async function readMyBriefing(context: Context, { editionId }: InEdition) {
  const { scope, db } = context
  const { observerId } = await requireOwnObserver(context)
  const { name } = await loadEdition(context, editionId)
  const test = await briefingTestOf(context, editionId)
  const stored = await listAttempts(scope, db, { editionId, observerId })
  const attempts = stored.map(toAttempt)
  return {
    edition: name,
    required: test.required,
    passMark: test.passMark,
    questions: test.questions.length,
    state: briefingStateOf(attempts),
    attempts,
    reading: readingAfter(stored.find((_, index) => attempts[index]!.passed !== null)),
  }
}

function readingAfter(attempt: StoredAttempt | undefined) {
  return (attempt?.questions ?? []).map(({ id, text, why }) => ({
    text,
    why,
    wasRight: attempt!.answers.find(({ questionId }) => questionId === id)?.isRight ?? false,
  }))
}

type Attempt = InEdition & { readonly attemptId: string }

/** An attempt that is begun goes on, whatever id is sent. @throws AppError not-found · conflict for a used id */
export async function startBriefing(context: Context, { editionId, attemptId }: Attempt) {
  const { scope, now } = context
  return inTransaction(context.db, async (trx) => {
    const { observerId } = await requireOwnObserver(context, trx)
    const { questions, passMark } = await briefingTestOf(context, editionId, trx)
    const own = await listAttempts(scope, trx, { editionId, observerId })
    const begun = own.find((attempt) => toAttempt(attempt).passed === null)
    if (begun) return asked(begun)
    const attempt = { attemptId, editionId, observerId, questions, passMark, startedAt: now }
    if (!(await insertAttempt(scope, trx, attempt))) throw new AppError('conflict')
    return asked({ ...attempt, answers: [] })
  })
}

function asked({ attemptId, questions, passMark, answers }: StoredAttempt) {
  return {
    attemptId,
    passMark,
    questions: questions.map(({ id, text, options }) => ({
      id,
      text,
      options: options.map((option) => ({ id: option.id, text: option.text })),
    })),
    answers: Object.fromEntries(answers.map(({ questionId, optionId }) => [questionId, optionId])),
  }
}

type Answer = Attempt & { readonly questionId: string; readonly optionId: string }

/** An answer stands: sent again it gives the same reply. @throws AppError not-found · conflict for another answer */
export async function answerBriefing(context: Context, given: Answer) {
  const { scope, now } = context
  const { editionId, attemptId, questionId, optionId } = given
  return inTransaction(context.db, async (trx) => {
    const attempt = await requireOwnAttempt(context, trx, given)
    const question = attempt.questions.find(({ id }) => id === questionId)
    const option = question?.options.find(({ id }) => id === optionId)
    if (!question || !option) throw new AppError('not-found')
    const before = attempt.answers.find((answer) => answer.questionId === questionId)
    if (before && before.optionId !== optionId) throw new AppError('conflict')
    const { isRight } = option
    if (!before)
      await insertAnswer(scope, trx, { editionId, attemptId, questionId, optionId, isRight, at: now })
    const answers = before ? attempt.answers : [...attempt.answers, { questionId, optionId, isRight }]
    const result = toAttempt({ ...attempt, answers })
    if (!before && result.passed !== null) {
      const subject = { kind: 'observer', id: attempt.observerId }
      const { right, questions, passed } = result
      const detail = { editionId, right, questions, passed }
      await recordAudit(context, { action: 'briefing.taken', subject, detail }, trx)
    }
    const rightOption = question.options.find((one) => one.isRight)!.id
    return { isRight, rightOption, why: question.why, result }
  })
}

async function requireOwnAttempt(
  context: Context,
  trx: Db,
  { editionId, attemptId }: Attempt,
): Promise<StoredAttempt> {
  const { observerId } = await requireOwnObserver(context, trx)
  const [attempt] = await listAttempts(context.scope, trx, { editionId, observerId, attemptId })
  if (!attempt) throw new AppError('not-found')
  return attempt
}
