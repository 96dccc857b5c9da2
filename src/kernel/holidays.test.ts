import Holidays from 'date-holidays'
import { describe, expect, it } from 'vitest'
import { easterSunday, isWorkingDay, norwegianHolidays, nthWorkingDay } from './holidays.ts'

describe('Norwegian holidays', () => {
  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ])('has Easter Sunday of %i on %s', (year, date) => expect(easterSunday(year)).toBe(date))

  it('lists the same days as a well-kept library, 1990 to 2100', () => {
    const library = new Holidays('NO', { types: ['public'] })
    for (let year = 1990; year <= 2100; year++) {
      const expected = new Set(library.getHolidays(year).map((holiday) => holiday.date.slice(0, 10)))
      expect([...norwegianHolidays(year)].sort(), String(year)).toEqual([...expected].sort())
    }
  })
})

describe('working days', () => {
  it.each([
    ['a Monday to the Wednesday', '2026-11-30', '2026-12-02'],
    ['a Friday to the Tuesday', '2026-12-04', '2026-12-08'],
    ['the Wednesday before Christmas over to the Monday', '2026-12-23', '2026-12-28'],
    ['the Wednesday before Easter to the Wednesday after', '2027-03-24', '2027-03-31'],
    ['the day before 17 May to the Wednesday', '2027-05-14', '2027-05-19'],
  ])('counts three from %s', (_, from, due) => expect(nthWorkingDay(from, 3)).toBe(due))

  it('leaves out weekends, holidays and days that are closed besides', () => {
    expect(isWorkingDay('2026-12-05')).toBe(false)
    expect(isWorkingDay('2027-03-26')).toBe(false)
    expect(isWorkingDay('2026-12-24')).toBe(true)
    expect(isWorkingDay('2026-12-24', new Set(['2026-12-24']))).toBe(false)
  })
})
