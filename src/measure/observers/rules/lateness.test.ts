import { expect, test } from 'vitest'
import { toInstant } from '../../../kernel/zone.ts'
import { wasLate } from './lateness.ts'

const monday = '2026-11-02'
const at = (date: string, time = '10:00') => toInstant(date, time)
const contact = { date: monday, firstAttemptAt: at(monday), endedAt: at(monday), handedInAt: at(monday) }

test('a form on the second working day is in time, on the third it is late', () => {
  expect(wasLate({ ...contact, handedInAt: at('2026-11-03', '23:30') })).toBe(false)
  expect(wasLate({ ...contact, handedInAt: at('2026-11-04', '00:10') })).toBe(true)
  const friday = at('2026-11-06')
  expect(wasLate({ ...contact, endedAt: friday, handedInAt: at('2026-11-09') })).toBe(false)
})

test('an attempt on another day than the planned one is late, an early one is not', () => {
  expect(wasLate({ ...contact, firstAttemptAt: at('2026-11-03') })).toBe(true)
  expect(wasLate({ ...contact, firstAttemptAt: at('2026-10-30') })).toBe(false)
})
