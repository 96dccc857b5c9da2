import { expect, test } from 'vitest'
import { toEpochDay } from '../../kernel/calendar.ts'
import { minutesOf } from '../../kernel/clock.ts'
import { toLocal } from '../../kernel/zone.ts'
import { fitForecast } from '../../plan/traffic/rules/forecast/fit-forecast.ts'
import { toSeries } from '../../plan/traffic/rules/forecast/traffic-series.ts'
import { demoShockDaysAgo, demoTraffic, demoTrafficEvents } from './traffic-world.ts'

const now = new Date('2027-03-03T11:20:00Z')
const rows = demoTraffic(now)
const totals = (queue: string) => {
  const days = new Map<string, number>()
  for (const row of rows) if (row.queue === queue) days.set(row.day, (days.get(row.day) ?? 0) + row.offered)
  return days
}

test('the same moment gives the same traffic, up to the last quarter that is over', () => {
  expect(demoTraffic(now)).toEqual(rows)
  const latest = rows.filter(({ queue }) => queue === 'phone').at(-1)!
  expect(latest.startsAt.toISOString()).toBe('2027-03-03T11:00:00.000Z')
})

test('an invoice lifts the day after it by about a third, and holidays are closed', () => {
  const days = totals('phone')
  const ratios = demoTrafficEvents('2027-03-03').flatMap(({ kind, day }) => {
    const after = [...days.keys()].find((each) => each > day)
    const week = after && days.get(new Date(Date.parse(after) - 7 * 86_400_000).toISOString().slice(0, 10))
    return kind === 'invoice' && after !== undefined && week ? [days.get(after)! / week] : []
  })
  const middle = ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)]!
  expect(middle).toBeGreaterThan(1.15)
  expect(middle).toBeLessThan(1.5)
  expect(days.has('2026-05-14')).toBe(false)
})

test('who is offered is handled or gives up, and the busier the quarter the longer the wait', () => {
  const phone = rows.filter(({ queue }) => queue === 'phone')
  for (const { offered, handled, abandoned } of phone) expect(handled + (abandoned ?? 0)).toBe(offered)
  const share =
    phone.reduce((sum, { abandoned }) => sum + (abandoned ?? 0), 0) /
    phone.reduce((sum, { offered }) => sum + offered, 0)
  expect(share).toBeGreaterThan(0.01)
  expect(share).toBeLessThan(0.15)
})

test('the price shock is found in the telephone queue by the forecast itself', () => {
  const later = new Date('2026-11-28T19:00:00Z')
  const today = toLocal(later).date
  const cells = demoTraffic(later)
    .filter(({ queue, day }) => queue === 'phone' && day < today)
    .map(({ startsAt, day, offered }) => ({
      date: day,
      minute: minutesOf(toLocal(startsAt).time),
      value: offered,
    }))
  const events = demoTrafficEvents(today).map(({ kind, day, size }) => ({ kind, date: day, size }))
  const { shocks } = fitForecast({
    series: toSeries(cells, 15),
    calendar: 'NO',
    horizonDays: 14,
    events,
    origins: 0,
  })
  expect(shocks).toHaveLength(1)
  const [found] = shocks
  expect(Math.abs(toEpochDay(today) - toEpochDay(found!.date) - demoShockDaysAgo)).toBeLessThanOrEqual(4)
  expect(found!.low).toBeLessThan(1.34)
  expect(found!.high).toBeGreaterThan(1.34)
  expect(found!.halfLifeDays).not.toBeNull()
})
