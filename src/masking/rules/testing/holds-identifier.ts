/**
 * Whether a text still holds a valid identifier: the judge of the property tests. Written apart from the finders, with
 * the published validators, so that a mistake in a finder is not repeated here.
 */
import { idnr } from '@navikt/fnrvalidator'
import {
  dnummer,
  fodselsnummer,
  iban as isValidIban,
  kontonummer,
  organisasjonsnummer,
} from 'norsk-validator'

const within = /^[\s.\-‐-―/>]{0,4}$/u
const digitOf = (digit: string): string => {
  const code = digit.codePointAt(0)!
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660)
  return code >= 0x1d7ce ? String((code - 0x1d7ce) % 10) : digit.normalize('NFKC')
}

export function identifiersIn(text: string): readonly string[] {
  const seen = text.replaceAll(/[\u00ad\u200b]/g, '')
  const found: string[] = []
  const runs = [...seen.matchAll(/\p{Nd}+/gu)]
  for (let start = 0; start < runs.length; start++) {
    let digits = ''
    for (let end = start; end < runs.length; end++) {
      const [run, last] = [runs[end]!, runs[end - 1]]
      if (end > start && !within.test(seen.slice(last!.index + last![0].length, run.index))) break
      digits += [...run[0]].map(digitOf).join('')
      if (digits.length > 19) break
      if (isIdentifier(digits)) found.push(digits)
    }
  }
  const ibans = [
    ...text
      .normalize('NFKC')
      .replaceAll(/[\s\-‐-―./>]/g, '')
      .matchAll(/NO\d{13}/g),
  ]
  const emails = [...text.matchAll(/[\w.+-]+[@＠][\w-]+\.\w{2,}/g)].map(([address]) => address)
  return [...found, ...ibans.map(([one]) => one).filter((one) => isValidIban(one)), ...emails]
}

function isIdentifier(digits: string): boolean {
  if (digits.length === 9) return /^[89]/.test(digits) && organisasjonsnummer(digits)
  if (digits.length === 11)
    return idnr(digits).status === 'valid' || isBirthNumber(digits) || kontonummer(digits)
  return /^(4|5[1-5])/.test(digits) && digits.length === 16 && luhn(digits)
}

function isBirthNumber(digits: string): boolean {
  return /^[0-3]\d[01]\d/.test(digits) ? fodselsnummer(digits) : /^[4-7]/.test(digits) && dnummer(digits)
}

function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (1 + (index % 2))
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}
