import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rank, rankRanges } from './rank.ts'

const places = (...values: (number | null)[]) => rank(values.map((value) => ({ value })))

test('equal scores share the place and the next place is skipped; no score, no place', () => {
  expect(places(90, 80, 90, null)).toEqual([1, 3, 1, null])
})

test('unrounded scores rank: 80.04 is before 80.03', () => {
  expect(places(80.03, 80.04)).toEqual([2, 1])
})

test('scores that differ by the noise of their sums only are equal', () => {
  expect(places(0.1 + 0.2, 0.3)).toEqual([1, 1])
})

test('by the edition’s rule, equal totals are told apart by the answered score or by fewer unanswered', () => {
  const entries = [
    { value: 80, answeredScore: 85, unanswered: 1 },
    { value: 80, answeredScore: 90, unanswered: 3 },
    { value: 80, answeredScore: 85, unanswered: 1 },
  ]
  expect(rank(entries, 'answeredScore')).toEqual([2, 1, 2])
  expect(rank(entries, 'unansweredFirst')).toEqual([1, 3, 1])
  expect(rank(entries, 'shared')).toEqual([1, 1, 1])
})

test('a place is one more than the number of better ones', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 })), (values) => {
      const better = values.map((value) => values.filter((other) => other > value).length + 1)
      expect(places(...values)).toEqual(better)
    }),
  )
})

test('a rank range holds the middle 95 % of the resampled places', () => {
  const copies = 1000
  const always = Float64Array.from({ length: copies }, () => 90)
  const coin = Float64Array.from({ length: copies }, (_, copy) => (copy % 2 ? 80 : 60))
  const middle = Float64Array.from({ length: copies }, () => 70)
  expect(rankRanges([always, coin, middle], [1, 2, 3], 0.95)).toEqual([
    [1, 1],
    [2, 3],
    [2, 3],
  ])
})

test('a rank range holds the place itself, and whoever has no place has no range', () => {
  const low = Float64Array.of(10, 10, 10)
  const high = Float64Array.of(20, 20, 20)
  const none = new Float64Array(0)
  expect(rankRanges([low, high, none], [1, 2, null], 0.95)).toEqual([[1, 2], [1, 2], null])
})
