import { expect, test } from 'vitest'
import { heatCells, missing, type StaffedCell, worstSpan } from './staffed-cell.ts'

const cell = (time: string, needed: number, scheduled: number | null, risk: number | null): StaffedCell => ({
  startsAt: `2027-02-01T${time}:00Z`,
  date: '2027-02-01',
  time,
  mean: 10,
  cv: 0.1,
  handleSeconds: 180,
  p10: needed,
  p50: needed,
  p90: needed,
  needed,
  netLoad: 1,
  binding: null,
  warnings: [],
  scheduled,
  risk,
})

test('who is missing is counted in whole people, and nobody where nobody knows', () => {
  expect(missing({ needed: 5, scheduled: 3.5 })).toBe(2)
  expect(missing({ needed: 5, scheduled: 5 - 1e-9 })).toBe(0)
  expect(missing({ needed: 5, scheduled: null })).toBe(0)
})

test('an hour of the map is as risky as its riskiest part, with the people of the part that lacks most', () => {
  const cells = [cell('16:00', 12, 1.5, 1), cell('16:30', 11, 1.3, 1), cell('17:00', 9, 9, 0.3)]
  expect(heatCells(cells, 60)).toEqual([
    { date: '2027-02-01', time: '16:00', mean: 20, risk: 1, needed: 12, scheduled: 1.5, missing: 11 },
    { date: '2027-02-01', time: '17:00', mean: 10, risk: 0.3, needed: 9, scheduled: 9, missing: 0 },
  ])
  // A risky part that lacks nobody gives its risk, and not its people.
  expect(heatCells([cell('16:00', 4, 2, 0.4), cell('16:30', 9, 9, 0.6)], 60)).toMatchObject([
    { risk: 0.6, needed: 4, scheduled: 2, missing: 2 },
  ])
  expect(heatCells([cell('16:00', 4, null, null), cell('16:30', 6, null, null)], 60)).toMatchObject([
    { risk: null, needed: 6, scheduled: null, missing: 0 },
  ])
})

test('the worst stretch lies around where most are missing', () => {
  const cells = [
    cell('08:00', 5, 5, 0),
    cell('08:30', 6, 4, 0.7),
    cell('09:00', 9, 5, 0.9),
    cell('10:00', 8, 5, 1),
  ]
  expect(worstSpan(cells, 30)).toEqual({
    date: '2027-02-01',
    from: '08:30',
    to: '09:30',
    missing: 4,
    risk: 0.9,
  })
  expect(worstSpan([cell('08:00', 5, 5, 0)], 30)).toBeNull()
})
