import { expect, test } from 'vitest'
import { findLeaders } from './finding.ts'

const placed = (...ranges: [number, number][]) =>
  ranges.map((rankRange, at) => ({ name: `P${at + 1}`, rank: at + 1, rankRange }))

test('possible places 1–3, 1–3, 1–4 and 3–6: three can be best', () => {
  expect(findLeaders(placed([1, 3], [1, 3], [1, 4], [3, 6]))).toEqual({ kind: 'open', count: 3 })
})

test('where the set of those that can be best is known, it tells', () => {
  const list = placed([1, 3], [1, 3], [2, 3]).map((one) => ({ ...one, canBeBest: one.rank !== 2 }))
  expect(findLeaders(list)).toEqual({ kind: 'open', count: 2 })
})

test('one leads for certain when nobody else may have the first place', () => {
  expect(findLeaders(placed([1, 1], [2, 3], [2, 3]))).toEqual({ kind: 'sure', name: 'P1' })
})

test('without intervals it is said who is first and not how sure that is', () => {
  const unknown = placed([1, 1], [2, 2]).map((one) => ({ ...one, rankRange: null }))
  expect(findLeaders(unknown)).toEqual({ kind: 'unknown', name: 'P1' })
})

test('nobody with a place: no finding', () => {
  expect(findLeaders([{ name: 'P1', rank: null, rankRange: null }])).toEqual({ kind: 'none' })
})
