import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeTarget } from './judge-target.ts'

const atLeast = (level: number) => ({ level, isLessBetter: false })
const atMost = (level: number) => ({ level, isLessBetter: true })

test('74 (66–82) with n = 25 against at least 80 cannot be told, and would take about 45 contacts', () => {
  expect(judgeTarget({ value: 74, n: 25, interval: [66, 82] }, atLeast(80))).toEqual({
    verdict: 'cannotTell',
    distance: -6,
    distanceInterval: [-14, 2],
    isMet: false,
    needed: 45,
  })
})

test('a level below the interval is reached, one above it is not', () => {
  const known = { value: 74, n: 25, interval: [66, 82] } as const
  expect(judgeTarget(known, atLeast(65)).verdict).toBe('reached')
  expect(judgeTarget(known, atLeast(83)).verdict).toBe('notReached')
})

test('a ceiling turns everything round: 2 of 25 unanswered (2.2–25) against at most 4 % cannot be told', () => {
  const known = { value: 8, n: 25, interval: [2.2, 25] } as const
  expect(judgeTarget(known, atMost(4))).toMatchObject({ verdict: 'cannotTell', distance: -4, isMet: false })
  expect(judgeTarget(known, atMost(30)).verdict).toBe('reached')
  expect(judgeTarget(known, atMost(2)).verdict).toBe('notReached')
})

test('25 of 25 keep a level of 100 %, but contacts alone never prove that all others do', () => {
  expect(judgeTarget({ value: 100, n: 25, interval: [86.7, 100] }, atLeast(100))).toMatchObject({
    verdict: 'cannotTell',
    isMet: true,
    needed: null,
  })
})

test('without an interval nothing is told', () => {
  expect(judgeTarget({ value: 90, n: 1, interval: null }, atLeast(50)).verdict).toBe('cannotTell')
})

test('a floor and a ceiling at the same level are never both reached with an interval of some width', () => {
  const figure = fc.double({ min: 0, max: 100, noNaN: true })
  fc.assert(
    fc.property(figure, figure, figure, figure, (a, b, c, level) => {
      const [low, value, high] = [a, b, c].sort((x, y) => x - y) as [number, number, number]
      fc.pre(high > low)
      const known = { value, n: 25, interval: [low, high] } as const
      const [floor, ceiling] = [judgeTarget(known, atLeast(level)), judgeTarget(known, atMost(level))]
      expect([floor.verdict, ceiling.verdict].filter((verdict) => verdict === 'reached').length).toBeLessThan(
        2,
      )
      expect(floor.distance).toBeCloseTo(-ceiling.distance, 9)
    }),
  )
})
