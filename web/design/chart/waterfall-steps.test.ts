import fc from 'fast-check'
import { expect, test } from 'vitest'
import { waterfallSteps } from './waterfall-steps.ts'

test('each part starts where the one before ended', () => {
  const steps = waterfallSteps(88, [
    { name: 'Ubesvart', value: -6 },
    { name: 'Velkomst', value: 1 },
  ])
  expect(steps.map(({ from, to }) => [from, to])).toEqual([
    [88, 82],
    [82, 83],
  ])
})

test('the last part ends at the start plus the sum of all parts', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1 }),
      (start, values) => {
        const steps = waterfallSteps(
          start,
          values.map((value, at) => ({ name: String(at), value })),
        )
        expect(steps.at(-1)?.to).toBe(values.reduce((sum, value) => sum + value, start))
      },
    ),
  )
})
