import { expect, test } from 'vitest'
import { fromEpochDay, toEpochDay } from '../../../kernel/calendar.ts'
import { referenceMethod } from '../../edition/rules/reference/reference-method.ts'
import {
  daysNeededAfter,
  firstOpenFrom,
  openIndexOf,
  seasonOf,
  weekdayCounts,
  workingDaysBetween,
} from './season.ts'

const { calendar } = referenceMethod

test('18 weeks from 30 November 2026 have 85 open days, 83 without two closed eves', () => {
  expect(seasonOf({ ...calendar, closedDays: [] }).openDays).toHaveLength(85)
  expect(seasonOf(calendar).openDays).toHaveLength(83)
})

test('Christmas, New Year and Easter are closed, also over the clock change', () => {
  const season = seasonOf(calendar)
  for (const date of ['2026-12-25', '2027-01-01', '2027-03-25', '2027-03-26', '2027-03-28', '2027-03-29'])
    expect(openIndexOf(season, toEpochDay(date)), date).toBe(-1)
  expect(fromEpochDay(season.openDays[openIndexOf(season, toEpochDay('2027-03-30'))]!)).toBe('2027-03-30')
})

test('a day outside the season is not open', () => {
  const season = seasonOf(calendar)
  expect(openIndexOf(season, toEpochDay('2026-11-27'))).toBe(-1)
  expect(openIndexOf(season, toEpochDay('2027-04-05'))).toBe(-1)
})

test('the first open day from the Saturday before Easter is the Tuesday after it', () => {
  const season = seasonOf(calendar)
  const first = firstOpenFrom(season, toEpochDay('2027-03-27'))
  expect(fromEpochDay(season.openDays[first]!)).toBe('2027-03-30')
  expect(firstOpenFrom(season, toEpochDay('2027-06-01'))).toBe(83)
})

test('working days between two dates leave out weekends and holidays but not closed days', () => {
  const season = seasonOf(calendar)
  const between = (a: string, b: string) => workingDaysBetween(season, toEpochDay(a), toEpochDay(b))
  expect(between('2026-12-01', '2026-12-02')).toBe(1)
  expect(between('2026-12-04', '2026-12-07')).toBe(1)
  expect(between('2026-12-23', '2026-12-28')).toBe(2)
})

test('a second attempt needs a day after the first, a wait of three working days two', () => {
  expect(daysNeededAfter({ unit: 'minutes', wait: 5, attempts: 2, openBetweenAttempts: false })).toBe(1)
  expect(daysNeededAfter({ unit: 'workingDays', wait: 3, attempts: 1 })).toBe(2)
})

test('open days per weekday', () => {
  expect(weekdayCounts(seasonOf(calendar))).toEqual([17, 18, 18, 15, 15, 0, 0])
})
