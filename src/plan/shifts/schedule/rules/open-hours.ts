/** When a queue is open, as real minutes. */

import { addDays, type PlainDate } from '../../../../kernel/calendar.ts'
import { clockOf } from '../../../../kernel/clock.ts'
import { type OpeningSpan, type OpeningWeek, openingOn, slotsOf } from '../../../traffic/rules/queue.ts'
import { minuteAt } from '../../rules/local-days.ts'
import type { Minute, Span } from '../../rules/types.ts'

export type OpenQueue = {
  readonly opening: OpeningWeek
  readonly exceptions: Readonly<Record<string, readonly OpeningSpan[]>>
  readonly intervalMinutes: number
}

/** @example daysBetween('2027-03-01', '2027-03-03').length // 3 */
export function daysBetween(from: PlainDate, to: PlainDate): readonly PlainDate[] {
  const days: PlainDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

export function openSpans({ opening, exceptions }: OpenQueue, days: readonly PlainDate[]): readonly Span[] {
  const other = new Map(Object.entries(exceptions))
  return days.flatMap((day) =>
    openingOn(opening, other, day).map(({ from, to }) => ({
      from: minuteAt(day, from),
      to: minuteAt(day, to),
    })),
  )
}

/** Where the queue's intervals of a day begin. */
export function openSlots(
  { opening, exceptions, intervalMinutes }: OpenQueue,
  day: PlainDate,
): readonly Minute[] {
  const spans = openingOn(opening, new Map(Object.entries(exceptions)), day)
  return slotsOf(spans, intervalMinutes).map((minute) => minuteAt(day, clockOf(minute)))
}
