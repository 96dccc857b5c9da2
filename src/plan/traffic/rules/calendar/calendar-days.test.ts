import { expect, test } from 'vitest'
import { isSqueezed, isWageDay, marksOf } from './calendar-days.ts'
import { unitedStatesHolidays } from './united-states-holidays.ts'

const keys = (date: string) => marksOf('NO', date).map(({ key }) => key)

test('what the calendar knows of Norwegian days', () => {
  expect(keys('2026-05-17')).toContain('holiday')
  expect(keys('2026-04-01')).toEqual(expect.arrayContaining(['eve-easter-wednesday']))
  expect(keys('2026-12-24')).toContain('eve-christmas')
  expect(keys('2026-12-28')).toContain('between-the-years')
  expect(keys('2026-07-15')).toContain('general-holiday')
  expect(keys('2026-03-10')).toEqual([])
  expect(marksOf('none', '2026-05-17')).toEqual([])
})

test('school holidays come by county: most pupils in week 8, the rest in weeks 9 and 10', () => {
  const amount = (date: string) => marksOf('NO', date).find(({ key }) => key === 'school-winter')?.amount ?? 0
  const weeks = ['2026-02-18', '2026-02-25', '2026-03-04'].map(amount)
  expect(weeks.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9)
  expect(weeks[0]).toBeGreaterThan(weeks[1]!)
  expect(weeks[1]).toBeGreaterThan(weeks[2]!)
})

test('a squeezed day lies between a holiday and a weekend', () => {
  expect(isSqueezed('NO', '2026-05-15')).toBe(true)
  expect(isSqueezed('NO', '2026-05-13')).toBe(false)
  expect(isSqueezed('NO', '2026-05-18')).toBe(false)
})

test('wages come on the working day before a free one', () => {
  expect(isWageDay('2026-03-12')).toBe(true)
  // 15 March 2026 is a Sunday.
  expect(isWageDay('2026-03-13')).toBe(true)
  expect(isWageDay('2026-03-15')).toBe(false)
})

test('holidays of 2003 in the United States', () => {
  expect([...unitedStatesHolidays(2003)].sort()).toEqual([
    '2003-01-01',
    '2003-05-26',
    '2003-07-04',
    '2003-09-01',
    '2003-11-27',
    '2003-12-25',
  ])
})
