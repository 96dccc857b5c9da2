/** Everything in a text that points at a person. Each finder works in time proportional to the text's length. */
import { digitGroups } from './digit-groups.ts'
import { findAddresses } from './find-addresses.ts'
import { findCheckedNumbers } from './find-checked-numbers.ts'
import { findEmails } from './find-emails.ts'
import { findIbans } from './find-ibans.ts'
import { findLinks } from './find-links.ts'
import { findNames, type NameKnowledge, noKnowledge } from './find-names.ts'
import { findPhones } from './find-phones.ts'
import { findPlates } from './find-plates.ts'
import { findSaid } from './find-said.ts'
import { plainText } from './plain-text.ts'
import { joined, type Span } from './span.ts'
import { withoutTokens } from './tokens.ts'

/**
 * The places in the text, names included, in order, without overlap.
 *
 * @example findPersonal('Kari, 912 34 567') // [{ from: 0, to: 4, kind: 'name' }, { from: 6, to: 16, kind: 'phone' }]
 */
export function findPersonal(text: string, knowledge: NameKnowledge = noKnowledge): readonly Span[] {
  return inOriginal(text, (plain) => {
    const names = findNames(plain, knowledge).map((span) => ({ ...span, kind: 'name' }) as const)
    return [...identifiersIn(plain), ...names]
  })
}

/** The same without names. */
export function findIdentifiers(text: string): readonly Span[] {
  return inOriginal(text, identifiersIn)
}

/** What is masked already says nothing about the words beside it, and is not read. */
function inOriginal(text: string, find: (plain: string) => readonly Span[]): readonly Span[] {
  const { text: plain, placeOf } = plainText(text)
  const spans = joined(find(withoutTokens(plain)))
  return spans.map(({ from, to, kind }) => ({ from: placeOf(from), to: placeOf(to), kind }))
}

function identifiersIn(text: string): readonly Span[] {
  const written = [...findEmails(text), ...findLinks(text)]
  if (!/\d/.test(text)) return written
  const groups = digitGroups(text)
  return [
    ...written,
    ...findCheckedNumbers(text, groups),
    ...findIbans(text),
    ...findPhones(text, groups),
    ...findSaid(text),
    ...findPlates(text),
    ...findAddresses(text),
  ]
}
