/** Conflicts of interest that a plan does not know of yet: contacts already given to an observer who is not impartial. */
import type { ContactState } from '../../fieldwork/contract.ts'
import { nameKey } from '../../planning/rules/plan-input.ts'

export type HeldContact = {
  readonly observerId: string
  readonly participant: string
  readonly state: ContactState
}

/** Contacts between an observer and a participant: still to be made, and made. Left-out ones do not count. */
export function contactsInConflict(
  contacts: readonly HeldContact[],
  { observerId, participant }: { readonly observerId: string; readonly participant: string },
): { readonly ahead: number; readonly made: number } {
  const key = nameKey(participant)
  const own = contacts.filter(
    (contact) =>
      contact.observerId === observerId &&
      contact.state !== 'excluded' &&
      nameKey(contact.participant) === key,
  )
  const ahead = own.filter(({ state }) => state === 'planned' || state === 'assigned').length
  return { ahead, made: own.length - ahead }
}
