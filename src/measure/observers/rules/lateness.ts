/** Whether an observer was late with a contact, by the deadlines that the observer's page shows. */
import { nthWorkingDay } from '../../../kernel/holidays.ts'
import { endOfDay, toLocal } from '../../../kernel/zone.ts'
import { allowance } from '../../fieldwork/rules/due.ts'

export type TimedContact = {
  /** The planned day. */
  readonly date: string
  readonly firstAttemptAt: Date | null
  /** When the last attempt was over: answered or given up. */
  readonly endedAt: Date | null
  readonly handedInAt: Date | null
}

/**
 * The first attempt on a later day than planned, or the form after the second working day, the day of the answer
 * included.
 *
 * @example planned Monday, attempted Monday, answered Monday, form on Wednesday // late
 */
export function wasLate({ date, firstAttemptAt, endedAt, handedInAt }: TimedContact): boolean {
  if (firstAttemptAt && toLocal(firstAttemptAt).date > date) return true
  if (!endedAt || !handedInAt) return false
  return handedInAt > endOfDay(nthWorkingDay(toLocal(endedAt).date, allowance.form))
}
