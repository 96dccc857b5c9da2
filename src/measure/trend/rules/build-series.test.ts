import { expect, test } from 'vitest'
import { editionMethod } from '../../edition/contract.ts'
import { referenceMethod } from '../../edition/rules/reference/reference-method.ts'
import type { TrendPoint } from '../contract.ts'
import { type KnownPoint, lastChange, stepsBetween, unbrokenRuns } from './build-series.ts'

const point = (year: number, value = 70, interval: [number, number] | null = null): TrendPoint => ({
  edition: String(year),
  year,
  editionId: null,
  value,
  n: 25,
  interval,
  isPreliminary: false,
})
const earlier = (year: number): KnownPoint => ({ point: point(year) })
const measured = (year: number, method = referenceMethod): KnownPoint => ({ point: point(year), method })
const total = { kind: 'total' } as const

test('a declared break stands before its year, with its words', () => {
  const points = [earlier(2021), earlier(2022), earlier(2023)]
  const judgements = [{ year: 2023, kind: 'break', reason: 'Nye spørsmål' }] as const
  expect(stepsBetween(total, points, judgements)).toEqual([
    { reasons: [] },
    { reasons: ['declared'], text: 'Nye spørsmål' },
  ])
})

test('figures from before the product do not join those measured in it until somebody says that they may', () => {
  const points = [earlier(2024), measured(2025)]
  expect(stepsBetween(total, points, [])[0]!.reasons).toEqual(['unknownMethod'])
  const stated = [{ year: 2025, kind: 'comparable', reason: 'Samme skjema' }] as const
  expect(stepsBetween(total, points, stated)).toEqual([{ reasons: [], text: 'Samme skjema' }])
})

test('a difference of methods breaks, and nobody can declare it away', () => {
  const changed = editionMethod.parse(structuredClone(referenceMethod))
  changed.channels[0]!.share += 5
  const points = [measured(2025), measured(2026, changed)]
  const stated = [{ year: 2026, kind: 'comparable', reason: 'Lik' }] as const
  expect(stepsBetween(total, points, stated)[0]!.reasons).toEqual(['reached'])
})

test('no line goes over a break', () => {
  expect(unbrokenRuns(3, [{ reasons: [] }, { reasons: ['declared'] }])).toEqual([[0, 1], [2]])
  expect(unbrokenRuns(0, [])).toEqual([])
})

test('70 (65–75) to 80 (76–84) is +10, and 3.6 to 16.4', () => {
  const points = [point(2025, 70, [65, 75]), point(2026, 80, [76, 84])]
  const change = lastChange(points, [{ reasons: [] }])!
  expect(change.value).toBe(10)
  expect(change.interval![0]).toBeCloseTo(3.597, 3)
  expect(change.interval![1]).toBeCloseTo(16.403, 3)
  expect(lastChange(points, [{ reasons: ['points'] }])).toBeUndefined()
})
