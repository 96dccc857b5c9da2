/**
 * A text as the finders read it: digits of any alphabet as 0–9, full-width letters and signs as plain ones, every
 * kind of space and dash as one, and what nobody sees (zero-width and soft hyphens) left out.
 */

export type PlainText = {
  readonly text: string
  /** Where a place of the plain text lies in the original. */
  readonly placeOf: (index: number) => number
}

const unusual = /[^\u0020-\u007e\n\t\u00a1-\u00ac\u00ae-\u02ff]/
const invisible =
  /\u034f|[\ufe00-\ufe0f]|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/
const space = /[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u0085\v\f\r]/
const dash = /[\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d]/
const digit = /\p{Nd}/u

/** @example plainText('９１\u00a0２３').text // '91 23' */
export function plainText(text: string): PlainText {
  if (!unusual.test(text)) return { text, placeOf: (index) => index }
  const parts: string[] = []
  const places: number[] = []
  let at = 0
  for (const character of text) {
    const plain = plainCharacter(character)
    for (let index = 0; index < plain.length; index++) places.push(at)
    if (plain !== '') parts.push(plain)
    at += character.length
  }
  places.push(at)
  return { text: parts.join(''), placeOf: (index) => places[index] ?? at }
}

function plainCharacter(character: string): string {
  if (character >= ' ' && character <= '~') return character
  if (invisible.test(character)) return ''
  if (space.test(character)) return ' '
  if (dash.test(character)) return '-'
  if (digit.test(character)) return String(digitValue(character.codePointAt(0)!))
  const folded = character >= '\uff01' && character <= '\uff5e' ? character.normalize('NFKC') : character
  return folded.length === 1 ? folded : character
}

/** Digits of an alphabet stand in tens, so that the value is how far one is from the nearest zero below. */
function digitValue(code: number): number {
  let zero = code
  while (code - zero < 9 && digit.test(String.fromCodePoint(zero - 1))) zero -= 1
  return mathematical(code) ?? code - zero
}

/** The five mathematical alphabets of digits stand right after each other. */
function mathematical(code: number): number | undefined {
  return code >= 0x1d7ce && code <= 0x1d7ff ? (code - 0x1d7ce) % 10 : undefined
}
