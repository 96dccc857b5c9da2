/** Whether a form may be handed in: nothing blank, nothing unknown, and the clock's answers are the clock's. */
import type { ChannelId } from '../../edition/contract.ts'
import { type Answers, type AskedForm, type Comments, notApplicable } from '../contract.ts'
import type { Clock } from './attempt-clock.ts'
import { clockAnswers } from './clock-answers.ts'

export type SubmissionIssue =
  | {
      readonly code:
        | 'blank'
        | 'unknown-option'
        | 'not-applicable-here'
        | 'not-on-this-form'
        | 'against-the-clock'
      readonly question: string
      readonly value?: string
    }
  | { readonly code: 'comment-missing' | 'comment-not-on-this-form'; readonly comment: string }

export type FilledSubmission = {
  readonly form: AskedForm
  readonly channel: ChannelId
  readonly clock: Clock
  readonly answers: Answers
  readonly comments: Comments
}

/**
 * Everything that is wrong with a form, in the form's order; empty when it may be handed in. A contact that
 * nobody answered has no form, so nothing is asked of it. The clock's questions may be left out: they are
 * filled in by `completeAnswers`.
 *
 * @example checkSubmission({ …, answers: {} })[0] // { code: 'blank', question: 'easyToReach' }
 */
export function checkSubmission(filled: FilledSubmission): readonly SubmissionIssue[] {
  if (!filled.clock.answer) return []
  const answers = completeAnswers(filled)
  return [
    ...filled.form.questions.flatMap((question) => checkAnswer(question, answers, filled)),
    ...strangers(filled),
    ...missingComments(filled),
  ]
}

/** The observer's answers with the clock's own where they were left out; nothing for an unanswered contact. */
export function completeAnswers({ form, channel, clock, answers }: FilledSubmission): Answers {
  if (!clock.answer) return {}
  return { ...clockAnswers(form.questions, channel, clock), ...answers }
}

function checkAnswer(
  question: AskedForm['questions'][number],
  answers: Answers,
  { form, channel, clock }: FilledSubmission,
): SubmissionIssue[] {
  const value = answers[question.id]
  if (value === undefined || value === '') return [{ code: 'blank', question: question.id }]
  const read = question.clock && clockAnswers(form.questions, channel, clock)[question.id]
  if (read !== undefined && value !== read)
    return [{ code: 'against-the-clock', question: question.id, value }]
  if (value === notApplicable)
    return question.notApplicable ? [] : [{ code: 'not-applicable-here', question: question.id }]
  return question.options.some((option) => option.id === value)
    ? []
    : [{ code: 'unknown-option', question: question.id, value }]
}

/** Answers and comments that the channel's form does not ask for. */
function strangers({ form, answers, comments }: FilledSubmission): SubmissionIssue[] {
  const questions = new Set(form.questions.map(({ id }) => id))
  const asked = new Set(form.comments.map(({ id }) => id))
  return [
    ...Object.keys(answers)
      .filter((id) => !questions.has(id))
      .map((question): SubmissionIssue => ({ code: 'not-on-this-form', question })),
    ...Object.keys(comments)
      .filter((id) => !asked.has(id))
      .map((comment): SubmissionIssue => ({ code: 'comment-not-on-this-form', comment })),
  ]
}

function missingComments({ form, comments }: FilledSubmission): SubmissionIssue[] {
  return form.comments
    .filter(({ id, required }) => required && (comments[id] ?? '').trim() === '')
    .map(({ id }) => ({ code: 'comment-missing', comment: id }))
}
