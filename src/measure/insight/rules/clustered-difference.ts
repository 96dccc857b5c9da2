/**
 * The difference of two shares whose contacts come from the same participants: contacts with one contact centre are
 * alike, so the spread is that between participants, not that of so many independent contacts (linearised variance of
 * a difference of ratios; Cochran 1977, Sampling Techniques, 6.19 and 9A; Student's t with participants − 1).
 */
import { type Interval, studentQuantile } from '../../../kernel/statistics.ts'
import { studentTail } from './student-tail.ts'

/** One participant's counts: how many of each group had it, of how many. */
export type ShareCounts = {
  readonly good: number
  readonly goodOf: number
  readonly rest: number
  readonly restOf: number
}

export type ClusteredDifference = ShareCounts & {
  /** −1 to 1. */
  readonly difference: number
  /** None where one participant alone is behind it, or nothing varies. */
  readonly interval: Interval | null
  readonly probability: number | null
}

/**
 * Share among the good less share among the rest; undefined where a group is empty.
 *
 * Example: two participants with 4 of 4 against 2 of 4, and 4 of 4 against 0 of 4 → 1 − 0.25 = 0.75.
 */
export function clusteredDifference(
  participants: readonly ShareCounts[],
  level: number,
): ClusteredDifference | undefined {
  const sum = (of: (counts: ShareCounts) => number) => participants.reduce((all, one) => all + of(one), 0)
  const counts = {
    good: sum(({ good }) => good),
    goodOf: sum(({ goodOf }) => goodOf),
    rest: sum(({ rest }) => rest),
    restOf: sum(({ restOf }) => restOf),
  }
  if (counts.goodOf === 0 || counts.restOf === 0) return undefined
  const [ofGood, ofRest] = [counts.good / counts.goodOf, counts.rest / counts.restOf]
  const difference = ofGood - ofRest
  const taking = participants.filter(({ goodOf, restOf }) => goodOf + restOf > 0)
  const freedom = taking.length - 1
  const squares = taking.reduce((all, one) => {
    const good = (one.good - ofGood * one.goodOf) / counts.goodOf
    const rest = (one.rest - ofRest * one.restOf) / counts.restOf
    return all + (good - rest) ** 2
  }, 0)
  if (freedom < 1 || squares <= 0) return { ...counts, difference, interval: null, probability: null }
  const error = Math.sqrt((squares * taking.length) / freedom)
  const half = studentQuantile((1 + level) / 2, freedom) * error
  return {
    ...counts,
    difference,
    interval: [Math.max(-1, difference - half), Math.min(1, difference + half)],
    probability: studentTail(difference / error, freedom),
  }
}
