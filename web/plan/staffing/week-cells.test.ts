import { expect, test } from 'vitest'
import { chosenCell, columnsOf, mostPressing, type NeedCell } from './week-cells.ts'

const cell = (date: string, time: string, needed: number, scheduled: number | null = null): NeedCell => ({
  startsAt: `${date}T${time}:00.000Z`,
  date,
  time,
  mean: 10,
  cv: 0.1,
  handleSeconds: 180,
  p10: needed - 1,
  p50: needed,
  p90: needed + 1,
  needed,
  netLoad: needed - 2,
  binding: 'serviceLevel',
  warnings: [],
  scheduled,
  risk: null,
})
const cells = [
  cell('2027-03-01', '08:00', 5, 5),
  cell('2027-03-01', '08:15', 9, 9),
  cell('2027-03-01', '08:30', 8, 4),
  cell('2027-03-02', '08:00', 6),
]

test('the interval of the address, else the one that most press on', () => {
  expect(chosenCell({ cells }, { day: '2027-03-01', time: '08:15' })).toBe(cells[1])
  expect(chosenCell({ cells }, { day: '2027-03-01' })).toBe(cells[2])
  expect(chosenCell({ cells }, { day: '2027-05-01', time: '08:15' })).toBe(cells[3])
  expect(mostPressing([])).toBeUndefined()
})

test('quarters stand in half hours, hours by themselves', () => {
  expect([...columnsOf(cells, 15)].map(([time, own]) => [time, own.length])).toEqual([
    ['08:00', 3],
    ['08:30', 1],
  ])
  expect([...columnsOf(cells, 60).keys()]).toEqual(['08:00'])
})
