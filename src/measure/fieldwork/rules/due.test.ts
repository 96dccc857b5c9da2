import { describe, expect, it, test } from 'vitest'
import { toInstant, toLocal } from '../../../kernel/zone.ts'
import type { LogEvent } from '../contract.ts'
import type { ClockMethod } from './attempt-clock.ts'
import { foldLife } from './contact-state.ts'
import { lateThing, nextDue } from './due.ts'
import { email, event, phone } from './log-events.fixture.ts'

const planned = { date: '2026-12-01', to: '11:00' }
const assigned = event('assigned', '2026-11-20 12:00:00')
const started = event('attemptStarted', '2026-12-01 09:00:00')

function due(log: readonly LogEvent[], method: ClockMethod = phone): string | undefined {
  const at = new Date(log.at(-1)!.at)
  const instant = nextDue(foldLife(log, method), method, { at, planned })
  if (!instant) return undefined
  const { date, time } = toLocal(instant)
  return `${date} ${time.slice(0, 5)}`
}

describe('the next thing is due', () => {
  const answered = [assigned, started, event('humanReply', '2026-12-01 09:02:00')]
  const handedIn = [...answered, event('submitted', '2026-12-01 10:00:00')]
  test.each([
    ['a first attempt: at the end of its planned hours', [assigned], '2026-12-01 11:00'],
    ['an answer: when the wait is over', [assigned, started], '2026-12-01 09:05'],
    [
      'a second attempt: by the end of the next day',
      [assigned, started, event('gaveUp', '2026-12-01 09:05:00')],
      '2026-12-03 00:00',
    ],
    ['a form: by the end of the working day after', answered, '2026-12-03 00:00'],
    ['a review: within six working days', handedIn, '2026-12-09 00:00'],
    [
      'a correction: within three',
      [...handedIn, event('returned', '2026-12-04 12:00:00')],
      '2026-12-09 00:00',
    ],
    ['nothing after approval', [...handedIn, event('approved', '2026-12-04 12:00:00')], undefined],
  ])('%s', (_name, log, expected) => {
    expect(due(log)).toBe(expected)
  })

  it('an e-mail’s answer: at the end of the third working day', () => {
    expect(due([assigned, event('attemptStarted', '2026-12-04 09:00:00')], email)).toBe('2026-12-09 00:00')
  })
})

describe('late', () => {
  const now = toInstant('2026-12-01', '11:00')
  const contact = { state: 'assigned', date: '2026-12-01', to: '11:00' } as const
  it('is an attempt that was not made within its planned hours', () => {
    expect(lateThing(contact, { now, paused: false })).toBe('attempt')
    expect(lateThing(contact, { now: toInstant('2026-12-01', '10:59'), paused: false })).toBeUndefined()
  })
  it('is no attempt while the fieldwork is paused, but still a form', () => {
    expect(lateThing(contact, { now, paused: true })).toBeUndefined()
    const dueAt = toInstant('2026-12-01', '00:00')
    expect(lateThing({ ...contact, state: 'answered', dueAt }, { now, paused: true })).toBe('form')
  })
  it('is nothing that is approved or left out', () => {
    for (const state of ['approved', 'excluded', 'locked'] as const)
      expect(lateThing({ ...contact, state }, { now, paused: false })).toBeUndefined()
  })
})
