/** Months as their text `YYYY-MM`, which sorts as it should. */
import { addDays, fromEpochDay, type PlainDate, toEpochDay } from '../../../kernel/calendar.ts'

export type Month = string

export const monthOf = (date: PlainDate): Month => date.slice(0, 7)
export const firstDayOf = (month: Month): PlainDate => `${month}-01`
export const lastDayOf = (month: Month): PlainDate => addDays(firstDayOf(addMonths(month, 1)), -1)

/** @example addMonths('2026-11', 3) // '2027-02' */
export function addMonths(month: Month, count: number): Month {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const all = year * 12 + number - 1 + count
  return `${Math.floor(all / 12)}-${String((((all % 12) + 12) % 12) + 1).padStart(2, '0')}`
}

export const monthsFrom = (first: Month, count: number): readonly Month[] =>
  Array.from({ length: count }, (_, at) => addMonths(first, at))

export const daysIn = (month: Month): number =>
  toEpochDay(firstDayOf(addMonths(month, 1))) - toEpochDay(firstDayOf(month))

/** Mean length of a month in days: 365.25 ÷ 12. */
export const monthDays = 30.4375

export const middleOf = (month: Month): PlainDate =>
  fromEpochDay(toEpochDay(firstDayOf(month)) + Math.floor(daysIn(month) / 2))
