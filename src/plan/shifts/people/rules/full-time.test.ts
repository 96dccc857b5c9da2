import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hoursOf, percentOf } from './full-time.ts'

test('half of 37.5 hours is 50 percent, and 80 percent of them is 30 hours', () => {
  expect(percentOf({ weeklyHours: 18.75, normalHours: 40 })).toBe(50)
  expect(hoursOf(80, 40)).toBe(30)
  expect(percentOf({ weeklyHours: 35.5, normalHours: 38 })).toBe(100)
  expect(percentOf({ weeklyHours: 33.6, normalHours: 36 })).toBe(100)
})

test('whole percent come back as they went', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), fc.constantFrom(40, 38, 36), (percent, normalHours) => {
      expect(Math.round(percentOf({ weeklyHours: hoursOf(percent, normalHours), normalHours }))).toBe(percent)
    }),
  )
})
