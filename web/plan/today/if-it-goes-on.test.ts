import { expect, test } from 'vitest'
import { ifItGoesOn } from './if-it-goes-on.ts'

const day = {
  soFar: 150,
  expectedSoFar: 100,
  updated: { mean: 390, lo95: 350, hi95: 430 },
  cells: [
    { planned: 100, updated: null },
    { planned: 120, updated: 130 },
    { planned: 80, updated: 110 },
  ],
}

test('what is left of the morning’s forecast comes at the level so far, beside what is expected', () => {
  expect(ifItGoesOn(day)).toEqual({ n: 300, rest: 240 })
})

test('nothing is said where it would say the same, or where there is nothing to go by or to come', () => {
  expect(ifItGoesOn({ ...day, updated: { ...day.updated, mean: 450 } })).toBeUndefined()
  expect(ifItGoesOn({ ...day, expectedSoFar: null })).toBeUndefined()
  expect(ifItGoesOn({ ...day, expectedSoFar: 0 })).toBeUndefined()
  expect(ifItGoesOn({ ...day, updated: null })).toBeUndefined()
  expect(ifItGoesOn({ ...day, cells: [day.cells[0]!] })).toBeUndefined()
})
