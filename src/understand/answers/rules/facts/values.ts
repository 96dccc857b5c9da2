/**
 * Amounts, percentages, dates, times, phone numbers, links and counted things in a sentence, each by one key however
 * it is written: "1 200 kr", "kr 1200,-" and "1200 kroner" are all `1200`; "3. mars" and "03.03." are `03-03`.
 */
import { readDates } from './read-dates.ts'
import { readLinks } from './read-links.ts'
import { readCounts, readMoney, readPercent, readTimes } from './read-numbers.ts'
import { readPhones } from './read-phones.ts'

export type ValueKind = 'money' | 'percent' | 'date' | 'time' | 'phone' | 'link' | 'count'

export type Value = {
  readonly kind: ValueKind
  /** The same value has the same key. A date with a year is `MM-DD-YYYY`. */
  readonly key: string
  /** What is counted: `day`, `kwh`; nothing for the other kinds. */
  readonly unit: string | null
  readonly text: string
  readonly from: number
  readonly to: number
}

const readers = [readLinks, readDates, readTimes, readMoney, readPercent, readPhones, readCounts] as const

/** In the order of the text. What one reader has taken, the next does not read again. */
export function valuesIn(text: string): readonly Value[] {
  const found: Value[] = []
  let left = text
  for (const read of readers) {
    for (const value of read(left)) {
      found.push({ ...value, text: text.slice(value.from, value.to) })
      left = left.slice(0, value.from) + '\u0001'.repeat(value.to - value.from) + left.slice(value.to)
    }
  }
  return found.toSorted((a, b) => a.from - b.from)
}

/** Whether two values are the same: a date without a year is the same in every year. */
export function sameValue(a: Value, b: Value): boolean {
  if (a.kind !== b.kind || a.unit !== b.unit) return false
  if (a.key === b.key) return true
  if (a.kind !== 'date') return false
  const [short, long] = a.key.length < b.key.length ? [a.key, b.key] : [b.key, a.key]
  return short.length === 5 && long.startsWith(short)
}

/** Whether they say the same kind of thing, so that they could contradict each other. */
export function comparable(a: Value, b: Value): boolean {
  return a.kind === b.kind && a.unit === b.unit
}
