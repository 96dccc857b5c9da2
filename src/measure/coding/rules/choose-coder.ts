/** Who codes a contact the second time: never who made it, never a customer there, and the work is shared. */
import { type Random, shuffled } from '../../../kernel/random.ts'

export type Coder = {
  readonly observerId: string
  /** Names of participants where the person is a customer. */
  readonly customerOf: ReadonlySet<string>
  /** Contacts that the person has coded, or is asked to code. */
  readonly coded: ReadonlySet<string>
  /** Codings that wait for the person. */
  readonly waiting: number
}

export type ToBeCoded = {
  readonly contactId: string
  readonly observerId: string | null
  readonly participant: string
}

export function mayCode(coder: Coder, contact: ToBeCoded): boolean {
  return (
    coder.observerId !== contact.observerId &&
    !coder.customerOf.has(contact.participant) &&
    !coder.coded.has(contact.contactId)
  )
}

export type ChosenCoder<Contact> = { readonly contact: Contact; readonly observerId: string | undefined }

/**
 * A coder for each contact, the one with the fewest waiting first and by lot between equal ones; undefined where
 * nobody may. Example: two contacts by A, coders A, B and C → one each for B and C.
 */
export function chooseCoders<Contact extends ToBeCoded>(
  contacts: readonly Contact[],
  coders: readonly Coder[],
  random: Random,
): readonly ChosenCoder<Contact>[] {
  const waiting = new Map(coders.map(({ observerId, waiting: count }) => [observerId, count]))
  return contacts.map((contact) => {
    const [chosen] = shuffled(
      coders.filter((coder) => mayCode(coder, contact)),
      random,
    ).toSorted((one, other) => waiting.get(one.observerId)! - waiting.get(other.observerId)!)
    if (chosen) waiting.set(chosen.observerId, waiting.get(chosen.observerId)! + 1)
    return { contact, observerId: chosen?.observerId }
  })
}
