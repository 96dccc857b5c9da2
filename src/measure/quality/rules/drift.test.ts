import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../kernel/random.ts'
import { changeOf, type Dated, holm, seasonOf, trendOf, weekOf } from './drift.ts'
import { normal } from './normal.ts'

/** Ten contacts a week for twelve weeks around a level that may move. */
function points(seed: number, level: (week: number) => number): Dated[] {
  const random = seededRandom(seed)
  return Array.from({ length: 120 }, (_, at) => {
    const week = Math.floor(at / 10) + 1
    return { week, value: level(week) + 10 * normal(random) }
  })
}

test('Holm: 0.01, 0.04 and 0.03 become 0.03, 0.06 and 0.06', () => {
  expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06])
  expect(holm([0.9, 0.8])).toEqual([1, 1])
})

test('a level that rises by one point a week is a slope of 4.35 a month', () => {
  const straight = Array.from({ length: 24 }, (_, at) => ({ week: at + 1, value: at }))
  const trend = trendOf(straight, seededRandom(1))!
  expect(trend.slope).toBeCloseTo(4.348, 3)
  expect(trend.p).toBe(0.001)
  expect(trendOf(straight.slice(0, 5), seededRandom(1))).toBeNull()
})

describe('over many simulated seasons', () => {
  const share = (find: (seed: number) => boolean) =>
    Array.from({ length: 60 }, (_, seed) => find(seed)).filter(Boolean).length / 60

  test('without any change about 5 % are called changed, slope and level alike', () => {
    expect(
      share(
        (seed) =>
          trendOf(
            points(seed, () => 0),
            seededRandom(seed),
          )!.p <= 0.05,
      ),
    ).toBeLessThan(0.14)
    expect(
      share(
        (seed) =>
          changeOf(
            points(seed, () => 0),
            seededRandom(seed),
          )!.p <= 0.05,
      ),
    ).toBeLessThan(0.14)
  })

  test('a level that falls by eight points in the middle is found, and where', () => {
    const found = share((seed) => {
      const change = changeOf(
        points(seed, (week) => (week < 7 ? 0 : -8)),
        seededRandom(seed),
      )!
      return change.p <= 0.05 && change.difference < 0 && Math.abs(change.week - 7) <= 1
    })
    expect(found).toBeGreaterThan(0.8)
  })
})

test('weeks are counted from the first day of the fieldwork', () => {
  expect([weekOf('2027-01-11', '2027-01-11'), weekOf('2027-01-18', '2027-01-11')]).toEqual([1, 2])
  const season = seasonOf(
    points(1, () => 0),
    '2027-01-11',
    seededRandom(1),
  )!
  expect(season.weeks).toHaveLength(12)
  expect(season.weeks[1]).toMatchObject({ week: 2, from: '2027-01-18', n: 10 })
})
