/** Change of a count between two periods, with how sure it is, and which topics really rise. */
import { type Interval, normalQuantile } from '../../../kernel/statistics.ts'

export type Change = {
  /** −1 … ∞: 0.18 is 18 percent more. */
  readonly change: number
  readonly interval: Interval
}

export type Counted = { readonly count: number; readonly days: number }

/**
 * Rate now against rate before: the logarithm of the ratio is near normal with variance φ(1/a + 1/b) (Rothman,
 * Modern Epidemiology, ch. 14; φ for counts that vary more than Poisson). Null when either is 0.
 *
 * @example changeOf({ count: 118, days: 28 }, { count: 100, days: 28 }) // +18 %, −10 to +54 % with φ 1
 */
export function changeOf(
  now: Counted,
  before: Counted,
  { level = 0.95, dispersion = 1 } = {},
): Change | null {
  if (now.count <= 0 || before.count <= 0 || now.days <= 0 || before.days <= 0) return null
  const ratio = now.count / now.days / (before.count / before.days)
  const half = normalQuantile((1 + level) / 2) * Math.sqrt(dispersion * (1 / now.count + 1 / before.count))
  return { change: ratio - 1, interval: [ratio * Math.exp(-half) - 1, ratio * Math.exp(half) - 1] }
}

/**
 * How many times more than Poisson the weekly counts of a series vary from one week to the next, at least 1: half the
 * mean square successive difference (von Neumann 1941) over the mean. A slow rise or a season is no noise in it.
 *
 * @example dispersionOf([10, 10, 10]) // 1
 * @example dispersionOf([5, 15, 5, 15]) // 100 / 2 / 10 = 5
 */
export function dispersionOf(weeks: readonly number[]): number {
  const mean = weeks.reduce((sum, count) => sum + count, 0) / weeks.length
  if (weeks.length < 3 || mean === 0) return 1
  const squares = weeks.slice(1).reduce((sum, count, at) => sum + (count - weeks[at]!) ** 2, 0)
  return Math.max(1, squares / (weeks.length - 1) / 2 / mean)
}

export type TopicTrend = {
  readonly topicId: string
  /** Contacts in each whole week, the last one last; weeks before the topic's first contact are 0. */
  readonly weeks: readonly number[]
  /** Days since the first contact; null when that is not known, because the log is hardly older. */
  readonly ageDays: number | null
}

export type Rise = Change & {
  readonly topicId: string
  /** First asked within the last six weeks. */
  readonly isNew: boolean
  /** Contacts in the last week. */
  readonly count: number
}

/** A topic is new for six weeks after its first contact. */
export const newForDays = 42
/** Fewer contacts than this in the last week say nothing. */
const fewest = 8

/**
 * Topics that rise: the last week is above the mean of the four weeks before, with certainty kept for all topics
 * together (Bonferroni at 95 percent). The strongest rise by its lower bound first.
 */
export function risingTopics(trends: readonly TopicTrend[]): readonly Rise[] {
  const level = 1 - 0.05 / Math.max(1, trends.length)
  return trends
    .flatMap(({ topicId, weeks, ageDays }) => {
      const now = weeks.at(-1) ?? 0
      const before = weeks.slice(-5, -1)
      if (now < fewest || before.length < 4) return []
      const isNew = ageDays !== null && ageDays <= newForDays
      // Half a contact stands in where there was none at all, so that what is new can rise too.
      const count = Math.max(
        0.5,
        before.reduce((sum, each) => sum + each, 0),
      )
      const dispersion = isNew ? 1 : dispersionOf(weeks.slice(0, -1))
      const change = changeOf({ count: now, days: 7 }, { count, days: 28 }, { level, dispersion })
      return change !== null && change.interval[0] > 0 ? [{ topicId, isNew, count: now, ...change }] : []
    })
    .sort((a, b) => b.interval[0] - a.interval[0] || (a.topicId < b.topicId ? -1 : 1))
}
