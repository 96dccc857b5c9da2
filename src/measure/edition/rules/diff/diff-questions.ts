/** What is asked and what it gives. Only what touches a figure breaks its series; help and order do not. */
import type { EditionMethod, OptionMethod, QuestionMethod } from '../../contract.ts'
import { asList, type BreakReason, type Change, differing, matched } from './change.ts'

export function diffQuestions(a: EditionMethod, b: EditionMethod): readonly Change[] {
  const { added, removed, kept } = matched(a.questions, b.questions)
  return [
    ...removed.map((question) => wholeQuestion('question-removed', question)),
    ...added.map((question) => wholeQuestion('question-added', question)),
    ...kept.flatMap(([before, after]) => diffQuestion(before, after)),
    ...moved(a, b),
  ]
}

function wholeQuestion(kind: 'question-added' | 'question-removed', question: QuestionMethod): Change {
  const [from, to] = kind === 'question-added' ? [null, question.text] : [question.text, null]
  return { kind, subject: question.id, from, to, ...(question.scored ? { breaks: 'points' as const } : {}) }
}

function diffQuestion(before: QuestionMethod, after: QuestionMethod): readonly Change[] {
  const subject = after.id
  const counts = before.scored || after.scored
  const breaks = (reason: BreakReason) => (counts || after.kind === 'scale' ? { breaks: reason } : {})
  const pair = <T>(read: (question: QuestionMethod) => T) => [read(before), read(after)] as const
  return [
    ...differing(
      { kind: 'question-reworded', subject, ...breaks('asked') },
      pair((q) => q.text),
      (text) => text,
    ),
    ...differing(
      { kind: 'question-help', subject },
      pair((q) => q.help),
      (help) => help ?? null,
    ),
    ...differing(
      { kind: 'question-area', subject, ...breaks('points') },
      pair((q) => q.area),
      (area) => area,
    ),
    ...differing(
      { kind: 'question-channels', subject, ...breaks('points') },
      pair((q) => q.channels.toSorted()),
      asList,
    ),
    ...differing(
      { kind: 'question-kind', subject, ...breaks('asked') },
      pair((q) => q.kind),
      (kind) => kind,
    ),
    ...differing(
      { kind: 'question-scored', subject, breaks: 'points' },
      pair((q) => q.scored),
      (scored) => scored,
    ),
    ...differing(
      { kind: 'question-applicability', subject, ...breaks('points') },
      pair((q) => q.notApplicable),
      (notApplicable) => notApplicable,
    ),
    ...differing(
      { kind: 'waiting-steps', subject, breaks: 'waiting' },
      pair((q) => q.clock),
      clockSteps,
    ),
    ...diffOptions(before, after),
  ]
}

function clockSteps(clock: QuestionMethod['clock']): string | null {
  if (!clock) return null
  return clock.reads === 'wait' ? asList(clock.limits) : (clock.betweenAttempts ?? '')
}

function diffOptions(before: QuestionMethod, after: QuestionMethod): readonly Change[] {
  const { added, removed, kept } = matched<OptionMethod>(before.options, after.options)
  const subjectOf = (option: OptionMethod) => `${after.id}.${option.id}`
  const asked = after.scored || after.kind === 'scale' ? { breaks: 'asked' as const } : {}
  return [
    ...removed.map((option) => ({
      kind: 'option-removed' as const,
      subject: subjectOf(option),
      from: option.label,
      to: null,
      ...asked,
    })),
    ...added.map((option) => ({
      kind: 'option-added' as const,
      subject: subjectOf(option),
      from: null,
      to: option.label,
      ...asked,
    })),
    ...kept.flatMap(([was, is]) => [
      ...differing(
        { kind: 'option-reworded', subject: subjectOf(is), ...asked },
        [was.label, is.label],
        (label) => label,
      ),
      ...differing(
        { kind: 'points', subject: subjectOf(is), breaks: 'points' },
        [was.points, is.points],
        (points) => points,
      ),
    ]),
  ]
}

/** The order of the questions that are in both methods, where it changed. */
function moved(a: EditionMethod, b: EditionMethod): readonly Change[] {
  const order = (one: EditionMethod, other: EditionMethod) =>
    one.questions.map(({ id }) => id).filter((id) => other.questions.some((question) => question.id === id))
  return differing({ kind: 'question-moved', subject: '' }, [order(a, b), order(b, a)], asList)
}
