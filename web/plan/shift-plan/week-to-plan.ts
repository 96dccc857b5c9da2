/** Which week is meant: the one that is on, and from Friday the next. */
import { addDays, isPlainDate, mondayOf, type PlainDate } from '../../../src/kernel/calendar.ts'
import { toLocal } from '../../../src/kernel/zone.ts'

/** @example weekToPlan(new Date('2027-03-05T10:00Z')) // '2027-03-08': it is Friday */
export function weekToPlan(now: Date): PlainDate {
  return mondayOf(addDays(toLocal(now).date, 3))
}

/** The Monday of what the address says; of the week to plan when that is no date. */
export function weekInAddress(text: string, now: Date): PlainDate {
  return isPlainDate(text) ? mondayOf(text) : weekToPlan(now)
}
