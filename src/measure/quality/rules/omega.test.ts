import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cronbachAlpha } from './items.ts'
import { fitOneFactor, omegaOf, omegaTotal } from './omega.ts'

/** Six tests of 112 people (Smith and Stanley 1983), as R ships them in `ability.cov`. */
const ability = [
  [24.641, 5.991, 33.52, 6.023, 20.755, 29.701],
  [5.991, 6.7, 18.137, 1.782, 4.936, 7.204],
  [33.52, 18.137, 149.831, 19.424, 31.43, 50.753],
  [6.023, 1.782, 19.424, 12.711, 4.757, 9.075],
  [20.755, 4.936, 31.43, 4.757, 52.604, 66.762],
  [29.701, 7.204, 50.753, 9.075, 66.762, 135.292],
]

test('one factor of the six ability tests has the loadings that R’s factanal gives', () => {
  const { loadings, uniquenesses } = fitOneFactor(ability)!
  const standard = loadings.map((loading, at) => loading / Math.sqrt(ability[at]![at]!))
  const parts = uniquenesses.map((part, at) => part / ability[at]![at]!)
  expect(standard.map((value) => value.toFixed(3))).toEqual([
    '0.682',
    '0.384',
    '0.502',
    '0.300',
    '0.877',
    '0.849',
  ])
  expect(parts.map((value) => value.toFixed(3))).toEqual([
    '0.535',
    '0.853',
    '0.748',
    '0.910',
    '0.232',
    '0.280',
  ])
})

test('omega of given loadings is the share of the sum that the factor accounts for', () => {
  expect(omegaTotal({ loadings: [0.8, 0.7, 0.6], uniquenesses: [0.36, 0.51, 0.64] })).toBeCloseTo(
    4.41 / 5.92,
    12,
  )
})

test('covariances that follow from one factor give it back, whatever it is', () => {
  const question = fc.record({
    loading: fc.double({ min: 0.3, max: 0.9, noNaN: true }),
    scale: fc.double({ min: 0.5, max: 20, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(question, { minLength: 3, maxLength: 8 }), (questions) => {
      const covariances = questions.map((one, at) =>
        questions.map((other, beside) =>
          at === beside ? one.scale ** 2 : one.loading * other.loading * one.scale * other.scale,
        ),
      )
      const expected = {
        loadings: questions.map(({ loading, scale }) => loading * scale),
        uniquenesses: questions.map(({ loading, scale }) => (1 - loading ** 2) * scale ** 2),
      }
      expect(omegaOf(covariances)).toBeCloseTo(omegaTotal(expected), 6)
    }),
  )
})

test('where all questions go with the factor alike, omega is alpha', () => {
  const covariances = [0, 1, 2, 3].map((one) => [0, 1, 2, 3].map((other) => (one === other ? 1 : 0.4)))
  // Spearman–Brown: 4 × 0.4 ÷ (1 + 3 × 0.4).
  expect(omegaOf(covariances)).toBeCloseTo(1.6 / 2.2, 6)
})

test('two questions determine no factor, nor does one without spread', () => {
  expect(
    omegaOf([
      [1, 0.5],
      [0.5, 1],
    ]),
  ).toBeNull()
  expect(
    omegaOf([
      [1, 0.5, 0],
      [0.5, 1, 0],
      [0, 0, 0],
    ]),
  ).toBeNull()
  expect(omegaOf(undefined)).toBeNull()
  expect(
    cronbachAlpha([
      [1, 2],
      [2, 3],
    ]),
  ).toBeCloseTo(1, 12)
})
