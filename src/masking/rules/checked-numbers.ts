/**
 * Numbers that prove themselves: which strings of digits are valid identifiers.
 *
 * Sources: Skatteetaten, fødselsnummer with the control digits that hold from 2032, D-number (day + 40) and the
 * synthetic ranges (month + 80, + 40, + 65); Direktoratet for e-helse, H-number (month + 40) and FH-number (first
 * digit 8 or 9); Brønnøysundregistrene, organisation numbers (mod 11, first digit 8 or 9); Bits, account numbers
 * (mod 11); ISO/IEC 7812 with Luhn for cards.
 */
import { idnr } from '@navikt/fnrvalidator'
import { kontonummer, organisasjonsnummer } from 'norsk-validator'

/** @example isNationalId('01010750160') // true */
export function isNationalId(digits: string): boolean {
  if (digits.length !== 11) return false
  if (idnr(digits).status === 'valid') return true
  return hasControlDigits(digits) && (digits[0]! >= '8' || isSyntheticDate(digits))
}

const first = [3, 7, 6, 1, 8, 9, 4, 5, 2]
const second = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]

function hasControlDigits(digits: string): boolean {
  return controlDigit(digits, first) === digits[9] && controlDigit(digits, second) === digits[10]
}

function controlDigit(digits: string, weights: readonly number[]): string | undefined {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  const control = (11 - (sum % 11)) % 11
  return control === 10 ? undefined : String(control)
}

/** Made-up people: 65 added to the month (test numbers of test numbers). */
function isSyntheticDate(digits: string): boolean {
  const [day, month] = [Number(digits.slice(0, 2)) % 40, Number(digits.slice(2, 4)) - 65]
  return day >= 1 && day <= 31 && month >= 1 && month <= 12
}

/** Eleven digits that begin like a date of birth, whatever their control digits: someone may have mistyped. */
export function looksLikeNationalId(digits: string, { plainOnly }: { readonly plainOnly: boolean }): boolean {
  if (digits.length !== 11) return false
  const [day, month] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4))]
  if (plainOnly) return day >= 1 && day <= 31 && month >= 1 && month <= 12
  return day % 40 >= 1 && day % 40 <= 31 && day <= 71 && month % 40 >= 1 && month % 40 <= 12
}

/** @example isAccount('76940512057') // true */
export function isAccount(digits: string): boolean {
  return digits.length === 11 && !/^0+$/.test(digits) && kontonummer(digits)
}

/** @example isOrganisationNumber('998447356') // true */
export function isOrganisationNumber(digits: string): boolean {
  return digits.length === 9 && digits[0]! >= '8' && organisasjonsnummer(digits)
}

/** How long the numbers of each network are, by how they begin. Source: ISO/IEC 7812 ranges in use, 2024. */
const cards: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^4/, [13, 16, 19]],
  [/^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^(30[0-5]|3095|36|38|39)/, [14, 16, 19]],
  [/^(6011|64[4-9]|65)/, [16, 19]],
  [/^35(2[89]|[3-8])/, [16, 17, 18, 19]],
  [/^(62|81)/, [16, 17, 18, 19]],
  [/^(50|5[6-9]|6)/, [12, 13, 14, 15, 16, 17, 18, 19]],
  [/^(9792|220[0-4])/, [16]],
]

/** @example isCard('4111111111111111') // true */
export function isCard(digits: string): boolean {
  if (digits.length < 12 || digits.length > 19) return false
  return (
    cards.some(([begins, lengths]) => lengths.includes(digits.length) && begins.test(digits)) && luhn(digits)
  )
}

function luhn(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    const value = Number(digits[digits.length - 1 - index]) * (index % 2 === 0 ? 1 : 2)
    sum += value > 9 ? value - 9 : value
  }
  return sum % 10 === 0
}
