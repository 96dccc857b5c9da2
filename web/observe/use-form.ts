import { useEffect, useMemo, useRef } from 'react'
import type { Answers, AskedForm, Comments } from '../../src/measure/fieldwork/contract.ts'
import { checkSubmission, type SubmissionIssue } from '../../src/measure/fieldwork/rules/submission-check.ts'
import { changeWork, type LocalDraft, readWork } from './local-work.ts'
import { sendWork } from './send-work.ts'
import type { OpenAssignment } from './use-assignment.ts'

export type FormStep =
  | { readonly kind: 'question'; readonly question: AskedForm['questions'][number] }
  | { readonly kind: 'comment'; readonly comment: AskedForm['comments'][number] }

/** What the observer is asked, in order: area by area, the questions and then the comment. */
export function stepsOf({ areas, questions, comments }: AskedForm): readonly FormStep[] {
  return areas.flatMap(({ id }) => [
    ...questions
      .filter((question) => question.area === id && !question.clock)
      .map((question): FormStep => ({ kind: 'question', question })),
    ...comments
      .filter((comment) => comment.area === id)
      .map((comment): FormStep => ({ kind: 'comment', comment })),
  ])
}

export function stepId(step: FormStep): string {
  return step.kind === 'question' ? step.question.id : step.comment.id
}

export type OpenForm = {
  readonly steps: readonly FormStep[]
  readonly answers: Answers
  readonly comments: Comments
  readonly issues: readonly SubmissionIssue[]
  readonly answer: (question: string, option: string) => void
  readonly write: (comment: string, text: string) => void
  /** Whether the server has the draft as it stands. */
  readonly saved: boolean
}

type Filled = { readonly answers: Answers; readonly comments: Comments }
const empty: Filled = { answers: {}, comments: {} }

/** The newest of what is kept here, what the server keeps, and what was handed in and sent back. */
function filledBefore({ detail, work }: OpenAssignment): Filled {
  const { draft: theirs, handedIn } = detail
  const mine = work.draft
  if (mine && (!theirs || mine.savedAt >= theirs.savedAt)) return mine
  return theirs ?? handedIn ?? empty
}

const sendAfter = 1500

export function useForm(open: OpenAssignment): OpenForm {
  const { key, detail, life, work } = open
  const filled = filledBefore(open)
  const timer = useRef<number | undefined>(undefined)
  useEffect(() => () => window.clearTimeout(timer.current), [])
  useFormOpened(open)
  const steps = useMemo(() => stepsOf(detail.form), [detail.form])

  function keep(change: (before: Filled) => Filled): void {
    changeWork(key, (before) => {
      const { answers, comments } = change(before.draft ?? filled)
      const draft: LocalDraft = { answers, comments, savedAt: new Date().toISOString(), sent: false }
      return { ...before, draft }
    })
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => void sendWork(key), sendAfter)
  }

  const { answers, comments } = filled
  return {
    steps,
    answers,
    comments,
    issues: checkSubmission({
      form: detail.form,
      channel: detail.channel,
      clock: life.clock,
      answers,
      comments,
    }),
    answer: (question, option) =>
      keep((before) => ({ ...before, answers: { ...before.answers, [question]: option } })),
    write: (comment, text) =>
      keep((before) => ({ ...before, comments: { ...before.comments, [comment]: text } })),
    saved: work.draft === undefined || work.draft.sent,
  }
}

/** The first opening of the form is logged, so that a review can see how long it took. */
function useFormOpened({ key, life, log }: OpenAssignment): void {
  const wanted = life.state === 'answered' && life.clock.formOpenedAt === undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: `log` is new on every drawing; it is logged once
  useEffect(() => {
    const waits = readWork(key).events.some(({ kind }) => kind === 'formOpened')
    if (wanted && !waits) void log('formOpened')
  }, [wanted, key])
}
