import { expect, test } from 'vitest'
import { chosenOccupancy, occupancyOf } from './occupancy.ts'

test('is the work of all queues over the hours that their targets take', () => {
  expect(
    occupancyOf([
      { work: 300, onQueue: 450 },
      { work: 50, onQueue: 150 },
    ]),
  ).toBeCloseTo(0.583, 3)
  expect(occupancyOf([])).toBeUndefined()
  expect(occupancyOf([{ work: 0, onQueue: 20 }])).toBeUndefined()
})

test('a night line is not taken below what a plan may assume', () => {
  expect(occupancyOf([{ work: 1, onQueue: 100 }])).toBe(0.3)
})

test('is what somebody has said, before what the requirement tells', () => {
  const hours = [{ work: 60, onQueue: 100 }]
  expect(chosenOccupancy(0.75, hours)).toEqual({ occupancy: 0.75, occupancyFrom: 'own' })
  expect(chosenOccupancy(null, hours)).toEqual({ occupancy: 0.6, occupancyFrom: 'requirement' })
  expect(chosenOccupancy(null, [])).toEqual({ occupancy: 0.8, occupancyFrom: 'usual' })
})
