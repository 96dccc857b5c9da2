import { expect, test } from 'vitest'
import type { ClockEvent } from '../contract.ts'
import { clockOffset, correctedEvent, correctTimes, offsetThatMatters } from './phone-clock.ts'
import { addEvent, keepForm, noWork } from './unsent-work.ts'

const started: ClockEvent = {
  eventId: 'start',
  kind: 'attemptStarted',
  at: '2026-11-02T09:00:00.000Z',
}

test('a phone that is two minutes slow gets two minutes', () => {
  expect(clockOffset({ sentAt: 0, receivedAt: 200, serverAt: 120_000 })).toBe(120_400)
})

test('less than a minute is left alone', () => {
  expect(offsetThatMatters(59_000)).toBe(0)
  expect(offsetThatMatters(-61_000)).toBe(-61_000)
  expect(offsetThatMatters(undefined)).toBe(0)
})

test('what a phone ten minutes fast logged without a network is corrected once, and says so', () => {
  const work = addEvent(noWork, started, { madeAt: started.at })
  const corrected = correctTimes(work, -600_000)
  expect(corrected.waiting).toMatchObject([
    { compared: true, event: { at: '2026-11-02T08:50:00.000Z', clockCorrectedBy: -600 } },
  ])
  expect(correctTimes(corrected, -600_000)).toBe(corrected)
})

test('a time that was typed stays, and the deviation is told', () => {
  const typed = { ...started, typed: true }
  expect(correctedEvent(typed, -600_000)).toEqual({ ...typed, clockCorrectedBy: -600 })
})

test('a draft is corrected too, so that it is not in the future', () => {
  const form = { answers: {}, comments: {} }
  const work = keepForm(noWork, { id: 'd', form, made: { madeAt: started.at } })
  expect(correctTimes(work, -600_000).waiting).toMatchObject([{ madeAt: '2026-11-02T08:50:00.000Z' }])
})

test('a right clock changes nothing but that it is known to be right', () => {
  const work = addEvent(noWork, started, { madeAt: started.at })
  expect(correctTimes(work, 400).waiting).toEqual([{ ...work.waiting[0], compared: true }])
})
