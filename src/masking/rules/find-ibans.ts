import type { Span } from './span.ts'

/** Length of an IBAN by country. Source: SWIFT IBAN registry. */
const lengths: ReadonlyMap<string, number> = new Map(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24
   FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32
   LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24
   RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30`
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
)

const begins = /(?=([A-Za-z])[\s.\-_/>]{0,3}([A-Za-z])[\s.\-_/>]{0,3}\d[\s.\-_/>]{0,3}\d)/g
const longestGap = 3

/**
 * International account numbers with right check digits, spaced or not (ISO 13616, mod 97), and Norwegian ones with
 * any.
 *
 * @example findIbans('NO93 8601 1117 947') // [{ from: 0, to: 18, kind: 'iban' }]
 */
export function findIbans(text: string): readonly Span[] {
  const found: Span[] = []
  for (const match of text.matchAll(begins)) {
    const from = match.index
    const length = lengths.get(`${match[1]}${match[2]}`.toUpperCase())
    const read = length === undefined ? undefined : take(text, from, length)
    if (
      read &&
      (isIban(read.characters) || isNorwegian.test(read.characters)) &&
      !isProse(text.slice(from, read.to))
    )
      found.push({ from, to: read.to, kind: 'iban' })
  }
  return found
}

/** Mistyped, but nothing else looks like it. */
const isNorwegian = /^NO\d{13}$/

/** So many letters and digits from a place on, with at most three marks between two of them. */
function take(text: string, from: number, length: number): { characters: string; to: number } | undefined {
  let characters = ''
  let gap = 0
  for (let at = from; at < text.length && gap <= longestGap; at++) {
    const character = text[at]!
    if (/[A-Za-z\d]/.test(character)) {
      characters += character
      gap = 0
      if (characters.length === length) return { characters: characters.toUpperCase(), to: at + 1 }
    } else if (/[\s.\-_/>]/.test(character)) gap += 1
    else return undefined
  }
  return undefined
}

/** "mar|ch 12th to 14th in chicago": small letters with a space between them are words. */
function isProse(written: string): boolean {
  return /[a-z]/.test(written) && /[A-Za-z][^A-Za-z\d]+[A-Za-z]/.test(written.slice(2))
}

/** @example isIban('NO9386011117947') // true */
export function isIban(characters: string): boolean {
  if (lengths.get(characters.slice(0, 2)) !== characters.length) return false
  const turned = characters.slice(4) + characters.slice(0, 4)
  let rest = 0
  for (const character of turned) {
    const value = Number.parseInt(character, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}
