/** The results that are published with the open data, where names were changed and intervals must be drawn again. */
import type { EditionMethod } from '../edition/contract.ts'
import type { EditionResults } from '../results/contract.ts'
import { type GatheredContact, resultsOfContacts } from '../results/rules/gather-contacts.ts'

export type OpenInput = { readonly method: EditionMethod; readonly contacts: readonly GatheredContact[] }

export function run({ method, contacts }: OpenInput): EditionResults {
  return resultsOfContacts(method, contacts)
}
