/** What of a shift is work: without its breaks, and without the time in which its agent is away. */
import type { Span } from '../../rules/types.ts'

/** The parts of the span that none of the others covers, in order of time. */
export function without(span: Span, taken: readonly Span[]): readonly Span[] {
  const left: Span[] = []
  let from = span.from
  for (const other of taken.toSorted((one, two) => one.from - two.from)) {
    if (other.to <= from || other.from >= span.to) continue
    if (other.from > from) left.push({ from, to: other.from })
    from = Math.max(from, other.to)
  }
  if (from < span.to) left.push({ from, to: span.to })
  return left
}

/** @example a shift 8–16 with a break 11–11.30 and its agent away from 15: 8–11 and 11.30–15 */
export function workSpans(
  shift: Span & { readonly breaks: readonly Span[] },
  away: readonly Span[] = [],
): readonly Span[] {
  return without(shift, [...shift.breaks, ...away])
}
