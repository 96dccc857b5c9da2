import { isAmount, isCaseNumber } from './money.ts'
import type { Span } from './span.ts'

/** Two letters and five digits; I, M, O and Q are not used (Statens vegvesen, kjennemerkeforskriften). */
const upper = /(?<![\p{L}\d])(?<letters>[A-HJ-LNPR-Z]{2})[ -]?(?:\d{5}|\d{2} \d{3})(?![\d\p{L}]|[.,]\d)/gu
const lower = /(?<![\p{L}\d])(?<letters>[a-hj-lnpr-z]{2})[ -]?\d{5}(?![\d\p{L}]|[.,]\d)/gu
/** Four digits for motor cycles and trailers, and the neighbours' plates, only where a vehicle is spoken of. */
const others =
  /(?<![\p{L}\d])(?:[A-HJ-LNPR-Z]{2}[ -]?\d{4}|[A-Z]{3}[ -]?\d{2}[A-Z\d]|[A-Z]{2}[ -]?\d{2}[ -]?\d{3})(?![\d\p{L}])/giu
const vehicle =
  /(?:bil(?:en)?|regn?r|reg\.?\s?n(?:umme)?r|skilt(?:et|nummer|nr)?|registreringsn(?:ummer|r)|kjennemerke|elbil(?:en)?|varebil(?:en)?|mc|motorsykkel(?:en)?|tilhenger(?:en)?|hengar(?:en)?|plate|car|vehicle|registration)[^\n\d\]]{0,12}$/i
/** Words of two letters that stand in front of figures, so that a space between is none of a plate's. */
const words = new Set(
  'kr nr kl ca nb ps id tv pc er en et på av og om vi du de da se ta få gå bø by ja nå ny pr st ft sa ba be'.split(
    ' ',
  ),
)

/**
 * Norwegian number plates, and other plates behind a word for a vehicle. Two capitals and five digits are a plate even
 * alone, unless what stands beside says that it is an order, a product or an amount.
 *
 * @example findPlates('Bilen er EK 12345') // [{ from: 9, to: 17, kind: 'plate' }]
 */
export function findPlates(text: string): readonly Span[] {
  if (!/\p{L}{2}[ -]?\d{2}/u.test(text)) return []
  const capital = [...text.matchAll(upper)].filter(
    ({ 0: it, index, groups }) =>
      !words.has(groups!.letters!.toLowerCase()) && (spokenOf(text, index) || !isOther(text, index, it)),
  )
  const small = [...text.matchAll(lower)].filter(
    ({ 0: it, index, groups }) =>
      !words.has(groups!.letters!) && (/^(?!el)[a-z]{2}\d/.test(it) || spokenOf(text, index)),
  )
  const other = [...text.matchAll(others)].filter(
    ({ 0: it, index }) => spokenOf(text, index) && !words.has(it.slice(0, 2).toLowerCase()),
  )
  return [...capital, ...small, ...other].map(({ 0: it, index }) => ({
    from: index,
    to: index + it.length,
    kind: 'plate',
  }))
}

/** "Modell WH12345", "EK 12345 kr", "AB-12345-X", "SV 10000": of a thousand plates one ends in three zeros. */
function isOther(text: string, from: number, found: string): boolean {
  const to = from + found.length
  const isCode = /[-/]/.test(text.charAt(from - 1)) || /^[-/][\p{L}\d]/u.test(text.slice(to, to + 2))
  const isRound = /^\p{L}+ .*000$/u.test(found)
  return isCode || isRound || isCaseNumber(text, from) || isAmount(text, from, to)
}

const spokenOf = (text: string, index: number): boolean =>
  vehicle.test(text.slice(Math.max(0, index - 40), index))
