/**
 * The clock of one contact: attempts and replies as the log tells them, folded event by event. The logged
 * times, not anybody's memory, decide whether a contact was answered, in which attempt and after how long.
 */
import { toLocal } from '../../../kernel/zone.ts'
import type { AttemptProtocol } from '../../edition/contract.ts'
import type { LogEvent } from '../contract.ts'
import { attemptLimit, isFieldworkDay, nextAttemptDay } from './deadline.ts'

/** What the clock must know of the method: the channel's protocol and the days on which nobody calls. */
export type ClockMethod = {
  readonly protocol: AttemptProtocol
  readonly closedDays: readonly string[]
}

export type Attempt = {
  readonly startedAt: string
  readonly automaticReplyAt?: string
  /** Ended without an answer: the wait was over, or it was cut short for a reason. */
  readonly endedAt?: string
  readonly cutShort?: NonNullable<LogEvent['reason']>
}

export type Answer = {
  readonly at: string
  /** The attempt that was answered, or after which the answer came; from 1. */
  readonly attempt: number
  /** After that attempt was over and before the next one began. */
  readonly between: boolean
  readonly typed: boolean
}

export type Clock = {
  readonly attempts: readonly Attempt[]
  readonly answer?: Answer
  /** An answer when all waiting was over: kept, and never scored. */
  readonly lateAnswerAt?: string
  readonly formOpenedAt?: string
}

export const untouchedClock: Clock = { attempts: [] }

export type ClockRefusal =
  | 'attempt-running'
  | 'no-attempt-running'
  | 'attempts-used-up'
  | 'already-answered'
  | 'time-runs-backwards'
  | 'wait-not-over'
  | 'wait-is-over'
  | 'next-attempt-same-day'
  | 'closed-day'

export type ClockStep =
  | { readonly ok: true; readonly clock: Clock }
  | { readonly ok: false; readonly refusal: ClockRefusal }

/**
 * A thumb needs time: a reply logged this long after the limit still belongs to the attempt. It gets the
 * points of its true waiting time.
 */
export const reactionTolerance = 15_000

const ms = (text: string) => Date.parse(text)
const no = (refusal: ClockRefusal): ClockStep => ({ ok: false, refusal })
const yes = (clock: Clock): ClockStep => ({ ok: true, clock })

export function lastAttempt(clock: Clock): Attempt | undefined {
  return clock.attempts.at(-1)
}

export function isRunning(clock: Clock): boolean {
  const last = lastAttempt(clock)
  return last !== undefined && last.endedAt === undefined && clock.answer === undefined
}

export function attemptsUsedUp(clock: Clock, protocol: AttemptProtocol): boolean {
  return clock.attempts.length >= protocol.attempts
}

/** Nobody answered in any of the attempts, and all of them are over. */
export function isUnanswered(clock: Clock, protocol: AttemptProtocol): boolean {
  return clock.answer === undefined && !isRunning(clock) && attemptsUsedUp(clock, protocol)
}

/** An attempt whose wait is over at `at` has ended by itself, whether or not a button was pressed. */
export function settleClock(clock: Clock, protocol: AttemptProtocol, at: number): Clock {
  const last = lastAttempt(clock)
  if (!last || !isRunning(clock)) return clock
  const limit = attemptLimit(protocol, new Date(last.startedAt))
  const tolerance = protocol.unit === 'minutes' ? reactionTolerance : -1
  return at > limit.getTime() + tolerance ? endLastAttempt(clock, { endedAt: limit.toISOString() }) : clock
}

/**
 * The clock after one more event, or why it cannot have happened.
 *
 * @example stepClock(untouchedClock, attemptStarted at 09:00, phone) // one attempt, running
 */
export function stepClock(before: Clock, event: LogEvent, method: ClockMethod): ClockStep {
  if (ms(event.at) < lastInstant(before)) return no('time-runs-backwards')
  const clock = settleClock(before, method.protocol, ms(event.at))
  switch (event.kind) {
    case 'attemptStarted':
      return startAttempt(clock, event, method)
    case 'automaticReply':
      return logAutomaticReply(clock, event)
    case 'humanReply':
      return logHumanReply(clock, event, method.protocol)
    case 'gaveUp':
      return giveUp(clock, event, method.protocol)
    case 'attemptEnded':
      return isRunning(clock)
        ? yes(endLastAttempt(clock, { endedAt: event.at, cutShort: event.reason ?? 'technical' }))
        : no('no-attempt-running')
    case 'formOpened':
      return yes(clock.formOpenedAt === undefined ? { ...clock, formOpenedAt: event.at } : clock)
    default:
      return yes(clock)
  }
}

function startAttempt(clock: Clock, event: LogEvent, method: ClockMethod): ClockStep {
  if (clock.answer) return no('already-answered')
  if (isRunning(clock)) return no('attempt-running')
  if (attemptsUsedUp(clock, method.protocol)) return no('attempts-used-up')
  const date = toLocal(new Date(event.at)).date
  const previous = lastAttempt(clock)
  if (previous && date < nextAttemptDay(toLocal(new Date(previous.startedAt)).date, []))
    return no(isSameDay(previous.startedAt, event.at) ? 'next-attempt-same-day' : 'closed-day')
  if (!isFieldworkDay(date, method.closedDays)) return no('closed-day')
  return yes({ ...clock, attempts: [...clock.attempts, { startedAt: event.at }] })
}

function isSameDay(a: string, b: string): boolean {
  return toLocal(new Date(a)).date === toLocal(new Date(b)).date
}

function logAutomaticReply(clock: Clock, event: LogEvent): ClockStep {
  const last = lastAttempt(clock)
  if (!last || !isRunning(clock)) return no('no-attempt-running')
  if (last.automaticReplyAt !== undefined) return yes(clock)
  return yes(replaceLast(clock, { ...last, automaticReplyAt: event.at }))
}

function logHumanReply(clock: Clock, event: LogEvent, protocol: AttemptProtocol): ClockStep {
  if (clock.answer || clock.lateAnswerAt) return no('already-answered')
  const last = lastAttempt(clock)
  if (!last) return no('no-attempt-running')
  const answer = { at: event.at, attempt: clock.attempts.length, typed: event.typed ?? false }
  if (isRunning(clock) || foundLater(last, event, protocol))
    return yes({ ...clock, answer: { ...answer, between: false } })
  if (attemptsUsedUp(clock, protocol)) return yes({ ...clock, lateAnswerAt: event.at })
  if (threadStaysOpen(protocol)) return yes({ ...clock, answer: { ...answer, between: true } })
  return no('wait-is-over')
}

/**
 * A reply that came in time and is logged after the attempt was over: a written one from a full junk folder, or a
 * conversation in which nobody thought of the clock. Its time is typed, and the reviewer sees that.
 */
function foundLater(last: Attempt, event: LogEvent, protocol: AttemptProtocol): boolean {
  const written = protocol.unit === 'workingDays' || threadStaysOpen(protocol)
  return (
    (written || event.typed === true) &&
    !last.cutShort &&
    last.endedAt !== undefined &&
    ms(event.at) < ms(last.endedAt)
  )
}

function threadStaysOpen(protocol: AttemptProtocol): boolean {
  return protocol.unit === 'minutes' && protocol.openBetweenAttempts
}

function giveUp(clock: Clock, event: LogEvent, protocol: AttemptProtocol): ClockStep {
  const last = lastAttempt(clock)
  if (!last) return no('no-attempt-running')
  const limit = attemptLimit(protocol, new Date(last.startedAt))
  if (!isRunning(clock)) {
    // The attempt ended by itself at its limit; pressing the button afterwards only confirms it.
    return last.endedAt === limit.toISOString() && !clock.answer ? yes(clock) : no('no-attempt-running')
  }
  if (ms(event.at) < limit.getTime()) return no('wait-not-over')
  return yes(endLastAttempt(clock, { endedAt: limit.toISOString() }))
}

function endLastAttempt(clock: Clock, end: Pick<Attempt, 'endedAt' | 'cutShort'>): Clock {
  const last = lastAttempt(clock)
  return last ? replaceLast(clock, { ...last, ...end }) : clock
}

function replaceLast(clock: Clock, attempt: Attempt): Clock {
  return { ...clock, attempts: [...clock.attempts.slice(0, -1), attempt] }
}

function lastInstant(clock: Clock): number {
  const last = lastAttempt(clock)
  if (!last) return Number.NEGATIVE_INFINITY
  return Math.max(ms(last.startedAt), last.automaticReplyAt ? ms(last.automaticReplyAt) : 0)
}
