import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adjustedRand, matchedShare, normalisedInformation } from './agreement.ts'

// The example of scikit-learn's documentation of both measures.
test('[0 0 1 1] against [0 0 1 2]: NMI 0.8, ARI 0.57, and three of four paired', () => {
  expect(normalisedInformation([0, 0, 1, 1], [0, 0, 1, 2])).toBeCloseTo(0.8, 12)
  expect(adjustedRand([0, 0, 1, 1], [0, 0, 1, 2])).toBeCloseTo(0.5714285714, 9)
  expect(matchedShare([0, 0, 1, 1], [0, 0, 1, 2])).toBe(0.75)
})

test('the best pairing is not the greedy one', () => {
  // a with x shares 3, a with y 2, b with x 2: 2 + 2 beats 3 + 0.
  const truth = ['a', 'a', 'a', 'a', 'a', 'b', 'b']
  expect(matchedShare(truth, ['x', 'x', 'x', 'y', 'y', 'x', 'x'])).toBeCloseTo(4 / 7, 12)
})

const groups = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 2, maxLength: 40 })

test('names play no part, order of the two neither, and a grouping agrees wholly with itself', () => {
  fc.assert(
    fc.property(groups, fc.integer(), (a, shift) => {
      const b = a.map((_, at) => (a[(at * 7 + Math.abs(shift % 11)) % a.length]! + 3) % 6)
      for (const measure of [normalisedInformation, adjustedRand, matchedShare]) {
        expect(
          measure(
            a,
            a.map((value) => `t${5 - value}`),
          ),
        ).toBeCloseTo(1, 9)
        expect(measure(a, b)).toBeCloseTo(measure(b, a), 9)
        expect(measure(a, b)).toBeLessThanOrEqual(1 + 1e-9)
      }
    }),
    { numRuns: 60 },
  )
})
