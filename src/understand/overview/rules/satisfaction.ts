/** Mean satisfaction and the gap between two groups, from sums, so that a million answers cost what ten do. */
import { type Interval, studentQuantile } from '../../../kernel/statistics.ts'

/** Sum, sum of squares and number of answers, each answer from 0 (worst) to 1 (best). */
export type Sums = { readonly n: number; readonly sum: number; readonly squares: number }

export type Mean = { readonly n: number; readonly mean: number; readonly interval: Interval | null }

/**
 * Mean with Student's interval. No interval for fewer than two answers; bounds stay within 0 and 1.
 *
 * @example meanOf({ n: 4, sum: 2, squares: 1.5 }) // 0.5, 0–1 (standard deviation 0.408)
 */
export function meanOf({ n, sum, squares }: Sums, level = 0.95): Mean | null {
  if (n === 0) return null
  const mean = sum / n
  if (n < 2) return { n, mean, interval: null }
  const half =
    studentQuantile((1 + level) / 2, Math.min(1000, n - 1)) * Math.sqrt(varianceOf({ n, sum, squares }) / n)
  return { n, mean, interval: [Math.max(0, mean - half), Math.min(1, mean + half)] }
}

export type Gap = { readonly gap: number; readonly interval: Interval; readonly n: readonly [number, number] }

/**
 * How much less satisfied the first group is than the second, with Welch's interval (Welch 1947; degrees of freedom
 * by Satterthwaite 1946). Negative: less satisfied. Null where a group has fewer than two answers.
 */
export function gapOf(first: Sums, second: Sums, level = 0.95): Gap | null {
  if (first.n < 2 || second.n < 2) return null
  const gap = first.sum / first.n - second.sum / second.n
  const [a, b] = [varianceOf(first) / first.n, varianceOf(second) / second.n]
  if (a + b === 0) return { gap, interval: [gap, gap], n: [first.n, second.n] }
  const freedom = (a + b) ** 2 / (a ** 2 / (first.n - 1) + b ** 2 / (second.n - 1))
  const whole = Math.max(1, Math.min(1000, Math.floor(freedom)))
  const half = studentQuantile((1 + level) / 2, whole) * Math.sqrt(a + b)
  return { gap, interval: [gap - half, gap + half], n: [first.n, second.n] }
}

function varianceOf({ n, sum, squares }: Sums): number {
  return Math.max(0, (squares - (sum * sum) / n) / (n - 1))
}
