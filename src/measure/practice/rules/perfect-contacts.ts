/** Which contacts are worth learning from. */

type Scored = {
  readonly contactId: string
  readonly date: string
  readonly number: number
  readonly score: number
}

/** A score of 100 may be a rounding error away. */
const perfect = 100 - 1e-9
const mostShown = 10
const mostClosest = 3
/** Below this a contact is no example. */
const closeEnough = 90

/** Newest first, ten at most. Example: scores 100, 97, 100 → the two with 100. */
export function perfectContacts<Contact extends Scored>(contacts: readonly Contact[]): readonly Contact[] {
  return contacts
    .filter(({ score }) => score >= perfect)
    .toSorted((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : b.number - a.number))
    .slice(0, mostShown)
}

/** The three best of at least 90 where none is perfect; otherwise none. */
export function closestContacts<Contact extends Scored>(contacts: readonly Contact[]): readonly Contact[] {
  if (perfectContacts(contacts).length > 0) return []
  return contacts
    .filter(({ score }) => score >= closeEnough)
    .toSorted((a, b) => b.score - a.score || b.number - a.number)
    .slice(0, mostClosest)
}
