/** How many observers the work of a season asks for, and how much of it those who are there can take. */
import { keyFor } from '../../edition/rules/distribution-key.ts'
import type { PlanMethod, PlanObserver, PlanParticipant } from './plan-input.ts'
import { seasonOf } from './season.ts'

export type ObserverNeed = {
  readonly contacts: number
  /** Contacts in a week of five open days. */
  readonly perWeek: number
  /** What the observers take in a week, all together. */
  readonly takes: number
  /** Observers for an even week, each with what the edition gives an observer. */
  readonly needed: number
}

/**
 * Nobody is away and no two weeks differ: fewer observers than this are too few, and this many may still be.
 *
 * @example 500 contacts over 83 open days, 5 a week each: 500 / 83 × 5 = 30.1 a week, 7 observers
 */
export function observerNeed({
  method,
  participants,
  observers,
}: {
  readonly method: PlanMethod
  readonly participants: readonly PlanParticipant[]
  readonly observers: readonly Pick<PlanObserver, 'contactsPerWeek'>[]
}): ObserverNeed {
  const planned = participants.filter(
    ({ channels, withdrawn }) => !withdrawn && keyFor(method, channels).channels.length > 0,
  )
  const contacts = planned.length * method.contactsPerParticipant
  const perWeek = (contacts / Math.max(1, seasonOf(method.calendar).openDays.length)) * 5
  return {
    contacts,
    perWeek,
    takes: observers.reduce((sum, { contactsPerWeek }) => sum + contactsPerWeek, 0),
    needed: Math.ceil(perWeek / method.observers.contactsPerWeek),
  }
}
