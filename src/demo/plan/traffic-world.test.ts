import { expect, test } from 'vitest'
import { demoTraffic, demoTrafficEvents } from './traffic-world.ts'

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
