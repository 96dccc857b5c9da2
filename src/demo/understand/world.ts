/**
 * The whole world of enquiries with its truth, made anew from the same seed for every day on which it is made.
 * What is given out here is enough to check what the product finds: which question is new, which fix worked.
 */
import { createHash } from 'node:crypto'
import { addDays, type PlainDate } from '../../kernel/calendar.ts'
import { seededRandom } from '../../kernel/random.ts'
import { toLocal } from '../../kernel/zone.ts'
import { textKey } from '../../understand/topics/rules/text/text-key.ts'
import { demoTopics, newcomer } from './topics/index.ts'
import { yearOfContacts } from './year/cases.ts'
import { demoCalendar, mended, newcomerDaysAgo, turnDaysAgo, turnFactor, unmended } from './year/days.ts'
import { type DemoEnquiry, recordsOf } from './year/records.ts'

export const demoSeed = 'understand'

export type DemoYear = { readonly today: PlainDate; readonly enquiries: readonly DemoEnquiry[] }

/** @example demoYear(new Date('2027-03-01T09:00:00Z')).enquiries.length // about 25,000 */
export function demoYear(now: Date, seed: string = demoSeed): DemoYear {
  const today = toLocal(now).date
  const random = seededRandom(seed)
  return { today, enquiries: recordsOf(yearOfContacts(demoCalendar(today), random), random) }
}

/** What the year holds for those who look for it; days are local dates. */
export function demoTruth(now: Date) {
  const today = toLocal(now).date
  const named = (key: string) => ({
    key,
    topicId: demoTopicId(key),
    name: demoTopics.find((topic) => topic.key === key)!.name,
  })
  return {
    /** Asked for the first time on this day, and more every day since. */
    newQuestion: { ...named(newcomer), from: addDays(today, -newcomerDaysAgo) },
    /** From this day the rate of the topic is the given part of what it was: the fix works. */
    realDrop: { ...named(mended), from: addDays(today, -turnDaysAgo), factor: turnFactor },
    /** Three bad weeks before this day and an ordinary rate after it: nothing has been mended. */
    noDrop: { ...named(unmended), from: addDays(today, -turnDaysAgo), factor: 1 },
  } as const
}

/** The same topic has the same id in every demo world. */
export const demoTopicId = (key: string): string => idFrom(`demo topic ${key}`)

/** A UUID (version 8, RFC 9562) from the first 16 bytes of the SHA-256 of a text. */
export function idFrom(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** The id of a text: that of its normalised form. */
export const textId = (text: string): string => idFrom(textKey(text))
