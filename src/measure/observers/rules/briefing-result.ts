/** What an attempt at the briefing test adds up to, from its answers alone. */
import type { BriefingAttempt, BriefingState } from '../contract.ts'

export type AnsweredAttempt = {
  readonly attemptId: string
  readonly startedAt: string
  readonly questions: number
  /** In per cent. */
  readonly passMark: number
  /** Whether each answer given so far is right. */
  readonly answers: readonly boolean[]
}

/**
 * Passed when the share of right answers reaches the mark, and all questions are answered.
 *
 * @example 8 right of 10 with the mark 80 // passed; 7 right: not
 */
export function attemptResult(attempt: AnsweredAttempt): BriefingAttempt {
  const { attemptId, startedAt, questions, passMark, answers } = attempt
  const right = answers.filter(Boolean).length
  const isDone = answers.length >= questions
  return {
    attemptId,
    startedAt,
    answered: answers.length,
    right,
    questions,
    passMark,
    passed: isDone ? right * 100 >= passMark * questions : null,
  }
}

/** Where somebody stands: passed once is passed; else what the latest attempt says. */
export function briefingStateOf(attempts: readonly BriefingAttempt[]): BriefingState {
  if (attempts.length === 0) return 'notTaken'
  if (attempts.some(({ passed }) => passed === true)) return 'passed'
  const last = attempts.toSorted((one, other) => (one.startedAt < other.startedAt ? 1 : -1))[0]!
  return last.passed === null ? 'begun' : 'failed'
}
