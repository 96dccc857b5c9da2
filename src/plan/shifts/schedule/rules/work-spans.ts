/** What of a shift is work: without its breaks, and without the time in which its agent is away. */
import type { PlannedShift } from './planned-shift.ts'

export type Span = readonly [from: number, to: number]

/** The parts of the span that none of the others covers, in order of time. */
export function without(span: Span, taken: readonly Span[]): readonly Span[] {
  const left: Span[] = []
  let from = span[0]
  for (const [start, end] of taken.toSorted((one, other) => one[0] - other[0])) {
    if (end <= from || start >= span[1]) continue
    if (start > from) left.push([from, start])
    from = Math.max(from, end)
  }
  if (from < span[1]) left.push([from, span[1]])
  return left
}

/**
 * A shift's time at work. Absence is milliseconds since 1970, as what comes out.
 *
 * @example a shift 8–16 with a break 11–11.30 and its agent away from 15: 8–11 and 11.30–15
 */
export function workSpans(
  shift: Pick<PlannedShift, 'startsAt' | 'endsAt' | 'breaks'>,
  away: readonly Span[] = [],
): readonly Span[] {
  const breaks = shift.breaks.map(({ startsAt, endsAt }): Span => [Date.parse(startsAt), Date.parse(endsAt)])
  return without([Date.parse(shift.startsAt), Date.parse(shift.endsAt)], [...breaks, ...away])
}

/** Minutes that are paid: all but unpaid breaks. */
export function paidMinutes(shift: Pick<PlannedShift, 'startsAt' | 'endsAt' | 'breaks'>): number {
  const unpaid = shift.breaks
    .filter(({ paid }) => !paid)
    .reduce((sum, { startsAt, endsAt }) => sum + Date.parse(endsAt) - Date.parse(startsAt), 0)
  return (Date.parse(shift.endsAt) - Date.parse(shift.startsAt) - unpaid) / 60_000
}
