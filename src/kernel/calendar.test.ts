import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, fromEpochDay, isoWeek, isPlainDate, toEpochDay, weekdayOf } from './calendar.ts'

describe('calendar', () => {
  it('counts days from 1970-01-01, a Thursday', () => {
    expect(toEpochDay('1970-01-01')).toBe(0)
    expect(weekdayOf(0)).toBe(4)
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  })

  it('refuses a day that does not exist', () => {
    expect(isPlainDate('2027-02-29')).toBe(false)
    expect(isPlainDate('2028-02-29')).toBe(true)
    expect(isPlainDate('2027-2-1')).toBe(false)
    expect(() => toEpochDay('17.05.2027')).toThrow('not a date: 17.05.2027')
  })

  it.each([
    ['2027-01-01', '2026-W53'],
    ['2026-12-28', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2023-01-01', '2022-W52'],
  ])('puts %s in ISO week %s', (date, week) => expect(isoWeek(date)).toBe(week))

  it('goes from day to date and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), (day) => toEpochDay(fromEpochDay(day)) === day),
    )
  })

  it('has weekdays that agree with the platform', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), (day) => {
        expect(weekdayOf(day) % 7).toBe(new Date(day * 86_400_000).getUTCDay())
      }),
    )
  })
})
