/** Where a time lies in the column of its day: every day shows the same hours of the clock. */
import { minutesOf } from '../../../src/kernel/clock.ts'
import { type LocalDay, localOf } from '../../../src/plan/shifts/rules/local-days.ts'
import type { Minute, Span } from '../../../src/plan/shifts/rules/types.ts'

export type DayScale = {
  readonly days: readonly LocalDay[]
  /** Minutes of the day, whole hours. */
  readonly from: number
  readonly to: number
}

const day = 24 * 60

/** Minutes on the clock since the day's midnight; beyond the day real minutes go on. */
export function clockIn({ from, to }: LocalDay, minute: Minute): number {
  if (minute < from) return minute - from
  return minute < to ? minutesOf(localOf(minute).time) : day + minute - to
}

export const dayOf = (days: readonly LocalDay[], minute: Minute): LocalDay | undefined =>
  days.find(({ from, to }) => minute >= from && minute < to)

/** All that is open or worked has its place; whatever goes past midnight asks for whole days. */
export function dayScale(
  days: readonly LocalDay[],
  spans: readonly Span[],
  shown: readonly LocalDay[],
): DayScale {
  let [first, last] = [day, 0]
  for (const span of spans) {
    const own = dayOf(days, span.from)
    if (!own) continue
    first = Math.min(first, clockIn(own, span.from))
    last = Math.max(last, clockIn(own, span.to))
  }
  if (first >= last) [first, last] = [8 * 60, 16 * 60]
  if (last > day) [first, last] = [0, day]
  return { days: shown, from: Math.floor(first / 60) * 60, to: Math.ceil(last / 60) * 60 }
}

/** Left edge and width as shares of the day's column. */
export function placeOf(
  { from, to }: DayScale,
  on: LocalDay,
  span: Span,
): { readonly left: number; readonly width: number } {
  const start = clockIn(on, span.from)
  return { left: (start - from) / (to - from), width: (clockIn(on, span.to) - start) / (to - from) }
}

/** Minutes of the clock at a share of the column. */
export const clockAt = ({ from, to }: DayScale, share: number): number => from + share * (to - from)
