import { expect, test } from 'vitest'
import { importanceOf, midranks, placesOf } from './ranks.ts'
import { surveyPhase } from './survey-phase.ts'

const items = ['a', 'b', 'c', 'd']

test('items that were not put in order share the places after the others', () => {
  expect(placesOf({ mode: 'rank', items }, { b: 1 })).toEqual([3, 1, 3, 3])
  expect(placesOf({ mode: 'rank', items }, { d: 1, a: 2 })).toEqual([2, 3.5, 3.5, 1])
})

test('the highest rating comes first, and equal ratings share their places', () => {
  expect(placesOf({ mode: 'rate', items }, { a: 7, b: 5, c: 5, d: 1 })).toEqual([1, 2.5, 2.5, 4])
  expect(midranks([1, 1, 1])).toEqual([2, 2, 2])
})

test('importance runs from 0 to 100 for places and for ratings', () => {
  expect(importanceOf('rank', 1, { items: 13, highest: 7 })).toBe(100)
  expect(importanceOf('rank', 13, { items: 13, highest: 7 })).toBe(0)
  expect(importanceOf('rate', 4, { items: 13, highest: 7 })).toBe(50)
})

test('a survey is open on its first and its last day, and closed when somebody closes it', () => {
  const dated = { opensOn: '2026-10-01', closesOn: '2026-10-21', openedAt: new Date(0), closedAt: null }
  const days = ['2026-09-30', '2026-10-01', '2026-10-21', '2026-10-22']
  expect(days.map((day) => surveyPhase(dated, day))).toEqual(['waiting', 'open', 'open', 'closed'])
  expect(surveyPhase({ ...dated, openedAt: null }, '2026-10-05')).toBe('draft')
  expect(surveyPhase({ ...dated, closedAt: new Date(0) }, '2026-10-05')).toBe('closed')
})
