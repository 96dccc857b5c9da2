import { expect, test } from 'vitest'
import { seededRandom } from '../../../../kernel/random.ts'
import { learnCovariance, type PastDay } from './day-covariance.ts'
import { updateDay } from './update-day.ts'

const forecast = Float64Array.from({ length: 24 }, (_, slot) => 200 + 100 * Math.sin((Math.PI * slot) / 23))
const random = seededRandom('days')
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
/** Days whose error is shared by all intervals, with noise of each. */
const days = (count: number, shared: number, own: number): PastDay[] =>
  Array.from({ length: count }, () => {
    const day = 1 + shared * normal()
    return { forecast, actual: forecast.map((mean) => Math.max(0, mean * day * (1 + own * normal()))) }
  })
const seen = (by: number, k = 6) => forecast.slice(0, k).map((mean) => mean * by)

test('an error that whole days share is carried over, less than wholly', () => {
  const { factor, slope } = updateDay({ past: days(80, 0.1, 0.05), forecast, seen: seen(1.2) })
  expect(slope).toBeGreaterThan(0.7)
  expect(factor).toBeGreaterThan(1.1)
  expect(factor).toBeLessThan(1.2)
})

test('noise of single intervals is not carried over', () => {
  const { factor } = updateDay({ past: days(80, 0, 0.15), forecast, seen: seen(1.2) })
  expect(factor).toBeLessThan(1.05)
  expect(factor).toBeGreaterThan(0.95)
})

test('the shared part of the variance is found', () => {
  const { shared, fading } = learnCovariance(days(400, 0.1, 0.05))
  expect(Math.sqrt(shared + fading)).toBeGreaterThan(0.07)
  expect(Math.sqrt(shared + fading)).toBeLessThan(0.13)
})

test('without past days, and before the day has begun, the forecast stands', () => {
  expect(updateDay({ past: [], forecast, seen: seen(1.5) }).factor).toBe(1)
  expect([...updateDay({ past: days(40, 0.1, 0.05), forecast, seen: new Float64Array(0) }).rest]).toEqual([
    ...forecast,
  ])
})

test('a day that leaves its band is told with what to do; ordinary days ring about once a month', () => {
  const past = days(60, 0.06, 0.05)
  const above = updateDay({ past, forecast, seen: seen(1.4, 8) }).watch
  expect(above.state).toBe('above')
  expect(above.proposals).toContain('offer-callback')
  expect(updateDay({ past, forecast, seen: seen(0.6, 8) }).watch.state).toBe('below')
  let rung = 0
  for (const { actual } of days(110, 0.06, 0.05))
    rung += Number(
      [4, 8, 12, 16, 20].some(
        (k) =>
          !['usual', 'too-early'].includes(
            updateDay({ past, forecast, seen: actual.slice(0, k) }).watch.state,
          ),
      ),
    )
  // Five months of 22 working days.
  expect(rung).toBeLessThanOrEqual(10)
})
