import fc from 'fast-check'
import { expect, test } from 'vitest'
import { niceDomain, percentAlong } from './scale.ts'

test('an axis has round figures and ends where the scale ends', () => {
  expect(niceDomain([51.2, 93.1], { limits: [0, 100] })).toEqual({
    low: 50,
    high: 100,
    ticks: [50, 60, 70, 80, 90, 100],
  })
})

test('one value alone, or none, still has an axis', () => {
  expect(niceDomain([]).ticks.length).toBeGreaterThan(1)
  const { low, high } = niceDomain([70])
  expect(low).toBeLessThanOrEqual(70)
  expect(high).toBeGreaterThan(low)
})

test('a value in the middle of the axis stands in the middle of the chart, one outside at its edge', () => {
  expect(percentAlong(75, { low: 50, high: 100 })).toBe(50)
  expect(percentAlong(20, { low: 50, high: 100 })).toBe(0)
  expect(percentAlong(120, { low: 50, high: 100 })).toBe(100)
})

test('every value lies on the axis, and the axis is never longer than a few dozen ticks', () => {
  const value = fc.double({ min: -1e6, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(fc.array(value, { minLength: 1 }), (values) => {
      const { low, high, ticks } = niceDomain(values)
      const slack = Math.abs(high - low) * 1e-9
      for (const each of values) {
        expect(each).toBeGreaterThanOrEqual(low - slack)
        expect(each).toBeLessThanOrEqual(high + slack)
      }
      expect(ticks.length).toBeGreaterThanOrEqual(2)
      expect(ticks.length).toBeLessThan(30)
    }),
  )
})
