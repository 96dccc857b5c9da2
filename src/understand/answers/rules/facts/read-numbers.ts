/** Amounts of money, percentages, clock times and counted things. */
import type { Value } from './values.ts'

/** `1200`, `1 200`, `1.200`, `1 200,50`, `1,200.50`. */
const number = String.raw`\d{1,3}(?:[ .\u00a0\u202f]\d{3})+(?:,\d{1,2})?|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:[.,]\d{1,2})?`
const start = String.raw`(?<![\d.,\w])`
const end = String.raw`(?![\d\w])`

/** As JavaScript writes it: `1200`, `1200.5`. */
export function numberKey(text: string): string {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, '')
  const thousands = /^\d{1,3}([.,])\d{3}(\1\d{3})*(?:[.,]\d{1,2})?$/.exec(plain)?.[1]
  const grouped =
    thousands === undefined ? plain : plain.replaceAll(new RegExp(`\\${thousands}(?=\\d{3})`, 'g'), '')
  return String(Number(grouped.replace(',', '.')))
}

const money = new RegExp(
  `${start}(?:(?:kr|nok|kroner)\\.?[ \\u00a0]?(${number})(?:,-|,–|,00)?${end}|(${number})(?:,-|[ \\u00a0]?(?:,-|kroner|kronar|krone|kr\\b|nok\\b|øre\\b)))`,
  'giu',
)

export function readMoney(text: string): readonly Value[] {
  return [...text.matchAll(money)].map((match) => {
    const amount = numberKey(match[1] ?? match[2] ?? '')
    const key = /øre$/i.test(match[0]) ? String(Number(amount) / 100) : amount
    return valueAt(match, { kind: 'money', key, unit: null })
  })
}

const percent = new RegExp(
  `${start}(${number})[ \\u00a0]?(?:%|prosent\\b|pst\\b|percent\\b|per cent\\b)`,
  'giu',
)

export function readPercent(text: string): readonly Value[] {
  return [...text.matchAll(percent)].map((match) =>
    valueAt(match, { kind: 'percent', key: numberKey(match[1] ?? ''), unit: null }),
  )
}

const clock =
  /(?<![\d.,])(?:(?:kl|klokka|klokken)\.?\s?(\d{1,2})(?:[.:](\d{2}))?|(\d{1,2})[.:](\d{2}))(?![\d.])(?!\s?(?:kr|%|prosent|timer|GB))/giu
const untilHour =
  /(?<=\d)\s?(?:[-–—]|til)\s?(\d{1,2})(?:[.:](\d{2}))?(?![\d.,]|\s?(?:kr|%|dag|uke|veke|mån))/giu

/** Clock times: "kl. 9", "09.00", and the end of "kl. 9–15". */
export function readTimes(text: string): readonly Value[] {
  const values: Value[] = []
  for (const match of text.matchAll(clock)) {
    const time = timeKey(match[1] ?? match[3], match[2] ?? match[4])
    if (time === undefined) continue
    values.push(valueAt(match, { kind: 'time', key: time, unit: null }))
    const after = match.index + match[0].length
    untilHour.lastIndex = after
    const until = untilHour.exec(text)
    const ending = until?.index === after ? timeKey(until[1], until[2]) : undefined
    if (until && ending !== undefined) values.push(valueAt(until, { kind: 'time', key: ending, unit: null }))
  }
  return values
}

function timeKey(hours: string | undefined, minutes = '00'): string | undefined {
  if (hours === undefined || Number(hours) > 24 || Number(minutes) > 59) return undefined
  return `${hours.padStart(2, '0')}:${minutes}`
}

/** What is counted, in the three languages, by the beginnings of its words; the longer ones first. */
const units: readonly (readonly [unit: string, words: string])[] = [
  ['workday', 'virkedag\\w*|virkedøgn|arbeidsdag\\w*|yrkedag\\w*|working days?|business days?'],
  ['day', 'dag(?:er|ar|ers|ars|s)?|døgn\\w*|days?'],
  ['week', 'uke[rs]?|veke[rs]?|vekers?|weeks?'],
  ['month', 'måned(?:er|ers|s)?|månad(?:er|ar|ers|ars|s)?|mnd\\.?|months?'],
  ['year', 'år(?:s|ene)?|years?'],
  ['hour', 'time[rs]?|timar(?:s)?|hours?'],
  ['minute', 'minutt(?:er|s)?|min\\b|minutes?'],
  ['kwh', 'kwh'],
  ['kw', 'kw\\b'],
  ['ampere', 'ampere|a\\b'],
  ['gb', 'gb|gigabyte'],
  ['mbit', 'mbit\\/s|mbps|mbit'],
  ['km', 'km|kilometer'],
  ['metre', 'meter|m\\b|metres?'],
  ['kilo', 'kg|kilo'],
  ['person', 'person(?:er|ar)?|people'],
  ['time', 'gang(?:er|ar)?|times'],
]

const words: ReadonlyMap<string, number> = new Map(
  Object.entries({
    en: 1,
    ett: 1,
    ei: 1,
    ein: 1,
    eitt: 1,
    to: 2,
    tre: 3,
    fire: 4,
    fem: 5,
    seks: 6,
    sju: 7,
    syv: 7,
    åtte: 8,
    ni: 9,
    ti: 10,
    elleve: 11,
    tolv: 12,
    fjorten: 14,
    femten: 15,
    tjue: 20,
    tretti: 30,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    twelve: 12,
    fourteen: 14,
    thirty: 30,
  }),
)

const counted = new RegExp(
  `${start}(${number}|${[...words.keys()].join('|')})[ \\u00a0-]?(${units.map(([, names]) => names).join('|')})(?![\\wæøå])`,
  'giu',
)
const unitPatterns = units.map(([unit, names]) => [unit, new RegExp(`^(?:${names})$`, 'iu')] as const)

/** "14 dager", "fjorten dagar", "14 days": all `14` of `day`. */
export function readCounts(text: string): readonly Value[] {
  return [...text.matchAll(counted)].flatMap((match) => {
    const unit = unitPatterns.find(([, pattern]) => pattern.test(match[2] ?? ''))?.[0]
    const word = (match[1] ?? '').toLowerCase()
    const key = String(words.get(word) ?? numberKey(word))
    return unit === undefined ? [] : [valueAt(match, { kind: 'count', key, unit })]
  })
}

export function valueAt(match: RegExpExecArray, value: Pick<Value, 'kind' | 'key' | 'unit'>): Value {
  return { ...value, text: match[0], from: match.index, to: match.index + match[0].length }
}
