import { expect, test } from 'vitest'
import { clusteredDifference } from './clustered-difference.ts'

const counts = (good: number, goodOf: number, rest: number, restOf: number) => ({
  good,
  goodOf,
  rest,
  restOf,
})

test('two participants with 4 of 4 against 2 of 4 and 0 of 4: 0.75, and an interval from what differs between them', () => {
  const found = clusteredDifference([counts(4, 4, 2, 4), counts(4, 4, 0, 4)], 0.95)!
  expect(found).toMatchObject({ good: 8, goodOf: 8, rest: 2, restOf: 8, difference: 0.75 })
  // Each lies 1/8 from the mean, so the error is √(2 · (1/8)² · 2) = 0.25, and t with one degree of freedom 12.7.
  expect(found.interval).toEqual([-1, 1])
  expect(found.probability).toBeCloseTo(0.2048, 4)
})

test('with participants of one contact in one group each it is the textbook error of two shares', () => {
  const people = [1, 1, 1, 0, 1, 1, 0, 1].map((hit) => counts(hit, 1, 0, 0))
  const others = [0, 0, 1, 0, 1, 0, 0, 0].map((hit) => counts(0, 0, hit, 1))
  const { difference, interval } = clusteredDifference([...people, ...others], 0.95)!
  const error = Math.sqrt(((0.75 * 0.25) / 8 + (0.25 * 0.75) / 8) * (16 / 15))
  expect(difference).toBe(0.5)
  expect((interval![1] - interval![0]) / 2).toBeCloseTo(2.1314 * error, 3)
})

test('an empty group has no difference, and one participant alone no interval', () => {
  expect(clusteredDifference([counts(0, 0, 2, 4)], 0.95)).toBeUndefined()
  expect(clusteredDifference([counts(2, 4, 2, 4)], 0.95)).toMatchObject({ interval: null, probability: null })
})
