import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countOccurrences } from './occurrences.ts'

test('the first time is one, the next time two, and another thing begins anew', () => {
  const occurrences = countOccurrences()
  expect(occurrences.count({ high: 1, low: 2 })).toBe(1)
  expect(occurrences.count({ high: 1, low: 2 })).toBe(2)
  expect(occurrences.count({ high: 2, low: 1 })).toBe(1)
  expect(occurrences.size()).toBe(2)
})

test('it counts as a Map does, however it has to grow', () => {
  const word = fc.integer({ min: 0, max: 0xffffffff })
  const few = fc.integer({ min: 0, max: 5 })
  const things = fc.array(fc.record({ high: fc.oneof(word, few), low: fc.oneof(word, few) }), {
    maxLength: 400,
  })
  fc.assert(
    fc.property(things, (met) => {
      const occurrences = countOccurrences(4)
      const map = new Map<string, number>()
      for (const thing of met) {
        const key = `${thing.high} ${thing.low}`
        map.set(key, (map.get(key) ?? 0) + 1)
        expect(occurrences.count(thing)).toBe(map.get(key))
      }
      expect(occurrences.size()).toBe(map.size)
    }),
  )
})
