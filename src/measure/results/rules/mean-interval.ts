import { type Interval, studentQuantile, wilsonInterval } from '../../../kernel/statistics.ts'

export type Scale = { readonly low: number; readonly high: number }

export type CountedValue = { readonly value: number; readonly count: number }

export type Mean = { readonly n: number; readonly mean: number | null; readonly interval: Interval | null }

/**
 * Mean of answers on a scale, from how many gave each value, with an interval: Student's t where the answers spread
 * inside the scale; Wilson's where they lie at its two ends only (yes and no) or are all the same, since then the
 * t interval is wrong or has no width. No interval from a single answer.
 *
 * Example: 20 yes and 5 no on 0–100 → mean 80, Wilson 61–91 at 95 %.
 */
export function meanWithInterval(values: readonly CountedValue[], { low, high }: Scale, level: number): Mean {
  const given = values.filter(({ count }) => count > 0)
  const n = given.reduce((sum, { count }) => sum + count, 0)
  if (n === 0) return { n, mean: null, interval: null }
  const mean = given.reduce((sum, { value, count }) => sum + value * count, 0) / n
  if (n === 1 || high === low) return { n, mean, interval: null }
  const atEnds = given.every(({ value }) => value === low || value === high)
  if (atEnds || given.length === 1) {
    const [from, to] = wilsonInterval((mean - low) / (high - low), n, level)
    return { n, mean, interval: [low + from * (high - low), low + to * (high - low)] }
  }
  const squares = given.reduce((sum, { value, count }) => sum + count * (value - mean) ** 2, 0)
  const half = studentQuantile((1 + level) / 2, n - 1) * Math.sqrt(squares / (n - 1) / n)
  return { n, mean, interval: [Math.max(low, mean - half), Math.min(high, mean + half)] }
}
