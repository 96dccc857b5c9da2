import { describe, expect, it, test } from 'vitest'
import type { QuestionMethod } from '../../edition/contract.ts'
import type { LogEvent } from '../contract.ts'
import { type ClockMethod, stepClock, untouchedClock } from './attempt-clock.ts'
import { clockAnswers } from './clock-answers.ts'
import { email, event, messenger, phone } from './log-events.fixture.ts'

const say = (text: string) => ({ nb: text, nn: text, en: text })
const options = (...ids: string[]) => ids.map((id) => ({ id, label: say(id), points: 0 }))
const base = {
  area: 'waiting',
  kind: 'category',
  text: say('?'),
  scored: true,
  notApplicable: false,
} as const

const questions: QuestionMethod[] = [
  {
    ...base,
    id: 'wait',
    channels: ['phone', 'messenger'],
    clock: { reads: 'wait', limits: [30, 60] },
    options: options('s30', 's60', 'more'),
  },
  {
    ...base,
    id: 'days',
    channels: ['email'],
    clock: { reads: 'wait', limits: [1, 2] },
    options: options('day1', 'day2', 'day3'),
  },
  {
    ...base,
    id: 'attempt',
    channels: ['phone'],
    clock: { reads: 'attempt' },
    options: options('first', 'second'),
  },
  {
    ...base,
    id: 'thread',
    channels: ['messenger'],
    clock: { reads: 'attempt', betweenAttempts: 'between' },
    options: options('first', 'between', 'second'),
  },
  { ...base, id: 'own', channels: ['phone', 'email', 'messenger'], options: options('yes', 'no') },
]

function answersOf(method: ClockMethod, channel: 'phone' | 'email' | 'messenger', log: readonly LogEvent[]) {
  const clock = log.reduce((before, next) => {
    const step = stepClock(before, next, method)
    return step.ok ? step.clock : before
  }, untouchedClock)
  return clockAnswers(questions, channel, clock)
}

const started = event('attemptStarted', '2026-12-01 09:00:00')
const again = event('attemptStarted', '2026-12-02 09:00:00')

describe('a call’s wait and attempt', () => {
  test.each([
    ['2026-12-01 09:00:30', { wait: 's30', attempt: 'first' }],
    ['2026-12-01 09:00:31', { wait: 's60', attempt: 'first' }],
    ['2026-12-01 09:04:59', { wait: 'more', attempt: 'first' }],
  ])('answered %s: %j', (when, expected) => {
    expect(answersOf(phone, 'phone', [started, event('humanReply', when)])).toEqual(expected)
  })

  it('are counted from the second attempt when that one was answered', () => {
    const log = [started, again, event('humanReply', '2026-12-02 09:00:41')]
    expect(answersOf(phone, 'phone', log)).toEqual({ wait: 's60', attempt: 'second' })
  })

  it('are nothing when nobody answered', () => {
    expect(answersOf(phone, 'phone', [started, event('gaveUp', '2026-12-01 09:05:00')])).toEqual({})
  })
})

describe('a thread’s attempt', () => {
  test.each([
    [[started, event('humanReply', '2026-12-01 09:00:20')], { wait: 's30', thread: 'first' }],
    [[started, event('humanReply', '2026-12-01 12:00:00')], { wait: 'more', thread: 'between' }],
    [[started, again, event('humanReply', '2026-12-02 09:00:20')], { wait: 's30', thread: 'second' }],
  ])('%#', (log, expected) => {
    expect(answersOf(messenger, 'messenger', log)).toEqual(expected)
  })
})

test.each([
  ['2026-12-04 15:00:00', 'day1'],
  ['2026-12-06 15:00:00', 'day2'],
  ['2026-12-07 08:00:00', 'day2'],
  ['2026-12-08 23:59:00', 'day3'],
])('an e-mail sent on a Friday and answered %s waited until working day %s', (when, expected) => {
  const sent = event('attemptStarted', '2026-12-04 10:00:00')
  expect(answersOf(email, 'email', [sent, event('humanReply', when)])).toEqual({ days: expected })
})
