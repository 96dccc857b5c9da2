import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spreadLabels } from './spread-labels.ts'

test('names with room stay, and two at the same place part by half the gap each', () => {
  expect(spreadLabels([0, 40], 16)).toEqual([0, 0])
  expect(spreadLabels([10, 10], 16)).toEqual([-8, 8])
  expect(spreadLabels([30, 10, 11], 16)).toEqual([3, -9, 6])
  expect(spreadLabels([], 16)).toEqual([])
})

test('none covers another, none passes another, and together they stay where they were', () => {
  const places = fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(places, fc.integer({ min: 1, max: 30 }), (wanted, gap) => {
      const moves = spreadLabels(wanted, gap)
      const order = wanted.map((_, at) => at).toSorted((a, b) => wanted[a]! - wanted[b]!)
      const settled = order.map((at) => wanted[at]! + moves[at]!)
      for (const [rank, place] of settled.entries())
        if (rank > 0) expect(place - settled[rank - 1]!).toBeGreaterThan(gap - 1e-6)
      expect(moves.reduce((sum, move) => sum + move, 0)).toBeCloseTo(0, 6)
    }),
  )
})
