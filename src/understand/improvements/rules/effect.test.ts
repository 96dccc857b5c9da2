import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../../kernel/random.ts'
import { measureEffect, type WeekPair, weeksLeftOut } from './effect.ts'
import { fixedBCritical, leastSquares } from './least-squares.ts'
import { type SimulatedWeeks, simulateWeeks } from './testing/simulate-weeks.ts'

const flat = (count: number, treated: number, control = 1000): WeekPair[] =>
  Array.from({ length: count }, () => ({ treated, control }))

describe('least squares', () => {
  // Anscombe 1973, The American Statistician 27:17, first set: intercept 3.00, slope 0.500.
  const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
  const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]

  it('gives the line of Anscombe’s first set', () => {
    const { coefficients, residuals } = leastSquares(
      x.map((value) => [1, value]),
      y,
    )
    expect(coefficients[0]).toBeCloseTo(3.0001, 4)
    expect(coefficients[1]).toBeCloseTo(0.5001, 4)
    expect(residuals.reduce((sum, each) => sum + each ** 2, 0)).toBeCloseTo(13.7627, 4)
  })

  it('is White’s covariance (HC1) at bandwidth 1, by hand for a mean', () => {
    // Of 1, 2, 6: mean 3, residuals −2, −1, 3, Σe² 14; HC1 = 3/2 · 14/9.
    const fit = leastSquares([[1], [1], [1]], [1, 2, 6], { bandwidth: 1 })
    expect(fit.covariance[0]![0]).toBeCloseTo((1.5 * 14) / 9, 12)
  })

  it('weighs neighbours by Bartlett at bandwidth 2, by hand', () => {
    // Σe² + 2·½(e₁e₂ + e₂e₃) = 14 + (2 − 3) = 13.
    const fit = leastSquares([[1], [1], [1]], [1, 2, 6], { bandwidth: 2 })
    expect(fit.covariance[0]![0]).toBeCloseTo((1.5 * 13) / 9, 12)
  })

  it('takes weeks beside a gap as no neighbours', () => {
    const fit = leastSquares([[1], [1], [1]], [1, 2, 6], { bandwidth: 2, times: [0, 10, 20] })
    expect(fit.covariance[0]![0]).toBeCloseTo((1.5 * 14) / 9, 12)
  })

  it('has the critical values of Kiefer and Vogelsang', () => {
    expect(fixedBCritical(0)).toBe(1.96)
    expect(fixedBCritical(1)).toBeCloseTo(4.813, 3)
  })

  it('refuses regressors that say the same', () => {
    expect(() =>
      leastSquares(
        [
          [1, 2],
          [1, 2],
          [1, 2],
        ],
        [1, 2, 3],
      ),
    ).toThrow(RangeError)
  })
})

describe('the effect', () => {
  it('is too early with three weeks, and says how many more it needs', () => {
    expect(measureEffect(flat(33, 50), 30)).toMatchObject({
      verdict: 'tooEarly',
      weeksNeeded: 1,
      change: null,
    })
  })

  it('has too little to measure on with few contacts or few weeks before', () => {
    expect(measureEffect(flat(50, 1), 30).verdict).toBe('tooLittle')
    expect(measureEffect(flat(30, 50), 10).verdict).toBe('tooLittle')
  })

  it('does not count the weeks just before the start, and warns when they stand out', () => {
    const random = seededRandom('peak')
    const weeks = simulateWeeks(random, { ...usual, level: 60, drop: 0 })
    const peaked = weeks.map((week, at) =>
      at < usual.before && at >= usual.before - weeksLeftOut
        ? { ...week, treated: week.treated * 1.8 }
        : week,
    )
    const [without, withPeak] = [measureEffect(weeks, usual.before), measureEffect(peaked, usual.before)]
    expect(withPeak.change).toBeCloseTo(without.change!, 10)
    expect(withPeak.verdict).toBe('noise')
    expect(withPeak.peak).toBeGreaterThan(0.3)
    expect(withPeak.naive).toBeLessThan(-0.25)
    expect(without.peak).toBeNull()
  })

  it('is the same when everything is asked twice as much: the control carries it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (seed) => {
        const weeks = simulateWeeks(seededRandom(seed), { ...usual, level: 200 })
        const busier = weeks.map(({ treated, control }, at) => {
          const factor = 1 + (at % 5)
          return { treated: (treated + 0.5) * factor - 0.5, control: control * factor }
        })
        expect(measureEffect(busier, usual.before).change).toBeCloseTo(
          measureEffect(weeks, usual.before).change!,
          8,
        )
      }),
      { numRuns: 30 },
    )
  })
})

const usual: SimulatedWeeks = { before: 38, after: 14, level: 40, spread: 0.12, stays: 0.2, drop: 0 }
const trials = 400

/** The share of simulated series with one of the verdicts. */
function share(settings: Partial<SimulatedWeeks>, verdicts: readonly string[]): number {
  const random = seededRandom(`effect ${JSON.stringify(settings)}`)
  let found = 0
  for (let trial = 0; trial < trials; trial++) {
    const made = { ...usual, ...settings }
    if (verdicts.includes(measureEffect(simulateWeeks(random, made), made.before).verdict)) found++
  }
  return found / trials
}

describe('calibration by simulation', () => {
  // Two standard errors of a share of 5 percent in 400 trials are 2.2 points.
  it.each([
    ['a year, independent weeks', { stays: 0 }],
    ['a year, weeks that are alike', { stays: 0.3 }],
    ['half a year', { before: 22, after: 8 }],
    ['a small topic', { level: 8 }],
    ['two years', { before: 78, after: 26 }],
  ])('calls noise an effect at most once in twenty: %s', (_, settings) => {
    expect(share(settings, ['drop', 'rise'])).toBeLessThanOrEqual(0.072)
  })

  it('sees a drop of 30 percent in most of the larger topics, and says so when it would not', () => {
    const power = {
      forty: share({ drop: 0.3 }, ['drop']),
      twoYears: share({ drop: 0.3, before: 78, after: 26 }, ['drop']),
    }
    process.stdout.write(`power at a drop of 30 %: ${JSON.stringify(power)}\n`)
    expect(power.forty).toBeGreaterThan(0.55)
    expect(power.twoYears).toBeGreaterThan(0.9)
  })

  it('holds when the start is picked just after the worst weeks', () => {
    const random = seededRandom('picked')
    let found = 0
    for (let trial = 0; trial < trials; trial++) {
      const weeks = simulateWeeks(random, { ...usual, before: 60, after: 22 })
      const rate = (at: number) => weeks[at]!.treated / weeks[at]!.control
      const starts = Array.from({ length: 30 }, (_, at) => 38 + at)
      const high = (at: number) => rate(at - 1) + rate(at - 2) + rate(at - 3)
      const start = starts.reduce((best, each) => (high(each) > high(best) ? each : best))
      if (measureEffect(weeks.slice(start - 38, start + 14), 38).verdict === 'drop') found++
    }
    expect(found / trials).toBeLessThanOrEqual(0.05)
  })
})
