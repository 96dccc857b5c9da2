import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomInteger, seededRandom } from '../../../kernel/random.ts'
import { alphaInterval, krippendorffAlpha, metrics } from './krippendorff.ts'

/** Four coders, twelve units (Krippendorff 2011, section C); a dot is a unit that the coder did not code. */
const published = [
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
].map((row) => row.split(' '))
const publishedUnits = Array.from({ length: 12 }, (_, unit) =>
  published.flatMap((coder) => (coder[unit] === '.' ? [] : [Number(coder[unit])])),
)

describe('the published matrix of four coders and twelve units', () => {
  test.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
    ['ratio', 0.797],
  ] as const)('%s: %d', (metric, alpha) => {
    expect(krippendorffAlpha(publishedUnits, metric)).toMatchObject({ units: 11 })
    expect(krippendorffAlpha(publishedUnits, metric).alpha).toBeCloseTo(alpha, 3)
  })
})

test('by hand: three of four pairs agree', () => {
  const pairs = [
    [1, 1],
    [1, 1],
    [2, 2],
    [2, 1],
  ]
  expect(krippendorffAlpha(pairs, 'nominal').alpha).toBeCloseTo(1 - 7 / 15, 12)
})

test('full agreement is 1 whatever the metric, and one value only cannot be judged', () => {
  const units = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 30 })
  fc.assert(
    fc.property(units, fc.constantFrom(...metrics), (values, metric) => {
      const { alpha } = krippendorffAlpha(
        values.map((value) => [value, value, value]),
        metric,
      )
      expect(alpha).toBe(new Set(values).size > 1 ? 1 : null)
    }),
  )
})

test('who coded what is not looked at, nor the order of the units', () => {
  const turned = publishedUnits.map((unit) => unit.toReversed()).toReversed()
  for (const metric of metrics)
    expect(krippendorffAlpha(turned, metric).alpha).toBeCloseTo(
      krippendorffAlpha(publishedUnits, metric).alpha!,
      12,
    )
})

test('codings at random have a mean of about 0', () => {
  const random = seededRandom(1)
  const alphas = Array.from({ length: 200 }, () =>
    Array.from({ length: 50 }, () => [randomInteger(random, 4), randomInteger(random, 4)]),
  ).map((units) => krippendorffAlpha(units, 'nominal').alpha!)
  expect(Math.abs(alphas.reduce((sum, alpha) => sum + alpha, 0) / 200)).toBeLessThan(0.02)
})

test('the interval holds the figure and is the same for the same draws', () => {
  const drawn = () =>
    alphaInterval(publishedUnits, 'nominal', { draws: 500, level: 0.95, random: seededRandom(1) })!
  const [low, high] = drawn()
  expect(low).toBeLessThan(0.743)
  expect(high).toBeGreaterThan(0.743)
  expect(drawn()).toEqual([low, high])
  expect(alphaInterval([[1, 2]], 'nominal', { draws: 50, level: 0.95, random: seededRandom(1) })).toBeNull()
})
