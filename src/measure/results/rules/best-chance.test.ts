import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestChances } from './best-chance.ts'

test('the chance of being best is the share of copies that it tops, and equals share a copy', () => {
  expect(bestChances([Float64Array.of(90, 80), Float64Array.of(70, 80)])).toEqual([0.75, 0.25])
})

test('the chances of a list sum to 1', () => {
  const copies = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 20, maxLength: 20 })
  fc.assert(
    fc.property(fc.array(copies, { minLength: 1, maxLength: 8 }), (lists) => {
      const chances = bestChances(lists.map((list) => Float64Array.from(list)))
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9)
    }),
  )
})
