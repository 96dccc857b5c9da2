/** Findings that the clock gives: what it says against the form, the plan and the pauses. */
import { toLocal } from '../../../kernel/zone.ts'
import { clockAnswers } from './clock-answers.ts'
import { waitedMs } from './clock-status.ts'
import type { Finding, ReviewPicture } from './finding.ts'

/** The form says something else than the clock: an answer against the log, or a form where nobody answered. */
export function contradictions({ method, channel, clock, answered, answers }: ReviewPicture): Finding[] {
  if (answered !== (clock.answer !== undefined))
    return [{ kind: 'contradiction', params: { clock: clock.answer ? 'answered' : 'unanswered' } }]
  const seconds = channel === 'email' ? {} : { seconds: waitedMs(clock) / 1000 }
  return Object.entries(clockAnswers(method.questions, channel, clock))
    .filter(([question, read]) => answers[question] !== read)
    .map(([question, read]) => {
      const reads = method.questions.find(({ id }) => id === question)?.clock?.reads
      const form = answers[question] ?? ''
      const figures = reads === 'wait' ? seconds : { attempt: clock.answer?.attempt ?? 0 }
      return { kind: 'contradiction', where: question, params: { clock: read, form, ...figures } }
    })
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
  const met = pauses.find(
    (pause) =>
      Date.parse(pause.from) < Date.parse(to) &&
      (pause.to === undefined || Date.parse(pause.to) > Date.parse(from)),
  )
  return met ? [{ kind: 'duringPause', params: { from: met.from, ...(met.to ? { to: met.to } : {}) } }] : []
}

/**
 * The clock was logged on more than one device. Each of them knew only its own part until it had a network, and their
 * events are judged in the order in which they came; all of them stand in the log.
 */
export function twoDevices({ devices }: ReviewPicture): Finding[] {
  return devices > 1 ? [{ kind: 'twoDevices', params: { devices } }] : []
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
