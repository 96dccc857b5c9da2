import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choiceSets, setVersions } from './choice-sets.ts'

type Sets = readonly (readonly number[])[]

/** The least and the most often that an item, and that a pair, is shown. */
function spread(items: number, sets: Sets) {
  const shown = Array.from({ length: items }, (_, item) => sets.filter((set) => set.includes(item)).length)
  const pairs = shown.flatMap((_, one) =>
    shown
      .slice(one + 1)
      .map((_, next) => sets.filter((set) => set.includes(one) && set.includes(one + 1 + next)).length),
  )
  return { shown: ends(shown), pairs: ends(pairs) }
}
const ends = (values: readonly number[]) => [Math.min(...values), Math.max(...values)]

test.each([
  ['the Fano plane', { items: 7, size: 3, count: 7 }, 3, 1],
  ['the affine plane of order 3', { items: 9, size: 3, count: 12 }, 4, 1],
] as const)('where a balanced design exists it is found: %s', (_, plan, times, together) => {
  for (const sets of choiceSets({ ...plan, seed: 'edition' }))
    expect(spread(plan.items, sets)).toEqual({ shown: [times, times], pairs: [together, together] })
})

test('14 items in 11 sets of 4: no pair twice for anybody, and all pairs about as often over all versions', () => {
  const versions = choiceSets({ items: 14, size: 4, count: 11, seed: 'edition' })
  for (const sets of versions) expect(spread(14, sets)).toEqual({ shown: [3, 4], pairs: [0, 1] })
  const { pairs } = spread(14, versions.flat())
  expect(pairs[1]! - pairs[0]!).toBeLessThanOrEqual(4)
})

const plans = fc
  .record({ items: fc.integer({ min: 3, max: 20 }), size: fc.integer({ min: 3, max: 5 }) })
  .map(({ items, size }) => ({ items, size: Math.min(items, size) }))
  .chain((plan) =>
    fc.record({
      count: fc.integer({ min: Math.ceil(plan.items / plan.size), max: 12 }),
      seed: fc.string({ maxLength: 5 }),
      items: fc.constant(plan.items),
      size: fc.constant(plan.size),
    }),
  )

test('whatever the plan: nothing twice in a set, items as often as each other give or take one, and places too', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const versions = choiceSets(plan)
      expect(versions).toHaveLength(setVersions)
      for (const sets of versions) {
        expect(sets.map((set) => new Set(set).size)).toEqual(sets.map(() => plan.size))
        const [least, most] = spread(plan.items, sets).shown
        expect(most! - least!).toBeLessThanOrEqual(1)
        expect(least).toBeGreaterThan(0)
      }
      const first = Array.from({ length: plan.items }, (_, item) => {
        const own = versions.flat().filter((set) => set.includes(item))
        return own.filter((set) => set[0] === item).length / own.length
      })
      expect(Math.max(...first)).toBeLessThan(0.75)
      expect(choiceSets(plan)).toEqual(versions)
    }),
    { numRuns: 15 },
  )
})
