import { expect, test } from 'vitest'
import { halfHours } from './half-hours.ts'

const cell = (time: string, missing: number, risk: number) => ({
  startsAt: `2027-03-02T${time}:00.000Z`,
  time,
  mean: 10,
  needed: 5,
  on: 5 - missing,
  missing,
  risk,
  waitSeconds: 20,
})

test('a half hour is as bad as its worst quarter, and has the contacts of both', () => {
  const rows = halfHours([cell('10:15', 0, 0.1), cell('10:30', 0, 0.2), cell('10:45', 2, 0.6)])
  expect(rows.map(({ time, mean, missing, risk }) => ({ time, mean, missing, risk }))).toEqual([
    { time: '10:00', mean: 10, missing: 0, risk: 0.1 },
    { time: '10:30', mean: 20, missing: 2, risk: 0.6 },
  ])
})
