import { type Group, type Window, windows } from './digit-groups.ts'
import { isAmount, isCaseNumber } from './money.ts'
import type { Span } from './span.ts'

/**
 * Telephone numbers: eight digits as Norwegians set them apart, with +47 or 0047 or without, and foreign numbers with
 * + or 00, with a leading 0, or as (212) 555-0123. Amounts, dates, readings and numbers of a case are left alone.
 * Numbering plan: Nkom, 8-digit series 2–9; 20 is not in use, so that 20240312 stays a date.
 *
 * @example findPhones('Ring 912 34 567', groups) // [{ from: 5, to: 15, kind: 'phone' }]
 */
export function findPhones(text: string, groups: readonly Group[]): readonly Span[] {
  return [...norwegian(text, groups), ...inBrackets(text), ...withPrefix(text), ...foreign(text)]
}

function norwegian(text: string, groups: readonly Group[]): Span[] {
  const found: Span[] = []
  for (const window of windows(groups, 8, 8)) {
    if (!isNorwegian(window, text)) continue
    found.push({ from: window.from, to: window.to, kind: 'phone' })
  }
  return found
}

const series = /^(?:2[1-9]|[3-79]\d|8[0-589])/
const phoneGap = /^(?:[ .\-·•'’]{1,2}| - | ?\n[> ]{0,3})$/

function isNorwegian({ groups, digits, from, to }: Window, text: string): boolean {
  if (!series.test(digits)) return false
  if (groups.slice(1).some(({ gap }) => !phoneGap.test(gap!))) return false
  const lengths = groups.map((group) => group.digits.length)
  const spelled = lengths.every((length) => length === 1)
  if (!spelled && !isMobileByOne(lengths, digits) && lengths.some((length) => length < 2)) return false
  if (hasPartOfNumber(text, from, to) || isAmount(text, from, to)) return false
  if (lengths.length === 1) return !isCaseNumber(text, from)
  return !isDate(lengths, groups) && !isRoundAmount(lengths, groups) && !isTwoDecimals(groups)
}

/** "4 12 34 567": the first digit of a mobile by itself, as the others are set apart in twos and threes. */
function isMobileByOne(lengths: readonly number[], digits: string): boolean {
  const [first, ...rest] = lengths
  return first === 1 && /^[49]/.test(digits) && rest.length === 3 && rest.every((length) => length > 1)
}

/** "1,22334455", "22334455,5" and 0x80070057: part of a longer number. */
function hasPartOfNumber(text: string, from: number, to: number): boolean {
  return /\d,$|0x$/.test(text.slice(Math.max(0, from - 2), from)) || /^,\d/.test(text.slice(to, to + 2))
}

/** 22.03.2024. */
function isDate(lengths: readonly number[], groups: readonly Group[]): boolean {
  if (lengths.join('') !== '224') return false
  const [day, month, year] = groups.map((group) => Number(group.digits))
  return day! >= 1 && day! <= 31 && month! >= 1 && month! <= 12 && year! >= 1900 && year! < 2100
}

/** 25 000 000, and 4000 5000: thousands, and two round sums side by side. */
function isRoundAmount(lengths: readonly number[], groups: readonly Group[]): boolean {
  if (lengths.join('') === '233') return groups.at(-1)!.digits === '000' || groups[1]!.digits === '000'
  return lengths.join('') === '44' && groups.every(({ digits }) => digits.endsWith('0'))
}

/** 21.00-23.30, 22.50 33.75, 59.91 10.75: two times, two prices, two parts of a place on the map. */
function isTwoDecimals(groups: readonly Group[]): boolean {
  const gaps = groups.slice(1).map(({ gap }) => gap!.trim())
  return groups.length === 4 && gaps[0] === '.' && gaps[1] !== '.' && gaps[2] === '.'
}

/** (412)34567 and (22) 33 44 55: eight digits, the first ones in brackets. */
const bracketed = /(?<!\d)\(\d{2,4}\)[ .-]{0,2}\d{2,6}(?:[ .-]\d{2,3}){0,2}(?![\d-]|[.,]\d)/g

function inBrackets(text: string): Span[] {
  return [...text.matchAll(bracketed)].map(spanOf).filter(({ from, to }) => {
    const digits = text.slice(from, to).replaceAll(/\D/g, '')
    const isOther = isAmount(text, from, to) || isCaseNumber(text, from)
    return digits.length === 8 && series.test(digits) && !isOther
  })
}

/** +47 and 0047, however the rest is set apart, and every other country's. */
const prefixed = /(?:\+[ ]?|(?<!\d)00)[1-9](?:[ .\-/()'\n]{0,3}\d){6,13}(?!\d)/g
const bare47 = /(?<![\d.,-])47[ .-]?[2-9](?:[ .-]?\d){7}(?!\d)/g

function withPrefix(text: string): Span[] {
  const found = [...text.matchAll(prefixed)].map(spanOf)
  const bare = [...text.matchAll(bare47)].filter(
    ({ 0: it, index }) => !isAmount(text, index, index + it.length),
  )
  return [...found, ...bare.map(spanOf)]
}

const american = /(?:\(\d{3}\)[ .-]{0,2}|(?<![\d-])\d{3}[.-])\d{3}[ .-]\d{4}(?![\d-])/g
/** With the 0 that many countries dial before an area: 070-123 45 67, 020 7946 0958. */
const trunk = /(?<![\d.,/:-])\(?0[1-9]\d{0,4}\)?[ -]{1,2}\d{2,4}(?:[ -]?\d{2,4}){1,3}(?![\d,:/.-]?\d)/g

function foreign(text: string): Span[] {
  const grouped = [...text.matchAll(trunk)].filter(({ 0: it }) => {
    const digits = it.replaceAll(/\D/g, '').length
    return digits >= 9 && digits <= 11
  })
  return [...[...text.matchAll(american)].map(spanOf), ...grouped.map(spanOf)]
}

const spanOf = ({ 0: it, index }: RegExpExecArray): Span => ({
  from: index,
  to: index + it.length,
  kind: 'phone',
})
