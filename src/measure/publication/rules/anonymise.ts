/**
 * Contacts as they may be published: without texts, and with names only of those that are named on the page. Nothing
 * of what is left — order, numbers, the class's size — tells who is who.
 */
import { hashText } from '../../../kernel/random.ts'
import type { EditionMethod } from '../../edition/contract.ts'
import type { GatheredContact } from '../../results/rules/gather-contacts.ts'
import { smallestClass } from '../../results/rules/visible-results.ts'

export type PublishedContact = GatheredContact & { readonly number: number }

type Source = GatheredContact & { readonly participantId: string; readonly number: number }

/** Classes too small to hide in are put together under this name. */
export const mergedClass = 'Andre'

export type OpenContacts = {
  readonly method: EditionMethod
  readonly contacts: readonly PublishedContact[]
  /** Whether every name and class is the participant's own. */
  readonly isUnchanged: boolean
}

/**
 * `mayName` says who keeps its name; the others are P01, P02 … in an order drawn from their ids. Contacts are
 * numbered anew. A class in which somebody is hidden and that has fewer than four is merged with the others such.
 */
export function openContacts(
  method: EditionMethod,
  contacts: readonly Source[],
  mayName: (participant: string) => boolean,
): OpenContacts {
  const people = [...new Map(contacts.map((contact) => [contact.participantId, contact])).values()]
  const hidden = people.filter(({ participant }) => !mayName(participant))
  const codes = codesFor(hidden.map(({ participantId }) => participantId))
  const nameOf = (contact: Source) => codes.get(contact.participantId) ?? contact.participant
  const small = new Set(
    [...Map.groupBy(people, (one) => one.class)]
      .filter(([, members]) => members.length < smallestClass && members.some((one) => hidden.includes(one)))
      .map(([name]) => name),
  )
  const published = contacts
    .map(({ participantId: _id, ...contact }, at) => ({
      contact,
      name: nameOf(contacts[at]!),
      key: codes.has(contacts[at]!.participantId) ? hashText(contacts[at]!.participantId) : -1,
    }))
    .toSorted((a, b) => a.key - b.key || order(a.name, b.name) || a.contact.number - b.contact.number)
  return {
    method: withClasses(method, small),
    contacts: published.map(({ contact, name }, at) => ({
      ...contact,
      participant: name,
      class: small.has(contact.class) ? mergedClass : contact.class,
      number: at + 1,
    })),
    isUnchanged: hidden.length === 0 && small.size === 0,
  }
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Codes in an order that follows from nothing but the ids, which are never published. */
function codesFor(ids: readonly string[]): ReadonlyMap<string, string> {
  const width = String(ids.length).length
  const ordered = ids.toSorted((a, b) => hashText(a) - hashText(b) || order(a, b))
  return new Map(ordered.map((id, at) => [id, `P${String(at + 1).padStart(Math.max(2, width), '0')}`]))
}

/** The method with the merged class in place of the small ones. One without classes takes any and stays as it is. */
function withClasses(method: EditionMethod, small: ReadonlySet<string>): EditionMethod {
  if (small.size === 0 || method.classes.length === 0) return method
  const merged = (names: readonly string[]) => [
    ...new Set(names.map((name) => (small.has(name) ? mergedClass : name))),
  ]
  return {
    ...method,
    classes: merged(method.classes),
    scenarios: method.scenarios.map((scenario) => ({ ...scenario, classes: merged(scenario.classes) })),
  }
}
