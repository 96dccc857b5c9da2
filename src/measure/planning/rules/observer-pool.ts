/** A pool of observers for a plan without a list of them: as many as the work needs, named O001, O002, … */
import { observerNeed } from './observer-need.ts'
import type { PlanMethod, PlanObserver, PlanParticipant } from './plan-input.ts'

/** Room for illness and for weeks with more open days than the average one. */
const spare = 1.2
/** More than a participant has contacts, so that nobody needs to meet it twice. */
const beyondContacts = 10

/**
 * Enough for a full week's contacts with a fifth to spare, and for a participant's contacts by different people.
 *
 * @example 181 participants, 83 open days, 5 contacts a week: 4,525 / 83 × 5 / 5 × 1.2 = 66 observers
 */
export function observerPool(method: PlanMethod, participants: readonly PlanParticipant[]): PlanObserver[] {
  const { contacts, perWeek } = observerNeed({ method, participants, observers: [] })
  if (contacts === 0) return []
  const forTheWork = Math.ceil((perWeek / method.observers.contactsPerWeek) * spare)
  const count = Math.max(forTheWork, method.contactsPerParticipant + beyondContacts)
  const width = Math.max(3, String(count).length)
  return Array.from({ length: count }, (_, index) => {
    const name = `O${String(index + 1).padStart(width, '0')}`
    return {
      id: name,
      name,
      contactsPerWeek: method.observers.contactsPerWeek,
      customerOf: [],
      absences: [],
    }
  })
}
