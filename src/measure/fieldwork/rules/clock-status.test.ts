import { describe, expect, it } from 'vitest'
import { toInstant } from '../../../kernel/zone.ts'
import type { LogEvent } from '../contract.ts'
import { stepClock, untouchedClock } from './attempt-clock.ts'
import { clockStatus, mayTryAgain, type StatusMethod } from './clock-status.ts'
import { email, event, messenger, phone } from './log-events.fixture.ts'

const window = { from: '09:00' }

function statusOf(
  method: Omit<StatusMethod, 'window'>,
  log: readonly LogEvent[],
  date: string,
  time: string,
) {
  const clock = log.reduce((before, next) => {
    const step = stepClock(before, next, method)
    return step.ok ? step.clock : before
  }, untouchedClock)
  return clockStatus(clock, { ...method, window }, toInstant(date, time))
}

const started = event('attemptStarted', '2026-12-01 09:00:00')
const gaveUp = event('gaveUp', '2026-12-01 09:05:00')

describe('the clock shows', () => {
  it('nothing before the first attempt', () => {
    expect(statusOf(phone, [], '2026-12-01', '08:00')).toEqual({ phase: 'ready' })
  })

  it('how long a running attempt has lasted and when it is given up, also after the screen was closed', () => {
    expect(statusOf(phone, [started], '2026-12-01', '09:02:41')).toEqual({
      phase: 'running',
      attempt: 1,
      since: started.at,
      waitedMs: 161_000,
      givesUpAt: toInstant('2026-12-01', '09:05').toISOString(),
      used: 161 / 300,
    })
  })

  it('that the wait is over when nobody was there to press the button', () => {
    expect(statusOf(phone, [started], '2026-12-01', '09:20').phase).toBe('waitOver')
  })

  it('between two attempts, when the next one may be made and whether an answer still counts', () => {
    expect(statusOf(phone, [started, gaveUp], '2026-12-01', '11:00')).toEqual({
      phase: 'between',
      attempt: 1,
      nextFrom: toInstant('2026-12-02', '09:00').toISOString(),
      threadOpen: false,
    })
    const silent = event('gaveUp', '2026-12-01 09:30:00')
    expect(statusOf(messenger, [started, silent], '2026-12-01', '11:00')).toMatchObject({ threadOpen: true })
  })

  it('how long an answer took, from the start of the attempt that was answered', () => {
    const log = [
      started,
      gaveUp,
      event('attemptStarted', '2026-12-02 10:00:00'),
      event('humanReply', '2026-12-02 10:00:41'),
    ]
    expect(statusOf(phone, log, '2026-12-02', '12:00')).toMatchObject({ phase: 'answered', waitedMs: 41_000 })
  })

  it('that an e-mail is unanswered since its deadline, and the late answer beside it', () => {
    const log = [
      event('attemptStarted', '2026-11-30 10:00:00'),
      event('gaveUp', '2026-12-03 08:00:00'),
      event('humanReply', '2026-12-04 09:00:00'),
    ]
    expect(statusOf(email, log, '2026-12-05', '09:00')).toEqual({
      phase: 'unanswered',
      since: toInstant('2026-12-03', '00:00').toISOString(),
      lateAnswerAt: toInstant('2026-12-04', '09:00').toISOString(),
    })
  })
})

describe('another attempt', () => {
  it('is left after the first was given up, not while it runs and not after an answer', () => {
    const isLeft = (log: readonly LogEvent[]) =>
      mayTryAgain(
        log.reduce((clock, next) => {
          const step = stepClock(clock, next, phone)
          return step.ok ? step.clock : clock
        }, untouchedClock),
        phone.protocol,
      )
    expect(isLeft([started, gaveUp])).toBe(true)
    expect(isLeft([started])).toBe(false)
    expect(isLeft([started, event('humanReply', '2026-12-01 09:01:00')])).toBe(false)
  })
})
