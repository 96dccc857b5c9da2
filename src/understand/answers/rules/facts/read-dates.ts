/** Days of the calendar: "3. mars", "03.03.", "3.3.2027", "2027-03-03", "March 3rd". */
import { valueAt } from './read-numbers.ts'
import type { Value } from './values.ts'

const monthStarts = [
  'jan',
  'feb',
  'mar',
  'apr',
  'ma[iy]',
  'jun',
  'jul',
  'aug',
  'sep',
  'o[kc]t',
  'nov',
  'de[sc]',
] as const
const monthWord =
  '(?:januar|january|februar|february|mars|march|april|mai|may|juni|june|juli|july|august|september|oktober|october|november|desember|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|okt|oct|nov|des|dec)'

const written = new RegExp(
  String.raw`(?<![\d.])(\d{1,2})(?:\.|st|nd|rd|th)?\s?(${monthWord})(?![a-zæøå])\.?(?:\s(\d{4})(?!\d))?`,
  'giu',
)
const english = new RegExp(
  String.raw`(?<![a-zæøå])(${monthWord})\s(\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,?\s(\d{4})(?!\d))?`,
  'giu',
)
const figures = /(?<![\d.,])(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}|\d{2})(?!\d))?(?!\d)/gu
const slashed = /(?<![\d/])(\d{1,2})\/(\d{1,2})[ -/](\d{4})(?!\d)/gu
const iso = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/gu

export function readDates(text: string): readonly Value[] {
  return [
    ...found(text, iso, ([, year, month, day]) => [day, month, year]),
    ...found(text, written, ([, day, month, year]) => [day, monthNumber(month), year]),
    ...found(text, english, ([, month, day, year]) => [day, monthNumber(month), year]),
    ...found(text, figures, ([, day, month, year]) => [day, month, year]),
    ...found(text, slashed, ([, day, month, year]) => [day, month, year]),
  ]
}

type Parts = readonly [day: string | undefined, month: string | undefined, year: string | undefined]

function found(text: string, pattern: RegExp, read: (match: RegExpExecArray) => Parts): readonly Value[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const key = dateKey(read(match))
    return key === undefined ? [] : [valueAt(match, { kind: 'date', key, unit: null })]
  })
}

function dateKey([day = '', month = '', year]: Parts): string | undefined {
  const isDay = Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12
  if (!isDay) return undefined
  const whole = year === undefined ? '' : `-${year.length === 2 ? `20${year}` : year}`
  return `${month.padStart(2, '0')}-${day.padStart(2, '0')}${whole}`
}

function monthNumber(word = ''): string {
  return String(monthStarts.findIndex((start) => new RegExp(`^${start}`, 'i').test(word)) + 1)
}
