import { expect, test } from 'vitest'
import type { TrafficView } from '../../../src/plan/traffic/contract.ts'
import { timelinePoints } from './timeline-points.ts'

const hours = [{ from: '08:00', to: '16:00' }]
const opening = { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: [], 7: [] }
type Forecast = NonNullable<TrafficView['forecast']>
const foretold = (date: string): Forecast['days'][number] => ({
  date,
  mean: 100,
  lo95: 80,
  hi95: 120,
  cv: 0.1,
  parts: [],
  marks: [],
})
// A Monday, and the week after it.
const days = [
  '2027-02-01',
  '2027-02-02',
  '2027-02-03',
  '2027-02-04',
  '2027-02-05',
  '2027-02-08',
  '2027-02-09',
]
const factors = (factor: number, dates: readonly string[]) => dates.map((date) => ({ date, factor }))
const view = (paths: Forecast['paths']) => ({
  from: '2027-02-01',
  to: '2027-02-09',
  today: '2027-02-02',
  seen: [
    { day: '2027-02-01', offered: 90, state: 'seen' as const, reason: null },
  ] as unknown as TrafficView['seen'],
  told: [],
  kinds: [],
  events: [],
  shocks: [],
  forecast: { days: days.map(foretold), paths },
})

test('without values from outside there are no paths', () => {
  const points = timelinePoints(view([]), opening, 'day')
  expect(points.map(({ day }) => day)).toEqual(days)
  expect(points.every(({ lowPath, highPath }) => lowPath === null && highPath === null)).toBe(true)
})

test('a path is what is expected times its factor, from today on and as far as it reaches', () => {
  const high = { path: 'high' as const, factors: factors(1.2, days.slice(0, 4)) }
  const points = timelinePoints(view([high]), opening, 'day')
  expect(points.map(({ highPath }) => highPath)).toEqual([null, 120, 120, 120, null, null, null])
  expect(points.every(({ lowPath }) => lowPath === null)).toBe(true)
})

test('a week counts what came and the path of the rest, and is left out where the path ends within it', () => {
  const low = { path: 'low' as const, factors: factors(0.5, days.slice(0, 6)) }
  const [first, second] = timelinePoints(view([low]), opening, 'week')
  expect(first).toMatchObject({ seen: null, mean: 490, lowPath: 90 + 4 * 50, highPath: null })
  expect(second).toMatchObject({ mean: 200, lowPath: null })
})
