import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ribbonsOf } from './ribbons.ts'

test('as thick as the counts, one on the other at the bar and apart outside', () => {
  const room = { top: 0, height: 104, gap: 1 }
  const { ribbons, from, thick } = ribbonsOf(
    [
      { entry: 'a', count: 3 },
      { entry: 'b', count: 0 },
      { entry: 'c', count: 1 },
    ],
    room,
  )
  expect({ from, thick }).toEqual({ from: 2, thick: 100 })
  expect(ribbons.map(({ entry, thick: own }) => [entry, own])).toEqual([
    ['a', 75],
    ['c', 25],
  ])
  expect(ribbons[1]!.inner).toBe(ribbons[0]!.inner + 75)
  expect(ribbons[1]!.outer).toBe(ribbons[0]!.outer + 76)
})

test('whatever the counts: inside the room, in order, and together as thick as the bar', () => {
  const counts = fc.array(fc.nat(1_000_000), { minLength: 5, maxLength: 5 })
  fc.assert(
    fc.property(counts, (all) => {
      const entries = all.map((count, at) => ({ entry: `${at}`, count }))
      const { ribbons, thick } = ribbonsOf(entries, { top: 34, height: 276, gap: 16 })
      if (ribbons.length === 0) return
      expect(ribbons.reduce((sum, ribbon) => sum + ribbon.thick, 0)).toBeCloseTo(thick, 6)
      expect(ribbons[0]!.outer).toBeGreaterThanOrEqual(34 - 1e-9)
      const last = ribbons.at(-1)!
      expect(last.outer + last.thick).toBeLessThanOrEqual(34 + 276 + 1e-9)
    }),
    { numRuns: 100 },
  )
})
