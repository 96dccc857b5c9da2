import { expect, test } from 'vitest'
import { localDays, minuteAt } from '../../../src/plan/shifts/rules/local-days.ts'
import { clockIn, dayScale, placeOf } from './day-scale.ts'
import { weekInAddress, weekToPlan } from './week-to-plan.ts'

const days = localDays('2027-03-22', '2027-03-28')
const span = (date: string, from: string, to: string) => ({
  from: minuteAt(date, from),
  to: minuteAt(date, to),
})

test('eight o’clock is at the same place on every day, the one on which the clocks change too', () => {
  const scale = dayScale(days, [span('2027-03-22', '07:30', '16:15')], days)
  expect([scale.from, scale.to]).toEqual([420, 1020])
  expect(placeOf(scale, days[0]!, span('2027-03-22', '08:00', '13:00'))).toEqual({ left: 0.1, width: 0.5 })
  expect(placeOf(scale, days[6]!, span('2027-03-28', '08:00', '13:00'))).toEqual({ left: 0.1, width: 0.5 })
})

test('what goes past midnight asks for whole days, and an empty week for working hours', () => {
  const night = { from: minuteAt('2027-03-22', '22:00'), to: minuteAt('2027-03-23', '06:00') }
  expect(dayScale(days, [night], days)).toMatchObject({ from: 0, to: 1440 })
  expect(clockIn(days[0]!, night.to)).toBe(1800)
  expect(dayScale(days, [], days)).toMatchObject({ from: 480, to: 960 })
})

test('from Friday the next week is the one to plan, and an address may name any day of a week', () => {
  expect(weekToPlan(new Date('2027-03-04T12:00:00Z'))).toBe('2027-03-01')
  expect(weekToPlan(new Date('2027-03-05T12:00:00Z'))).toBe('2027-03-08')
  expect(weekInAddress('2027-03-04', new Date('2027-01-01'))).toBe('2027-03-01')
  expect(weekInAddress('nonsense', new Date('2027-03-04T12:00:00Z'))).toBe('2027-03-01')
})
