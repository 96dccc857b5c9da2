/** Logs for tests: events at local times in Oslo, with ids that count upwards. */
import { toInstant } from '../../../kernel/zone.ts'
import type { EventKind, LogEvent } from '../contract.ts'
import type { ClockMethod } from './attempt-clock.ts'

let made = 0

/** @example event('attemptStarted', '2026-12-01 09:00:00') */
export function event(kind: EventKind, when: string, more: Partial<LogEvent> = {}): LogEvent {
  const [date = '', time = ''] = when.split(' ')
  made += 1
  return { eventId: `event-${made}`, kind, at: toInstant(date, time).toISOString(), ...more }
}

export const phone = {
  protocol: { unit: 'minutes', wait: 5, attempts: 2, openBetweenAttempts: false },
  closedDays: ['2026-12-24'],
} as const satisfies ClockMethod

export const messenger = {
  protocol: { unit: 'minutes', wait: 30, attempts: 2, openBetweenAttempts: true },
  closedDays: [],
} as const satisfies ClockMethod

export const email = {
  protocol: { unit: 'workingDays', wait: 3, attempts: 1 },
  closedDays: [],
} as const satisfies ClockMethod
