import { describe, expect, it } from 'vitest'
import type { LogEvent } from '../contract.ts'
import { type Clock, type ClockMethod, isUnanswered, stepClock, untouchedClock } from './attempt-clock.ts'
import { email, event, messenger, phone } from './log-events.fixture.ts'

function run(method: ClockMethod, events: readonly LogEvent[]): Clock {
  return events.reduce((clock, next) => {
    const step = stepClock(clock, next, method)
    if (!step.ok) throw new Error(step.refusal)
    return step.clock
  }, untouchedClock)
}

function refusal(method: ClockMethod, events: readonly LogEvent[]): string {
  const step = stepClock(run(method, events.slice(0, -1)), events.at(-1)!, method)
  return step.ok ? 'accepted' : step.refusal
}

const tuesday = '2026-12-01'
const wednesday = '2026-12-02'
const started = () => event('attemptStarted', `${tuesday} 09:00:00`)
const gaveUp = () => event('gaveUp', `${tuesday} 09:05:00`)

describe('a call', () => {
  it('that a person takes is answered in that attempt', () => {
    const clock = run(phone, [started(), event('humanReply', `${tuesday} 09:02:41`)])
    expect(clock.answer).toMatchObject({ attempt: 1, between: false, typed: false })
  })

  it('that only a machine takes is not answered, and the machine’s first time is kept', () => {
    const clock = run(phone, [
      started(),
      event('automaticReply', `${tuesday} 09:00:10`),
      event('automaticReply', `${tuesday} 09:01:10`),
    ])
    expect(clock.answer).toBeUndefined()
    expect(clock.attempts[0]?.automaticReplyAt).toBe('2026-12-01T08:00:10.000Z')
  })

  it('cannot be given up before five minutes are over', () => {
    expect(refusal(phone, [started(), event('gaveUp', `${tuesday} 09:04:59`)])).toBe('wait-not-over')
  })

  it('may be cut short for a reason', () => {
    const clock = run(phone, [started(), event('attemptEnded', `${tuesday} 09:01:00`, { reason: 'busy' })])
    expect(clock.attempts[0]).toMatchObject({ cutShort: 'busy', endedAt: '2026-12-01T08:01:00.000Z' })
  })

  it('that was taken within a thumb’s time of the limit is answered, later is not', () => {
    const intime = run(phone, [started(), event('humanReply', `${tuesday} 09:05:15`)])
    expect(intime.answer?.attempt).toBe(1)
    expect(refusal(phone, [started(), event('humanReply', `${tuesday} 09:05:16`)])).toBe('wait-is-over')
  })

  it('is not tried again on the same day, in the weekend or on a closed day', () => {
    const again = (when: string) => refusal(phone, [started(), gaveUp(), event('attemptStarted', when)])
    expect(again(`${tuesday} 14:00:00`)).toBe('next-attempt-same-day')
    expect(again('2026-12-05 10:00:00')).toBe('closed-day')
    expect(again('2026-12-24 10:00:00')).toBe('closed-day')
    expect(again(`${wednesday} 10:00:00`)).toBe('accepted')
  })

  it('is not begun on a public holiday', () => {
    expect(refusal(phone, [event('attemptStarted', '2026-12-25 10:00:00')])).toBe('closed-day')
  })

  it('that runs cannot be begun once more', () => {
    expect(refusal(phone, [started(), event('attemptStarted', `${tuesday} 09:03:00`)])).toBe(
      'attempt-running',
    )
  })

  it('that nobody ended is over by itself at the limit, so the next day’s attempt counts', () => {
    const clock = run(phone, [started(), event('attemptStarted', `${wednesday} 09:30:00`)])
    expect(clock.attempts).toHaveLength(2)
    expect(clock.attempts[0]?.endedAt).toBe('2026-12-01T08:05:00.000Z')
  })

  it('is unanswered after two attempts, a third is refused, and a later answer is only written down', () => {
    const log = [
      started(),
      gaveUp(),
      event('attemptStarted', `${wednesday} 09:00:00`),
      event('gaveUp', `${wednesday} 09:05:00`),
    ]
    expect(isUnanswered(run(phone, log), phone.protocol)).toBe(true)
    expect(refusal(phone, [...log, event('attemptStarted', '2026-12-03 09:00:00')])).toBe('attempts-used-up')
    const late = run(phone, [...log, event('humanReply', '2026-12-03 12:00:00')])
    expect(late.answer).toBeUndefined()
    expect(late.lateAnswerAt).toBe('2026-12-03T11:00:00.000Z')
  })

  it('has no reply before it is made', () => {
    expect(refusal(phone, [event('humanReply', `${tuesday} 09:00:00`)])).toBe('no-attempt-running')
  })

  it('is not answered before it began', () => {
    expect(refusal(phone, [started(), event('humanReply', `${tuesday} 08:59:59`)])).toBe(
      'time-runs-backwards',
    )
  })
})

describe('a messenger thread', () => {
  const first = [started(), event('gaveUp', `${tuesday} 09:30:00`)]

  it('stays open: an answer after thirty minutes and before the second attempt is one between them', () => {
    const clock = run(messenger, [...first, event('humanReply', `${tuesday} 15:10:00`)])
    expect(clock.answer).toMatchObject({ attempt: 1, between: true })
  })

  it('also when nobody pressed “give up”', () => {
    const clock = run(messenger, [started(), event('humanReply', `${tuesday} 09:45:00`)])
    expect(clock.answer?.between).toBe(true)
  })

  it('answered in the second attempt is answered there', () => {
    const clock = run(messenger, [
      ...first,
      event('attemptStarted', `${wednesday} 10:00:00`),
      event('humanReply', `${wednesday} 10:20:00`),
    ])
    expect(clock.answer).toMatchObject({ attempt: 2, between: false })
  })
})

describe('an e-mail', () => {
  const sent = () => event('attemptStarted', '2026-11-30 10:15:00')

  it('is answered on the third working day until midnight, and not after it', () => {
    const intime = run(email, [sent(), event('humanReply', '2026-12-02 23:59:59', { typed: true })])
    expect(intime.answer).toMatchObject({ attempt: 1, typed: true })
    const late = run(email, [sent(), event('humanReply', '2026-12-03 00:00:00', { typed: true })])
    expect(late.answer).toBeUndefined()
    expect(late.lateAnswerAt).toBeDefined()
  })

  it('that was given up, but had come in time to a folder nobody looked in, is answered', () => {
    const clock = run(email, [
      sent(),
      event('gaveUp', '2026-12-03 08:00:00'),
      event('humanReply', '2026-12-01 13:00:00', { typed: true }),
    ])
    expect(clock.answer?.at).toBe('2026-12-01T12:00:00.000Z')
  })

  it('is not answered by an acknowledgement', () => {
    const clock = run(email, [sent(), event('automaticReply', '2026-11-30 10:16:00')])
    expect(clock.answer).toBeUndefined()
  })
})
