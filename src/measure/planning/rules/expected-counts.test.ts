import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectedCounts } from './expected-counts.ts'

test('with nothing done it is the key', () => {
  expect(expectedCounts([11, 8, 6], [0, 0, 0])).toEqual([11, 8, 6])
  expect(expectedCounts([11, 8, 6], [5, 8, 0])).toEqual([11, 8, 6])
})

test('what was done on a channel that is gone is taken from the others in proportion', () => {
  expect(expectedCounts([15, 10, 0], [4, 3, 5])).toEqual([12, 8, 5])
})

test('the total stays, and nothing that is done is undone', () => {
  const three = fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 0, max: 20 })))
  fc.assert(
    fc.property(three, three, (key, done) => {
      const expected = expectedCounts(key, done)
      const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
      expect(sum(expected)).toBe(Math.max(sum(key), sum(done)))
      expected.forEach((count, channel) => {
        expect(count).toBeGreaterThanOrEqual(done[channel]!)
      })
    }),
  )
})
