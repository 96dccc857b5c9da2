/** Why a contact cannot stay as it is. A contact without a reason is never touched. */
import { isAbsent, isWithinHours } from '../frame.ts'
import { openIndexOf, weekNumber } from '../season.ts'
import type { Desk } from './desk.ts'

export const moveReasons = [
  'closedDay',
  'noRoomForAttempts',
  'overdue',
  'observerGone',
  'observerAbsent',
  'observerCustomer',
  'observerConflict',
  'observerChannel',
  'observerHours',
  'observerFull',
  'channelChanged',
  'withdrawn',
  'added',
  'noLongerInKey',
] as const
export type MoveReason = (typeof moveReasons)[number]

/** Why its day cannot stay; `before`: the epoch day up to which contacts are overdue. */
export function dayReason({ frame, columns }: Desk, row: number, before: number): MoveReason | undefined {
  const day = openIndexOf(frame.season, columns.day[row]!)
  if (day < 0) return 'closedDay'
  if (day > frame.channels[columns.channel[row]!]!.lastDay) return 'noRoomForAttempts'
  return columns.day[row]! < before ? 'overdue' : undefined
}

/** Why its observer cannot stay. */
export function observerReason({ frame, columns, weekLoad }: Desk, row: number): MoveReason | undefined {
  const observer = columns.observer[row]!
  const person = frame.observers[observer]
  if (!person) return 'observerGone'
  if (person.customerOf.has(columns.participant[row]!)) return 'observerCustomer'
  if (person.conflicts.has(columns.participant[row]!)) return 'observerConflict'
  if (person.channels?.has(columns.channel[row]!) === false) return 'observerChannel'
  if (isAbsent(person, columns.day[row]!)) return 'observerAbsent'
  const when = { day: columns.day[row]!, from: columns.from[row]!, to: columns.to[row]! }
  if (!isWithinHours(person, when)) return 'observerHours'
  const load = weekLoad.get(weekNumber(columns.day[row]!))![observer]!
  return load > person.contactsPerWeek ? 'observerFull' : undefined
}
