import {
  isAccount,
  isCard,
  isNationalId,
  isOrganisationNumber,
  looksLikeNationalId,
} from './checked-numbers.ts'
import { type Group, type Window, windows } from './digit-groups.ts'
import type { PersonalKind, Span } from './span.ts'

type Checked = Extract<PersonalKind, 'nationalId' | 'card' | 'account' | 'organisationNumber'>

/**
 * National identity numbers, cards, accounts and organisation numbers, however their digits are set apart. A number
 * with right control digits is always found. One with wrong ones is found when it looks like a mistyped identity
 * number (a date of birth and five more) or an account (1234 56 78901).
 *
 * @example findCheckedNumbers('fnr 010107 50160', groups) // [{ from: 4, to: 16, kind: 'nationalId' }]
 */
export function findCheckedNumbers(text: string, groups: readonly Group[]): readonly Span[] {
  const found: (Window & { readonly kind: Checked })[] = []
  for (const window of windows(groups, 9, 19)) {
    const kind = kindOf(window, text)
    if (kind) found.push({ ...window, kind })
  }
  const stuck = groups.flatMap((group) => stuckTogether(group))
  return [...found.map(({ from, to, kind }) => ({ from, to, kind })), ...stuck]
}

function kindOf(window: Window, text: string): Checked | undefined {
  const { digits } = window
  if (digits.length === 11 && isSaidAccount(window, text)) return 'account'
  if (isNationalId(digits) || isWithWholeYear(window)) return 'nationalId'
  if (window.groups.slice(1).some(({ isUsual }) => !isUsual)) return undefined
  if (digits.length === 9) return isOrganisationNumber(digits) ? 'organisationNumber' : undefined
  if (digits.length !== 11) return isCard(digits) ? 'card' : undefined
  if (isAccount(digits)) return 'account'
  return mistyped(window, text)
}

/** "15.03.1985 10190": the date with all four digits of the year, and the personal number behind it. */
function isWithWholeYear({ groups, digits }: Window): boolean {
  const shape = groups.map((group) => group.digits.length).join('-')
  if (!/^[12]-[12]-4-5$|^8-5$/.test(shape)) return false
  const [day = '', month = '', year = ''] =
    shape === '8-5'
      ? [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 8)]
      : groups.map((group) => group.digits.padStart(2, '0'))
  if (!/^(?:19|20)/.test(year)) return false
  return isNationalId(day + month + year.slice(2) + digits.slice(-5))
}

const idWords =
  /(?:f[øo]dsels(?:nummer|nr)|person(?:nummer|nr)|pers\.?\s?nr|f\.?nr|f[øo]dt|d-?nummer|d-?nr|born|ssn)[^\p{L}\d\]]{0,20}$/iu
const accountWords =
  /(?:konto(?:nummer|nr)?|kontonr\.|account(?: number| no)?|bankgiro)[^\p{L}\d\]]{0,20}(?:(?:er|is|nr|no)[^\p{L}\d\]]{0,3})?$/iu

/** Some numbers are both; the word before, or the account's own way of setting it apart, decides. */
function isSaidAccount({ groups, from, digits }: Window, text: string): boolean {
  const shape = groups.map((group) => group.digits.length).join('-')
  if (shape === '4-2-5' && isAccount(digits)) return true
  return accountWords.test(text.slice(Math.max(0, from - 40), from))
}

function mistyped({ groups, digits, from }: Window, text: string): Checked | undefined {
  const shape = groups.map((group) => group.digits.length).join('-')
  const before = text.slice(Math.max(0, from - 40), from)
  if (shape === '4-2-5') return 'account'
  if (idWords.test(before)) return 'nationalId'
  if (shape === '11') return looksLikeNationalId(digits, { plainOnly: true }) ? 'nationalId' : undefined
  const isDateFirst = shape === '6-5' || shape === '2-2-2-5'
  return isDateFirst && looksLikeNationalId(digits, { plainOnly: false }) ? 'nationalId' : undefined
}

/** Several numbers written without anything between them: "0101075016001010750160". */
function stuckTogether({ digits, from, to }: Group): Span[] {
  if (digits.length === 11 || digits.length % 11 !== 0 || digits.length > 110) return []
  for (let at = 0; at < digits.length; at += 11)
    if (!isNationalId(digits.slice(at, at + 11)) && !isAccount(digits.slice(at, at + 11))) return []
  return [{ from, to, kind: 'nationalId' }]
}
