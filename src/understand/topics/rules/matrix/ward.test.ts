import fc from 'fast-check'
import { expect, test } from 'vitest'
import { denseRows } from './dense.ts'
import { cutTree, wardTree } from './ward.ts'

const line = (points: readonly number[]) => denseRows(points.map((point) => [point]))

test('0, 1 and 10 on a line: 0 and 1 join for 1/2, then their middle and 10 for 2/3 · 9.5²', () => {
  const tree = wardTree(line([0, 1, 10]), [1, 1, 1])
  expect([...tree.cost]).toEqual([expect.closeTo(0.5, 9), expect.closeTo((2 / 3) * 9.5 ** 2, 9)])
  expect([...cutTree(tree, 2)]).toEqual([0, 0, 1])
  expect([...cutTree(tree, 3)]).toEqual([0, 1, 2])
  expect([...cutTree(tree, 1)]).toEqual([0, 0, 0])
})

test('a point of weight w counts as w points: 0 (3×) and 1 join for 3/4', () => {
  expect(wardTree(line([0, 1]), [3, 1]).cost[0]).toBeCloseTo(0.75, 9)
})

test('leaves of one confirmed group join first, those of two never', () => {
  const bound = Int32Array.of(0, -1, 1, 0)
  const tree = wardTree(line([0, 1, 2, 50]), [1, 1, 1, 1], { bound })
  const [first, , third, last] = cutTree(tree, 1)
  expect(first).toBe(last)
  expect(first).not.toBe(third)
})

test('leaves without weight take no part', () => {
  const tree = wardTree(line([0, 5, 1]), [1, 0, 1])
  expect(tree).toMatchObject({ leaves: 3, used: 2 })
  const [first, , third] = cutTree(tree, 1)
  expect(first).toBe(third)
})

test('costs never descend, add up to the whole sum of squares, and every cut is finer than the next', () => {
  const points = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 2, maxLength: 40 })
  fc.assert(
    fc.property(points, (values) => {
      const tree = wardTree(line(values), new Array(values.length).fill(1))
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
      expect(tree.cost.reduce((sum, cost) => sum + cost, 0)).toBeCloseTo(squares, 4)
      for (let merge = 1; merge < tree.cost.length; merge++)
        expect(tree.cost[merge]).toBeGreaterThanOrEqual(tree.cost[merge - 1]!)
      for (let groups = 1; groups < values.length; groups++) {
        const [coarse, finer] = [cutTree(tree, groups), cutTree(tree, groups + 1)]
        expect(new Set(coarse).size).toBe(groups)
        const within = new Map<number, number>()
        for (const [leaf, group] of finer.entries()) {
          expect(within.get(group) ?? coarse[leaf]).toBe(coarse[leaf])
          within.set(group, coarse[leaf]!)
        }
      }
    }),
    { numRuns: 60 },
  )
})
