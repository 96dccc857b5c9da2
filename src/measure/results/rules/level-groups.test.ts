import { expect, test } from 'vitest'
import { levelGroups } from './level-groups.ts'

const list = (...values: number[]) => values.map((value) => ({ value, standardError: 2 }))

test('of 90, 85 and 80 the first two are level and the last two, but not the first and the last', () => {
  expect(levelGroups(list(90, 85, 80), 2)).toEqual([
    { from: 0, to: 1 },
    { from: 1, to: 2 },
  ])
})

test('who stands apart is alone, and who is all level is one group', () => {
  expect(levelGroups(list(90, 50), 2)).toEqual([
    { from: 0, to: 0 },
    { from: 1, to: 1 },
  ])
  expect(levelGroups(list(90, 89, 88), 2)).toEqual([{ from: 0, to: 2 }])
  expect(levelGroups([], 2)).toEqual([])
})

test('whoever has no standard error is told apart from nobody', () => {
  const unknown = { value: 70, standardError: null }
  const [high, low] = list(90, 50)
  expect(levelGroups([high!, unknown, low!], 2)).toEqual([
    { from: 0, to: 1 },
    { from: 1, to: 2 },
  ])
})
