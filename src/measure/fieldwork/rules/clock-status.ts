/** What the clock shows at an instant: one of six phases, each with what the observer needs to know in it. */
import type { AttemptProtocol } from '../../edition/contract.ts'
import type { Answer, Clock, ClockMethod } from './attempt-clock.ts'
import { attemptsUsedUp, isRunning, isUnanswered, lastAttempt, settleClock } from './attempt-clock.ts'
import { attemptLimit, nextAttemptFrom } from './deadline.ts'

export type ClockStatus =
  | { readonly phase: 'ready' }
  | {
      readonly phase: 'running'
      readonly attempt: number
      readonly since: string
      readonly waitedMs: number
      readonly givesUpAt: string
      /** Share of the wait that is used, 0 to 1. */
      readonly used: number
      readonly automaticReplyAt?: string
    }
  /** The limit is passed and nothing says what happened: give up, or take back. */
  | {
      readonly phase: 'waitOver'
      readonly attempt: number
      readonly since: string
      readonly givesUpAt: string
    }
  | {
      readonly phase: 'between'
      readonly attempt: number
      readonly nextFrom: string
      /** An answer now still counts, as one between the attempts. */
      readonly threadOpen: boolean
    }
  | { readonly phase: 'answered'; readonly answer: Answer; readonly waitedMs: number }
  | { readonly phase: 'unanswered'; readonly since: string; readonly lateAnswerAt?: string }

export type StatusMethod = ClockMethod & { readonly window: { readonly from: string } }

/** @example clockStatus(started at 09:00, phone, 09:02:41).waitedMs // 161000, gives up at 09:05 */
export function clockStatus(clock: Clock, method: StatusMethod, now: Date): ClockStatus {
  if (clock.answer) return { phase: 'answered', answer: clock.answer, waitedMs: waitedMs(clock) }
  const last = lastAttempt(clock)
  if (!last) return { phase: 'ready' }
  if (isRunning(clock)) return runningStatus(clock, method.protocol, now)
  if (isUnanswered(clock, method.protocol)) {
    const since = last.endedAt ?? last.startedAt
    return { phase: 'unanswered', since, ...(clock.lateAnswerAt ? { lateAnswerAt: clock.lateAnswerAt } : {}) }
  }
  return {
    phase: 'between',
    attempt: clock.attempts.length,
    nextFrom: nextAttemptFrom(new Date(last.startedAt), method.window.from, method.closedDays).toISOString(),
    threadOpen: method.protocol.unit === 'minutes' && method.protocol.openBetweenAttempts,
  }
}

function runningStatus(clock: Clock, protocol: AttemptProtocol, now: Date): ClockStatus {
  const last = clock.attempts.at(-1)!
  const start = Date.parse(last.startedAt)
  const limit = attemptLimit(protocol, new Date(start)).getTime()
  const attempt = clock.attempts.length
  const givesUpAt = new Date(limit).toISOString()
  if (!isRunning(settleClock(clock, protocol, now.getTime())))
    return { phase: 'waitOver', attempt, since: last.startedAt, givesUpAt }
  const waited = Math.max(0, now.getTime() - start)
  return {
    phase: 'running',
    attempt,
    since: last.startedAt,
    waitedMs: waited,
    givesUpAt,
    used: Math.min(1, waited / (limit - start)),
    ...(last.automaticReplyAt ? { automaticReplyAt: last.automaticReplyAt } : {}),
  }
}

/** Milliseconds from the start of the attempt that was answered (or after which the answer came). */
export function waitedMs(clock: Clock): number {
  const attempt = clock.answer && clock.attempts[clock.answer.attempt - 1]
  return attempt && clock.answer ? Date.parse(clock.answer.at) - Date.parse(attempt.startedAt) : 0
}

/** Whether another attempt is left to make. */
export function mayTryAgain(clock: Clock, protocol: AttemptProtocol): boolean {
  return !clock.answer && !isRunning(clock) && !attemptsUsedUp(clock, protocol)
}
