/**
 * What a reviewer should look at in a submission (M6.3). Each finding is one small function over the same
 * picture; none of them decides anything, a person does.
 */
import { toLocal } from '../../../kernel/zone.ts'
import type { ChannelId, EditionMethod } from '../../edition/contract.ts'
import { formFor } from '../../edition/rules/form.ts'
import { type Answers, type Comments, notApplicable } from '../contract.ts'
import type { Clock } from './attempt-clock.ts'
import { clockAnswers } from './clock-answers.ts'
import { areAlike, type Pieces, piecesOf, wordCount } from './text-likeness.ts'

/** The same observer's other forms in the edition, for comparison. */
export type OtherSubmission = {
  readonly number: number
  readonly channel: ChannelId
  /** Each of its comments of some length, cut for comparison. */
  readonly comments: readonly Pieces[]
  /** EnquiryScore; absent for a contact that nobody answered. */
  readonly score?: number | undefined
}

export type ReviewPicture = {
  readonly method: Pick<EditionMethod, 'areas' | 'questions' | 'comments' | 'channels'>
  readonly channel: ChannelId
  readonly planned: { readonly date: string; readonly from: string; readonly to: string }
  readonly clock: Clock
  readonly corrections: number
  readonly answered: boolean
  readonly answers: Answers
  readonly comments: Comments
  readonly submittedAt: string
  readonly score?: number | undefined
  readonly others: readonly OtherSubmission[]
  readonly pauses: readonly { readonly from: string; readonly to?: string | undefined }[]
}

export const findingKinds = [
  'contradiction',
  'tooFast',
  'copiedComment',
  'shortComment',
  'outsideWindow',
  'otherDay',
  'duringPause',
  'straightLining',
  'unusualScore',
  'clockCorrected',
  'typedTime',
  'cutShort',
  'lateAnswer',
] as const
export type FindingKind = (typeof findingKinds)[number]

export type Finding = {
  readonly kind: FindingKind
  /** The question or comment that it is about. */
  readonly where?: string
  readonly params?: Readonly<Record<string, string | number>>
}

/** Every finding about a submission, in the order in which a reviewer should read them. */
export function findingsOf(picture: ReviewPicture): readonly Finding[] {
  return [
    contradictions,
    tooFast,
    copiedComments,
    shortComments,
    outsideWindow,
    otherDay,
    duringPause,
    straightLining,
    unusualScore,
    clockCorrected,
    typedTime,
    cutShort,
    lateAnswer,
  ].flatMap((find) => find(picture))
}

/** The form says something else than the clock: an answer against the log, or a form where nobody answered. */
export function contradictions({ method, channel, clock, answered, answers }: ReviewPicture): Finding[] {
  if (answered !== (clock.answer !== undefined))
    return [{ kind: 'contradiction', params: { clock: clock.answer ? 'answered' : 'unanswered' } }]
  return Object.entries(clockAnswers(method.questions, channel, clock))
    .filter(([question, read]) => answers[question] !== read)
    .map(([question, read]) => ({ kind: 'contradiction', where: question, params: { clock: read } }))
}

/** Words a second at a very fast reading pace (400 a minute): nobody answers faster than that. */
const readingPace = 400 / 60

/** Seconds that reading a channel's questions takes at the very least. */
export function readingSeconds(method: ReviewPicture['method'], channel: ChannelId): number {
  const questions = formFor(method, channel).questions.filter((question) => !question.clock)
  return questions.reduce((sum, { text }) => sum + wordCount(text.nb), 0) / readingPace
}

/** Filled in faster than its questions can be read. */
export function tooFast({ method, channel, clock, answered, submittedAt }: ReviewPicture): Finding[] {
  if (!answered || clock.formOpenedAt === undefined) return []
  const seconds = (Date.parse(submittedAt) - Date.parse(clock.formOpenedAt)) / 1000
  const needed = readingSeconds(method, channel)
  if (seconds >= needed) return []
  return [{ kind: 'tooFast', params: { seconds: Math.round(seconds), needed: Math.ceil(needed) } }]
}

const copied = { minimumLength: 25, alikeness: 0.8 }

/** The comments of a form that are long enough to be compared. */
export function comparableComments(comments: Comments): readonly Pieces[] {
  return Object.values(comments)
    .filter((text) => text.trim().length >= copied.minimumLength)
    .map(piecesOf)
}

/** A comment that stands, word for word or nearly, in another form by the same observer. */
export function copiedComments({ comments, others }: ReviewPicture): Finding[] {
  return Object.entries(comments)
    .filter(([, text]) => text.trim().length >= copied.minimumLength)
    .flatMap(([where, text]) => {
      const pieces = piecesOf(text)
      const twin = others.find((other) =>
        other.comments.some((theirs) => areAlike(pieces, theirs, copied.alikeness)),
      )
      return twin ? [{ kind: 'copiedComment', where, params: { contact: twin.number } } as const] : []
    })
}

const fewWords = 4

/** A required comment of so few words that it tells a participant nothing. */
export function shortComments({ method, channel, answered, comments }: ReviewPicture): Finding[] {
  if (!answered) return []
  return formFor(method, channel)
    .parts.flatMap((part) => part.comments)
    .filter((comment) => comment.required && wordCount(comments[comment.id] ?? '') < fewWords)
    .map(({ id }) => ({ kind: 'shortComment', where: id, params: { words: wordCount(comments[id] ?? '') } }))
}

/** An attempt that began outside the hours of its channel. */
export function outsideWindow({ method, channel, clock }: ReviewPicture): Finding[] {
  const window = method.channels.find(({ id }) => id === channel)?.window
  if (!window) return []
  return clock.attempts.flatMap(({ startedAt }, index) => {
    const time = toLocal(new Date(startedAt)).time.slice(0, 5)
    const inside = time >= window.from && time < window.to
    return inside
      ? []
      : [{ kind: 'outsideWindow', params: { attempt: index + 1, time, from: window.from, to: window.to } }]
  })
}

/** The first attempt was made on another day than the plan says. */
export function otherDay({ planned, clock }: ReviewPicture): Finding[] {
  const first = clock.attempts[0]
  const date = first && toLocal(new Date(first.startedAt)).date
  return date && date !== planned.date ? [{ kind: 'otherDay', params: { date, planned: planned.date } }] : []
}

/** The fieldwork was paused at some time between the first attempt and the end of the waiting. */
export function duringPause({ clock, pauses, submittedAt }: ReviewPicture): Finding[] {
  const from = clock.attempts[0]?.startedAt
  if (!from) return []
  const to = clock.answer?.at ?? clock.attempts.at(-1)?.endedAt ?? submittedAt
  const met = pauses.some(
    (pause) =>
      Date.parse(pause.from) < Date.parse(to) &&
      (pause.to === undefined || Date.parse(pause.to) > Date.parse(from)),
  )
  return met ? [{ kind: 'duringPause' }] : []
}

const fewestSteps = 8

/** Every question with degrees has the same step, although there are many of them. */
export function straightLining({ method, channel, answered, answers }: ReviewPicture): Finding[] {
  if (!answered) return []
  const steps = formFor(method, channel)
    .questions.filter((question) => question.kind === 'degree' && answers[question.id] !== notApplicable)
    .map((question) => question.options.findIndex((option) => option.id === answers[question.id]))
    .filter((step) => step >= 0)
  if (steps.length < fewestSteps || new Set(steps).size > 1) return []
  return [{ kind: 'straightLining', params: { questions: steps.length } }]
}

const usual = { fewest: 10, deviations: 2.5, smallestSpread: 5 }

/** A score far from the observer's own mean on the channel: more than 2.5 standard deviations, of ten at least. */
export function unusualScore({ channel, score, others }: ReviewPicture): Finding[] {
  const scores = others.filter((other) => other.channel === channel).flatMap((other) => other.score ?? [])
  if (score === undefined || scores.length < usual.fewest) return []
  const mean = scores.reduce((sum, own) => sum + own, 0) / scores.length
  const variance = scores.reduce((sum, own) => sum + (own - mean) ** 2, 0) / (scores.length - 1)
  const spread = Math.max(Math.sqrt(variance), usual.smallestSpread)
  if (Math.abs(score - mean) <= usual.deviations * spread) return []
  return [
    {
      kind: 'unusualScore',
      params: { score: Math.round(score), mean: Math.round(mean), n: scores.length },
    },
  ]
}

/** The observer took something on the clock back. */
export function clockCorrected({ corrections }: ReviewPicture): Finding[] {
  return corrections > 0 ? [{ kind: 'clockCorrected', params: { times: corrections } }] : []
}

/** On the phone or in a chat the time was typed afterwards instead of read from the clock. */
export function typedTime({ channel, clock }: ReviewPicture): Finding[] {
  const live = channel === 'phone' || channel === 'chat'
  return live && clock.answer?.typed ? [{ kind: 'typedTime' }] : []
}

/** An attempt that ended before the wait was over. */
export function cutShort({ clock }: ReviewPicture): Finding[] {
  return clock.attempts.flatMap((attempt, index) =>
    attempt.cutShort
      ? [{ kind: 'cutShort', params: { attempt: index + 1, reason: attempt.cutShort } } as const]
      : [],
  )
}

/** An answer came when all waiting was over. It changes nothing, but the reviewer should know. */
export function lateAnswer({ clock }: ReviewPicture): Finding[] {
  return clock.lateAnswerAt ? [{ kind: 'lateAnswer', params: { at: clock.lateAnswerAt } }] : []
}
