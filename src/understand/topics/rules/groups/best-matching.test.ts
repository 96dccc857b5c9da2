import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestMatching } from './best-matching.ts'

const total = (weights: number[][], matched: number[]) =>
  matched.reduce((sum, column, row) => sum + (column < 0 ? 0 : weights[row]![column]!), 0)

/** Every way to match, for small tables. */
function bestByTrying(weights: number[][], row = 0, taken = new Set<number>()): number {
  if (row === weights.length) return 0
  let best = bestByTrying(weights, row + 1, taken)
  for (const [column, weight] of weights[row]!.entries()) {
    if (taken.has(column)) continue
    best = Math.max(best, weight + bestByTrying(weights, row + 1, new Set([...taken, column])))
  }
  return best
}

test('the sum counts, not the single pair', () => {
  expect(
    bestMatching([
      [3, 2],
      [3, 0],
    ]),
  ).toEqual([1, 0])
  expect(
    bestMatching([
      [7, 5, 11],
      [5, 4, 1],
      [9, 3, 2],
    ]),
  ).toEqual([2, 1, 0])
})

test('nothing in common is no match', () => {
  expect(
    bestMatching([
      [0, 0],
      [0, 4],
    ]),
  ).toEqual([-1, 1])
  expect(bestMatching([])).toEqual([])
})

test('as good as trying every way, and no column twice', () => {
  const table = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(fc.nat(9), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    )
  fc.assert(
    fc.property(table, (weights) => {
      const matched = bestMatching(weights)
      const used = matched.filter((column) => column >= 0)
      expect(new Set(used).size).toBe(used.length)
      expect(total(weights, matched)).toBe(bestByTrying(weights))
    }),
  )
})
