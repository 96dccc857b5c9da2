import { useEffect, useMemo, useRef } from 'react'
import { newId } from '../../src/kernel/ids.ts'
import type { AskedForm, AssignmentDetail, FilledForm } from '../../src/measure/fieldwork/contract.ts'
import { isWritten } from '../../src/measure/fieldwork/rules/asked-form.ts'
import { checkSubmission, type SubmissionIssue } from '../../src/measure/fieldwork/rules/submission-check.ts'
import { keepForm, type UnsentWork } from '../../src/measure/fieldwork/rules/unsent-work.ts'
import { changeRecord, recordOf, useIsKept } from './device-records.ts'
import { sendWork } from './send-work.ts'
import { madeNow, type OpenAssignment } from './use-assignment.ts'

export type FormStep =
  | { readonly kind: 'question'; readonly question: AskedForm['questions'][number] }
  | { readonly kind: 'comment'; readonly comment: AskedForm['comments'][number] }
  /** Both sides of what was written, pasted. */
  | { readonly kind: 'transcript' }

/**
 * What the observer is asked, in order: area by area, the questions and then the comment; at last, of a written
 * contact, the conversation itself.
 */
function stepsOf({ form, channel }: Pick<AssignmentDetail, 'form' | 'channel'>): readonly FormStep[] {
  const { areas, questions, comments } = form
  const asked = areas.flatMap(({ id }) => [
    ...questions
      .filter((question) => question.area === id && !question.clock)
      .map((question): FormStep => ({ kind: 'question', question })),
    ...comments
      .filter((comment) => comment.area === id)
      .map((comment): FormStep => ({ kind: 'comment', comment })),
  ])
  return isWritten(channel) ? [...asked, { kind: 'transcript' }] : asked
}

export function stepId(step: FormStep): string {
  switch (step.kind) {
    case 'question':
      return step.question.id
    case 'comment':
      return step.comment.id
    case 'transcript':
      return 'transcript'
  }
}

/** The area that a step belongs to; the conversation belongs to none. */
export function areaOf(step: FormStep): string | undefined {
  if (step.kind === 'transcript') return undefined
  return step.kind === 'question' ? step.question.area : step.comment.area
}

export type OpenForm = FilledForm & {
  readonly steps: readonly FormStep[]
  readonly issues: readonly SubmissionIssue[]
  readonly answer: (question: string, option: string) => void
  readonly write: (comment: string, text: string) => void
  readonly paste: (transcript: string) => void
  /** How far the draft as it stands has come. */
  readonly saved: 'underWay' | 'here' | 'withServer'
}

const empty: FilledForm = { answers: {}, comments: {} }

/** The newest of what is kept here, what the server keeps, and what was handed in and sent back. */
function filledBefore({ detail, work }: OpenAssignment): FilledForm {
  const { draft: theirs, handedIn } = detail
  const mine = work.form
  if (mine && (!theirs || mine.savedAt >= theirs.savedAt)) return mine
  return theirs ?? handedIn ?? empty
}

/** The form alone, without when it was kept. */
function formOf({ answers, comments, transcript }: FilledForm): FilledForm {
  return { answers, comments, ...(transcript === undefined ? {} : { transcript }) }
}

const sendAfter = 1500

export function useForm(open: OpenAssignment): OpenForm {
  const { key, detail, life, work } = open
  const filled = formOf(filledBefore(open))
  const isKept = useIsKept(key)
  const timer = useRef<number | undefined>(undefined)
  useEffect(() => () => window.clearTimeout(timer.current), [])
  useFormOpened(open)
  const { form, channel } = detail
  const steps = useMemo(() => stepsOf({ form, channel }), [form, channel])

  function keep(change: (before: FilledForm) => FilledForm): void {
    const id = newId()
    const made = madeNow()
    const changed = ({ form: before, ...work }: UnsentWork): UnsentWork =>
      keepForm(work, { id, form: change(before ? formOf(before) : filled), made })
    void changeRecord(key, (record) => ({ ...record, work: changed(record.work) }), 'typing')
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => void sendWork(key.owner, key.contactId), sendAfter)
  }

  const { answers, comments } = filled
  return {
    ...filled,
    steps,
    issues: checkSubmission({ form, channel, clock: life.clock, answers, comments }),
    answer: (question, option) =>
      keep((before) => ({ ...before, answers: { ...before.answers, [question]: option } })),
    write: (comment, text) =>
      keep((before) => ({ ...before, comments: { ...before.comments, [comment]: text } })),
    paste: (transcript) => keep((before) => ({ ...before, transcript })),
    saved: isKept ? (work.waiting.some(({ kind }) => kind === 'draft') ? 'here' : 'withServer') : 'underWay',
  }
}

/** The first opening of the form is logged, so that a review can see how long it took. */
function useFormOpened({ key, life, log }: OpenAssignment): void {
  const wanted = life.state === 'answered' && life.clock.formOpenedAt === undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: `log` is new on every drawing; it is logged once
  useEffect(() => {
    const { waiting } = recordOf(key).work
    const waits = waiting.some((piece) => piece.kind === 'event' && piece.event.kind === 'formOpened')
    if (wanted && !waits) void log('formOpened')
  }, [wanted, key])
}
