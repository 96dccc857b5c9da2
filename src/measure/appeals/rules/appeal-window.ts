/** Until when a participant can object, and by when the organiser should have decided. */
import { addDays } from '../../../kernel/calendar.ts'
import { nthWorkingDay } from '../../../kernel/holidays.ts'
import { endOfDay, toLocal } from '../../../kernel/zone.ts'

/** Working days from an appeal to its decision that the organiser aims at. */
export const decisionDays = 10

/**
 * The end of the last of `workingDays` working days after the day of `from`, which itself is not counted.
 *
 * @example endOfWorkingDays(Monday 10:00, 3) // the end of Thursday
 */
export function endOfWorkingDays(from: Date, workingDays: number): Date {
  return endOfDay(nthWorkingDay(addDays(toLocal(from).date, 1), workingDays))
}

export function isOpen(
  window: { readonly closesAt: Date; readonly closedAt: Date | null } | undefined,
  now: Date,
): boolean {
  return window !== undefined && window.closedAt === null && now < window.closesAt
}
