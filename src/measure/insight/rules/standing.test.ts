import { expect, test } from 'vitest'
import { standing } from './standing.ts'
import { studentTail } from './student-tail.ts'

test('of the fifteen values of Benjamini and Hochberg four stand at 0.05', () => {
  const published = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ]
  expect(standing(published, 0.05).filter(Boolean)).toHaveLength(4)
  expect(standing([...published].reverse(), 0.05).findIndex(Boolean)).toBe(11)
})

test('what cannot be tested does not stand and counts as no test', () => {
  expect(standing([null, 0.04, null], 0.05)).toEqual([false, true, false])
  expect(standing([], 0.05)).toEqual([])
})

test('the tail of Student’s t agrees with the printed table', () => {
  const table = [
    [1, 12.706],
    [2, 4.303],
    [3, 3.182],
    [5, 2.571],
    [10, 2.228],
    [39, 2.0227],
  ] as const
  for (const [freedom, t] of table) {
    expect(studentTail(t, freedom)).toBeCloseTo(0.05, 4)
    expect(studentTail(-t, freedom)).toBe(studentTail(t, freedom))
  }
  expect(studentTail(0, 7)).toBe(1)
})
