import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, firstOn, fromEpochDay, isoWeek, isPlainDate, toEpochDay, weekdayOf } from './calendar.ts'

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

  it('finds the first day of a weekday, which may be the day itself', () => {
    expect([1, 5, 7].map((weekday) => firstOn(weekday, '2027-03-01'))).toEqual([
      '2027-03-01',
      '2027-03-05',
      '2027-03-07',
    ])
    expect(firstOn(1, '2027-03-02')).toBe('2027-03-08')
  })

  it('goes from day to date and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), (day) => toEpochDay(fromEpochDay(day)) === day),
    )
  })

  it('takes just the days that the platform has, from the year 100 on', () => {
    const part = (most: number, width: number) =>
      fc.integer({ min: 0, max: most }).map((number) => String(number).padStart(width, '0'))
    const texts = fc.tuple(part(9999, 4), part(14, 2), part(33, 2)).map((parts) => parts.join('-'))
    fc.assert(
      fc.property(texts, (text) => {
        const date = new Date(`${text}T00:00:00Z`)
        const real = date.getTime() >= Date.UTC(100, 0) && date.toISOString().startsWith(text)
        expect(isPlainDate(text)).toBe(real)
        if (real) expect(toEpochDay(text) * 86_400_000).toBe(date.getTime())
      }),
      { numRuns: 2000 },
    )
  })

  it.each(['2027-1a-01', '20270-1-01', '2027/01/01', ' 2027-01-1', '2027-01-01T', '', '٢٠٢٧-01-01'])(
    'refuses %j',
    (text) => expect(isPlainDate(text)).toBe(false),
  )

  it('has weekdays that agree with the platform', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), (day) => {
        expect(weekdayOf(day) % 7).toBe(new Date(day * 86_400_000).getUTCDay())
      }),
    )
  })
})
