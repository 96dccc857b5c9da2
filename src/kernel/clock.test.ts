import { expect, test } from 'vitest'
import { clockOf, minutesOf } from './clock.ts'

test('every minute of a day goes to the clock and back, midnight at its end too', () => {
  for (let minute = 0; minute <= 1440; minute++) expect(minutesOf(clockOf(minute))).toBe(minute)
  expect(clockOf(495)).toBe('08:15')
  expect(minutesOf('08:15:00')).toBe(495)
})
