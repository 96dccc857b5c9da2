import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factorise, solveBoth } from './cholesky.ts'
import { mixedBasis, residualsOf, solveMixed, varianceAhead } from './mixed-model.ts'

const drift = { fastSd: 0.5, fastDays: 5, slowSd: 0.8, slowDays: 60 }

test('the filter gives what the whole kernel matrix gives (Gaussian process regression)', () => {
  const number = fc.double({ min: -2, max: 2, noNaN: true })
  const row = fc.record({
    gap: fc.integer({ min: 1, max: 9 }),
    x: number,
    y: number,
    noise: fc.double({ min: 0.1, max: 2, noNaN: true }),
  })
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 3, maxLength: 20 }),
      fc.integer({ min: 1, max: 30 }),
      number,
      (rows, ahead, xAhead) => {
        let day = 0
        const times = Float64Array.from(rows, ({ gap }) => (day += gap))
        const [x, y, noise] = (['x', 'y', 'noise'] as const).map((key) =>
          Float64Array.from(rows, (each) => each[key]),
        ) as [Float64Array, Float64Array, Float64Array]
        const basis = mixedBasis({ times, noise, drift, columns: [x], prior: Float64Array.of(1.5) })
        const fit = solveMixed(basis, y)

        const n = rows.length
        const kernel = (a: number, b: number) =>
          drift.fastSd ** 2 * Math.exp(-Math.abs(a - b) / drift.fastDays) +
          drift.slowSd ** 2 * Math.exp(-Math.abs(a - b) / drift.slowDays)
        const whole = new Float64Array(n * n)
        for (let i = 0; i < n; i++)
          for (let j = 0; j < n; j++)
            whole[i * n + j] = kernel(times[i]!, times[j]!) + 1.5 * x[i]! * x[j]! + (i === j ? noise[i]! : 0)
        factorise(whole, n)
        const weights = Float64Array.from(y)
        solveBoth(whole, n, weights)
        const at = times[n - 1]! + ahead
        const cross = Float64Array.from(times, (time, i) => kernel(at, time) + 1.5 * xAhead * x[i]!)
        const mean = cross.reduce((sum, value, i) => sum + value * weights[i]!, 0)
        const solved = Float64Array.from(cross)
        solveBoth(whole, n, solved)
        const variance =
          kernel(at, at) + 1.5 * xAhead ** 2 - cross.reduce((sum, value, i) => sum + value * solved[i]!, 0)

        const ours =
          fit.beta[0]! * xAhead +
          fit.end.fast * Math.exp(-ahead / drift.fastDays) +
          fit.end.slow * Math.exp(-ahead / drift.slowDays)
        expect(ours).toBeCloseTo(mean, 8)
        expect(varianceAhead(basis, Float64Array.of(xAhead), ahead)).toBeCloseTo(variance, 8)
        expect(fit.quadratic).toBeCloseTo(
          y.reduce((sum, value, i) => sum + value * weights[i]!, 0),
          8,
        )
        residualsOf(basis, y, { fit, noise }).noise.forEach((value, i) => {
          expect(value).toBeCloseTo(noise[i]! * weights[i]!, 8)
        })
      },
    ),
    { numRuns: 50 },
  )
})
