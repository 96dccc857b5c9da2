/** Finds what else points at a person: telephone numbers, e-mail addresses and national identity numbers. */
import { findIdentifiers as findEveryIdentifier } from '../../../masking/rules/find-personal.ts'

export type Identifier = { readonly from: number; readonly to: number; readonly kind: IdentifierKind }
export type IdentifierKind = 'phone' | 'email' | 'nationalId'

const kinds: readonly string[] = ['phone', 'email', 'nationalId'] satisfies readonly IdentifierKind[]
const isMasked = (span: { readonly kind: string }): span is Identifier => kinds.includes(span.kind)

/** Addresses of an office, which say nothing about a person. */
const office =
  /^(post|kundeservice|kundesenter|kunde|info|hei|hello|support|kontakt|contact|firmapost|no-?reply|ikke-?svar|service|salg|sales)@/i

/**
 * In order of place. Amounts of money and office addresses are left alone.
 *
 * @example findIdentifiers('Ring 912 34 567.') // [{ from: 5, to: 15, kind: 'phone' }]
 */
export function findIdentifiers(text: string): readonly Identifier[] {
  return findEveryIdentifier(text)
    .filter(isMasked)
    .filter(({ from, to, kind }) => kind !== 'email' || !office.test(text.slice(from, to)))
}
