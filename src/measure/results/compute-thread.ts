/** Results computed away from the server's own thread: drawing the intervals takes a second or more. */
import type { EditionMethod } from '../edition/contract.ts'
import type { EditionResults } from './contract.ts'
import { type GatheredContact, resultsOfContacts } from './rules/gather-contacts.ts'

export type ComputeInput = { readonly method: EditionMethod; readonly contacts: readonly GatheredContact[] }

export function run({ method, contacts }: ComputeInput): EditionResults {
  return resultsOfContacts(method, contacts)
}
