import { expect, test } from 'vitest'
import { partsOf } from './confirmed-parts.ts'

test('a group found in two places is two parts; a stray text goes with the largest', () => {
  const fixed = Int32Array.of(0, 0, 0, 0, 0, 0, -1, 1)
  const found = Uint32Array.of(7, 7, 7, 2, 2, 5, 7, 7)
  expect(partsOf(fixed, found)).toEqual({ part: Int32Array.of(0, 0, 0, 1, 1, 0, -1, 2), groupOf: [0, 0, 1] })
})

test('a group without texts has no part, and the others keep their number', () => {
  expect(partsOf(Int32Array.of(2, -1), Uint32Array.of(0, 0))).toEqual({
    part: Int32Array.of(0, -1),
    groupOf: [2],
  })
})
