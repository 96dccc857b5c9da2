import { expect, test } from 'vitest'
import { findLeaders } from './finding.ts'

const placed = (...ranges: [number, number][]) =>
  ranges.map((rankRange, at) => ({ name: `P${at + 1}`, rank: at + 1, rankRange }))

test('likely places 1–3, 1–3, 1–4 and 3–6: the first leads, and two others can be best', () => {
  expect(findLeaders(placed([1, 3], [1, 3], [1, 4], [3, 6]))).toEqual({
    kind: 'open',
    first: ['P1'],
    others: 2,
  })
})

test('where the set of those that can be best is known, it tells', () => {
  const list = placed([1, 3], [1, 3], [2, 3]).map((one) => ({ ...one, canBeBest: one.rank !== 2 }))
  expect(findLeaders(list)).toEqual({ kind: 'open', first: ['P1'], others: 1 })
})

test('those who share the first place are all told', () => {
  const shared = placed([1, 2], [1, 2], [3, 3]).map((one) => ({ ...one, rank: Math.max(1, one.rank - 1) }))
  expect(findLeaders(shared)).toEqual({ kind: 'open', first: ['P1', 'P2'], others: 0 })
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

test('somebody of whom nothing is known is among those that can be best, and nobody leads for certain then', () => {
  const list = [
    { name: 'P1', rank: 1, rankRange: [1, 1] as const, canBeBest: true },
    { name: 'Ny', rank: 2, rankRange: null, canBeBest: true },
  ]
  expect(findLeaders(list)).toEqual({ kind: 'open', first: ['P1'], others: 1 })
})
