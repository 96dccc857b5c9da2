/** The worked examples of docs/methods/expectations.md. */
import { expect, test } from 'vitest'
import { chiSquareTail, kendallW } from './kendall-w.ts'
import { midranks } from './ranks.ts'

test('three executives who rank six applicants hardly agree: W = 0.16 (Siegel 1956)', () => {
  const executives = [
    [1, 6, 3, 2, 5, 4],
    [1, 5, 6, 4, 2, 3],
    [6, 3, 2, 5, 4, 1],
  ]
  expect(kendallW(executives)!.w).toBeCloseTo(25.5 / 157.5, 12)
  expect(kendallW(executives)!.w).toBeCloseTo(0.16, 2)
})

test('with shared places: twenty people rated by three, as the R package irr prints it', () => {
  const ratings = [
    [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3],
    [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4],
    [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2],
  ]
  const agreement = kendallW(ratings.map(midranks))!
  expect(agreement.w).toBeCloseTo(0.54, 2)
  expect(agreement.freedom).toBe(19)
})

test('all the same is 1, and nobody telling anything apart is nothing to agree on', () => {
  const order = [1, 2, 3, 4]
  expect(kendallW([order, order, order])!.w).toBe(1)
  expect(
    kendallW([
      [2, 2, 2],
      [2, 2, 2],
    ]),
  ).toBeNull()
  expect(kendallW([order])).toBeNull()
})

test('the tail of the chi-square is the one in the tables', () => {
  expect(chiSquareTail(3.841458820694124, 1)).toBeCloseTo(0.05, 10)
  expect(chiSquareTail(30.14352720564616, 19)).toBeCloseTo(0.05, 10)
  expect(chiSquareTail(0.5, 12)).toBeCloseTo(1, 6)
  expect(chiSquareTail(0, 3)).toBe(1)
})
