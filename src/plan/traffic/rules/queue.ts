/** What a queue is: how it is answered, in which steps it is counted, and when it is open. */

import { type PlainDate, toEpochDay, weekdayOf } from '../../../kernel/calendar.ts'
import { minutesOf } from '../../../kernel/clock.ts'
import type { EnquiryChannel } from '../../../understand/intake/rules/enquiry-words.ts'

/** Answered at once · several at once · worked off (e-mail). */
export const queueKinds = ['calls', 'chats', 'tasks'] as const
export type QueueKind = (typeof queueKinds)[number]

export const intervalLengths = [5, 10, 15, 20, 30, 60] as const
export type IntervalMinutes = (typeof intervalLengths)[number]

/** From and to as `HH:MM`; `24:00` is the end of the day. */
export type OpeningSpan = { readonly from: string; readonly to: string }

/** Per ISO weekday, 1 Monday to 7 Sunday, in order of time and without overlap; none = closed. */
export type OpeningWeek = Readonly<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, readonly OpeningSpan[]>>

export type OpeningException = {
  readonly day: PlainDate
  readonly spans: readonly OpeningSpan[]
  readonly reason: string
}

export type Queue = {
  readonly id: string
  readonly name: string
  readonly channel: EnquiryChannel
  readonly kind: QueueKind
  readonly intervalMinutes: IntervalMinutes
  readonly opening: OpeningWeek
  readonly skill: string
}

/** When a queue is open on a day: the day's exception where there is one, or else its weekday's hours. */
export function openingOn(
  opening: OpeningWeek,
  exceptions: ReadonlyMap<PlainDate, readonly OpeningSpan[]>,
  day: PlainDate,
): readonly OpeningSpan[] {
  return exceptions.get(day) ?? opening[weekdayOf(toEpochDay(day)) as keyof OpeningWeek]
}

/**
 * The starts of the intervals that touch the spans, in minutes since midnight.
 *
 * @example slotsOf([{ from: '08:00', to: '09:00' }], 30) // [480, 510]
 */
export function slotsOf(spans: readonly OpeningSpan[], intervalMinutes: number): readonly number[] {
  const slots: number[] = []
  for (const { from, to } of spans) {
    const first = Math.floor(minutesOf(from) / intervalMinutes) * intervalMinutes
    for (let slot = first; slot < minutesOf(to); slot += intervalMinutes)
      if (slots.at(-1) !== slot) slots.push(slot)
  }
  return slots
}
