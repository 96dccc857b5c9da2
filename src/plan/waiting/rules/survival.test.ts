import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chiSquareQuantile, exponentialPatience } from './exponential.ts'
import { incidenceAt } from './incidence.ts'
import { medianOf, staysAt, survivalOf } from './survival.ts'

/** Weeks in remission under 6-MP: Freireich et al. 1963, as in Kleinbaum & Klein, Survival Analysis (2012), table 2.1. */
const freireich = [
  ...[6, 6, 6, 7, 10, 13, 16, 22, 23].map((time) => ({ time, ended: 1, unseen: 0 })),
  ...[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map((time) => ({ time, ended: 0, unseen: 1 })),
]

describe('the curve of those who are still there', () => {
  test('is the published one, with its errors and its intervals', () => {
    const { steps, n, ended } = survivalOf(freireich)
    expect([n, ended]).toEqual([21, 9])
    const published = [
      [6, 21, 0.8571, 0.0764, 0.6197, 0.9516],
      [7, 17, 0.8067, 0.0869, 0.5631, 0.9228],
      [10, 15, 0.7529, 0.0963, 0.5032, 0.8894],
      [13, 12, 0.6902, 0.1068, 0.4316, 0.8491],
      [16, 11, 0.6275, 0.1141, 0.3675, 0.8049],
      [22, 7, 0.5378, 0.1282, 0.2678, 0.7468],
      [23, 6, 0.4482, 0.1346, 0.1881, 0.6801],
    ] as const
    expect(steps).toHaveLength(published.length)
    for (const [at, [time, atRisk, stays, error, low, high]] of published.entries()) {
      expect(steps[at]).toMatchObject({ time, atRisk })
      expect(steps[at]!.stays).toBeCloseTo(stays, 4)
      expect(steps[at]!.error).toBeCloseTo(error, 4)
      expect(steps[at]!.low).toBeCloseTo(low, 4)
      expect(steps[at]!.high).toBeCloseTo(high, 4)
    }
    expect(medianOf({ steps })).toEqual({ value: 23, low: 13, high: null })
  })

  test('says nothing beyond the last that anybody was seen', () => {
    const survival = survivalOf(freireich)
    expect(staysAt(survival, 5)).toEqual({ stays: 1, low: 1, high: 1 })
    expect(staysAt(survival, 35)!.stays).toBeCloseTo(0.4482, 4)
    expect(staysAt(survival, 36)).toBeNull()
  })

  const counts = fc.array(fc.record({ time: fc.nat(50), ended: fc.nat(5), unseen: fc.nat(5) }), {
    maxLength: 40,
  })
  test('falls, lies within its interval, and needs no order', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const survival = survivalOf(given)
        let before = 1
        for (const { stays, low, high } of survival.steps) {
          expect(stays).toBeLessThanOrEqual(before)
          expect(low).toBeLessThanOrEqual(stays + 1e-12)
          expect(high).toBeGreaterThanOrEqual(stays - 1e-12)
          before = stays
        }
        expect(survivalOf(given.toReversed())).toEqual(survival)
      }),
    )
  })

  test('is the plain share when everybody is seen to the end', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 60 }), fc.nat(30), (times, at) => {
        const survival = survivalOf(times.map((time) => ({ time, ended: 1, unseen: 0 })))
        const found = staysAt(survival, at)
        if (found) expect(found.stays).toBeCloseTo(times.filter((time) => time > at).length / times.length, 9)
      }),
    )
  })
})

describe('patience as one number', () => {
  test('is all that was waited ÷ those who gave up: 359 weeks and 9 ends are 39.9 weeks', () => {
    const found = exponentialPatience(359, 9)!
    expect(found.mean).toBeCloseTo(39.889, 3)
    // 2 × 359 ÷ the .975 quantile with 20 and the .025 quantile with 18 degrees of freedom: 34.170 and 8.231.
    expect(found.low).toBeCloseTo(718 / 34.1696, 3)
    expect(found.high).toBeCloseTo(718 / 8.2307, 2)
    expect(exponentialPatience(100, 0)).toBeNull()
    expect(exponentialPatience(0, 3)).toBeNull()
  })

  test('quantiles of chi-square are those of the printed tables', () => {
    for (const [probability, freedom, value] of [
      [0.95, 1, 3.841],
      [0.975, 10, 20.483],
      [0.025, 30, 16.791],
      [0.95, 100, 124.342],
      [0.025, 2, 0.0506],
    ] as const)
      expect(chiSquareQuantile(probability, freedom)).toBeCloseTo(value, 3)
    // On either side of the change of method.
    expect(chiSquareQuantile(0.975, 2001) - chiSquareQuantile(0.975, 2000)).toBeCloseTo(1, 1)
  })
})

describe('who comes where', () => {
  test('by hand: 4 away, one to A at 1, one unseen at 2, one to B at 3', () => {
    const { shares, away } = incidenceAt(
      [
        { time: 1, place: 'A', count: 1 },
        { time: 2, place: null, count: 1 },
        { time: 3, place: 'B', count: 1 },
        { time: 4, place: null, count: 1 },
      ],
      10,
    )
    expect([shares.get('A'), shares.get('B'), away]).toEqual([0.25, 0.375, 0.375])
  })

  test('all places and those still away are one, and away is the curve', () => {
    const counts = fc.array(
      fc.record({
        time: fc.nat(40),
        place: fc.constantFrom('phone', 'chat', null),
        count: fc.integer({ min: 1, max: 4 }),
      }),
      { minLength: 1, maxLength: 40 },
    )
    fc.assert(
      fc.property(counts, fc.nat(40), (given, until) => {
        const { shares, away } = incidenceAt(given, until)
        expect([...shares.values()].reduce((sum, share) => sum + share, away)).toBeCloseTo(1, 9)
        const curve = survivalOf(
          given.map(({ time, place, count }) => ({
            time,
            ended: place === null ? 0 : count,
            unseen: place === null ? count : 0,
          })),
        )
        expect(away).toBeCloseTo(staysAt(curve, Math.min(until, curve.last))!.stays, 9)
      }),
    )
  })
})
