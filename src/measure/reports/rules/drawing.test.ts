import fc from 'fast-check'
import { expect, test } from 'vitest'
import { axisOf, estimateMarks, roundDomain, shareMarks, stepSpans } from './drawing.ts'

test('a domain is round, holds its values and keeps within its limits', () => {
  expect(roundDomain([63, 71.4, 88], [0, 100])).toEqual([60, 90])
  expect(roundDomain([99, 100], [0, 100])).toEqual([70, 100])
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1 }), (values) => {
      const [low, high] = roundDomain(values, [0, 100])
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(100)
      expect(low).toBeLessThanOrEqual(Math.min(...values))
      expect(high).toBeGreaterThanOrEqual(Math.max(...values))
    }),
  )
})

test('an axis has few and round marks', () => {
  expect(axisOf([60, 90], String).map(({ label }) => label)).toEqual(['60', '70', '80', '90'])
  expect(axisOf([0, 100], String).map(({ label }) => label)).toEqual(['0', '25', '50', '75', '100'])
})

test('a figure that cannot be known draws no point', () => {
  expect(estimateMarks({ value: null, interval: null }, [0, 100])).toEqual([])
  expect(estimateMarks({ value: 50, interval: [40, 60], beside: 55 }, [0, 100])).toHaveLength(3)
})

test('shares fill the width, and a narrow one carries no figure', () => {
  const marks = shareMarks([
    { count: 24, tone: 'best' },
    { count: 1, tone: 'low' },
    { count: 0, tone: 'fair' },
  ])
  expect(marks).toEqual([
    { kind: 'bar', from: 0, to: 0.96, tone: 'best', label: '24' },
    { kind: 'bar', from: 0.96, to: 1, tone: 'low' },
  ])
})

test('steps begin where the one before ended', () => {
  const steps = [
    { value: 70, kind: 'level' },
    { value: 5, kind: 'step' },
    { value: -2, kind: 'step' },
    { value: 73, kind: 'level' },
  ] as const
  expect(stepSpans(steps, 0)).toEqual([
    [0, 70],
    [70, 75],
    [75, 73],
    [0, 73],
  ])
})
