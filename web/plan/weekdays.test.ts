import { expect, test } from 'vitest'
import { runsOf } from './weekdays.ts'

test('days that follow one another are one run, in whatever order they come', () => {
  expect(runsOf([])).toEqual([])
  expect(runsOf([3])).toEqual([[3, 3]])
  expect(runsOf([1, 2, 3, 4, 5])).toEqual([[1, 5]])
  expect(runsOf([7, 5, 1, 2])).toEqual([
    [1, 2],
    [5, 5],
    [7, 7],
  ])
})
