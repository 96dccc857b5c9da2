/** Finds what else points at a person: telephone numbers, e-mail addresses and national identity numbers. */

export type Identifier = { readonly from: number; readonly to: number; readonly kind: IdentifierKind }
export type IdentifierKind = 'phone' | 'email' | 'nationalId'

const email = /[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}/gu
const eleven = /(?<![\d-])(\d{2})(\d{2})\d{2}[ .]?\d{5}(?!\d)/g
const phone =
  /(?<![\d.,-])(?:(?:\+|00)47[ .]?)?[2-9]\d(?:\d[ .]?\d{2}[ .]?\d{3}|[ .]?\d{2}[ .]?\d{2}[ .]?\d{2}|\d[ .]?\d{3}[ .]?\d{2})(?!\d)/g

/** Addresses of an office, which say nothing about a person. */
const office =
  /^(post|kundeservice|kundesenter|kunde|info|hei|hello|support|kontakt|contact|firmapost|no-?reply|ikke-?svar|service|salg|sales)@/i

/**
 * In order of place. A number of eleven digits counts as a national identity number when its first four can be a
 * day and a month (D-numbers and numbers from tests too); amounts of money and office addresses are left alone.
 *
 * @example findIdentifiers('Ring 912 34 567.') // [{ from: 5, to: 15, kind: 'phone' }]
 */
export function findIdentifiers(text: string): readonly Identifier[] {
  const emails = [...text.matchAll(email)]
    .filter(([address]) => !office.test(address))
    .map((match) => spanOf(match, 'email'))
  const nationalIds = [...text.matchAll(eleven)]
    .filter(([, day, month]) => isDay(Number(day)) && isMonth(Number(month)))
    .map((match) => spanOf(match, 'nationalId'))
  const phones = [...text.matchAll(phone)]
    .filter((match) => !/^\s*(kr\b|kroner|,-|nok)/i.test(text.slice(match.index + match[0].length)))
    .map((match) => spanOf(match, 'phone'))
  const taken = [...emails, ...nationalIds]
  const free = phones.filter((one) => !taken.some((other) => one.from < other.to && one.to > other.from))
  return [...taken, ...free].toSorted((one, other) => one.from - other.from)
}

function spanOf(match: RegExpExecArray, kind: IdentifierKind): Identifier {
  return { from: match.index, to: match.index + match[0].length, kind }
}

/** D-numbers add 40 to the day. */
const isDay = (day: number): boolean => day % 40 >= 1 && day % 40 <= 31 && day <= 71
/** Numbers made for tests add 40 or 80 to the month. */
const isMonth = (month: number): boolean => month % 40 >= 1 && month % 40 <= 12
