/** A channel's window of the day cut into parts, so that contacts are spread over the hours too. */
import { minutesOf } from '../../../kernel/clock.ts'
export type TimeWindow = { readonly from: number; readonly to: number }

const shortestPart = 120

/**
 * As many equal parts of at least two hours as there is room for; boundaries fall on whole five minutes.
 *
 * @example timeWindows({ from: '09:00', to: '15:00' }) // 9–11, 11–13, 13–15
 */
export function timeWindows(window: { readonly from: string; readonly to: string }): readonly TimeWindow[] {
  const from = minutesOf(window.from)
  const length = minutesOf(window.to) - from
  const parts = Math.max(1, Math.floor(length / shortestPart))
  const boundary = (part: number) =>
    part === parts ? from + length : from + Math.round((length * part) / parts / 5) * 5
  return Array.from({ length: parts }, (_, part) => ({ from: boundary(part), to: boundary(part + 1) }))
}
