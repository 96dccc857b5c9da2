/** When an attempt is over, when an answer must have come, and when the next attempt may be made (M4). */
import { addDays, type PlainDate } from '../../../kernel/calendar.ts'
import { isWorkingDay, nthWorkingDay } from '../../../kernel/holidays.ts'
import { endOfDay, toInstant, toLocal } from '../../../kernel/zone.ts'
import type { AttemptProtocol } from '../../edition/contract.ts'

const minute = 60_000

/**
 * The instant at which waiting ends for an attempt that started at `start`; an answer before it is in time.
 * Minutes are minutes, also through a clock change. Working days end at midnight in Europe/Oslo and the
 * sending day is number one when it is a working day; only weekends and public holidays are not, because a
 * day on which the fieldwork rests is still a day on which a customer waits.
 *
 * @example attemptLimit({ unit: 'workingDays', wait: 3, attempts: 1 }, Monday 10:00) // Wednesday 24:00
 */
export function attemptLimit(protocol: AttemptProtocol, start: Date): Date {
  switch (protocol.unit) {
    case 'minutes':
      return new Date(start.getTime() + protocol.wait * minute)
    case 'workingDays':
      return endOfDay(nthWorkingDay(toLocal(start).date, protocol.wait))
  }
}

/**
 * Which working day a reply to something sent at `sent` falls on, the first being 1. A reply in a weekend or
 * on a holiday belongs to the working day that follows, as the deadline does.
 *
 * @example workingDayOf(Friday 10:00, Sunday 20:00) // 2: before the end of Monday
 */
export function workingDayOf(sent: Date, reply: Date): number {
  const sentOn = toLocal(sent).date
  let day = 1
  while (endOfDay(nthWorkingDay(sentOn, day)).getTime() <= reply.getTime()) day += 1
  return day
}

/** Whether contacts are made on a date: a working day on which the edition does not rest. */
export function isFieldworkDay(date: PlainDate, closedDays: readonly PlainDate[]): boolean {
  return isWorkingDay(date, new Set(closedDays))
}

/** The first day for another attempt after one made on `previous`: another day, and never a closed one. */
export function nextAttemptDay(previous: PlainDate, closedDays: readonly PlainDate[]): PlainDate {
  let date = addDays(previous, 1)
  while (!isFieldworkDay(date, closedDays)) date = addDays(date, 1)
  return date
}

/** The instant from which the next attempt may be made: the opening of the window on that day. */
export function nextAttemptFrom(
  previousStart: Date,
  windowFrom: string,
  closedDays: readonly PlainDate[],
): Date {
  return toInstant(nextAttemptDay(toLocal(previousStart).date, closedDays), windowFrom)
}
