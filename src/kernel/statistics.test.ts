import fc from 'fast-check'
import { expect, test } from 'vitest'
import { middleOf, normalQuantile, quantileInPlace, studentQuantile, wilsonInterval } from './statistics.ts'

test('a quantile lies linearly between its neighbours, as in R', () => {
  expect(quantileInPlace(Float64Array.of(4, 1, 3, 2), 0.25)).toBe(1.75)
  expect(quantileInPlace(Float64Array.of(5), 0.9)).toBe(5)
  expect(() => quantileInPlace(new Float64Array(0), 0.5)).toThrow(RangeError)
})

test('a quantile found by selection is the one found by sorting', () => {
  const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (values, probability) => {
      const sorted = Float64Array.from(values).sort()
      const position = (sorted.length - 1) * probability
      const low = sorted[Math.floor(position)]!
      const high = sorted[Math.ceil(position)]!
      const expected = low + (high - low) * (position - Math.floor(position))
      expect(quantileInPlace(Float64Array.from(values), probability)).toBeCloseTo(expected, 6)
    }),
  )
})

test('the middle of a sample is its two quantiles to the last bit, however the values lie', () => {
  expect(middleOf(Float64Array.of(4, 1, 3, 2), 0.5)).toEqual([1.75, 3.25])
  expect(() => middleOf(new Float64Array(0), 0.5)).toThrow(RangeError)
  const wide = fc.double({ noNaN: true, min: -1e308, max: 1e308 })
  const few = fc.constantFrom(0, 1, 1 / 3, 50, 100)
  const values = fc.oneof(fc.array(wide, { minLength: 1 }), fc.array(few, { minLength: 1, maxLength: 500 }))
  fc.assert(
    fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (numbers, level) => {
      const ends = [(1 - level) / 2, (1 + level) / 2].map((end) =>
        quantileInPlace(Float64Array.from(numbers), end),
      )
      expect(middleOf(Float64Array.from(numbers), level).map((end) => end + 0)).toEqual(
        ends.map((end) => end + 0),
      )
    }),
  )
})

test('normal quantiles agree with the printed table', () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 6)
  expect(normalQuantile(0.5)).toBeCloseTo(0, 9)
  expect(normalQuantile(0.001)).toBeCloseTo(-3.090232, 6)
  expect(() => normalQuantile(1)).toThrow(RangeError)
})

test("quantiles of Student's t agree with the printed table", () => {
  const table = [
    [1, 12.706],
    [2, 4.303],
    [3, 3.182],
    [4, 2.776],
    [10, 2.228],
    [24, 2.064],
    [120, 1.98],
  ] as const
  for (const [freedom, expected] of table) expect(studentQuantile(0.975, freedom)).toBeCloseTo(expected, 3)
  expect(studentQuantile(0.025, 24)).toBeCloseTo(-2.064, 3)
  expect(studentQuantile(0.55, 30)).toBeCloseTo(0.127, 3)
})

test("Wilson's interval for 1 of 10 is 0.018 to 0.404, and never leaves 0 to 1", () => {
  const [low, high] = wilsonInterval(0.1, 10, 0.95)
  expect(low).toBeCloseTo(0.0179, 4)
  expect(high).toBeCloseTo(0.4042, 4)
  expect(wilsonInterval(1, 25, 0.95)[1]).toBe(1)
  expect(wilsonInterval(1, 25, 0.95)[0]).toBeCloseTo(0.8668, 4)
})
