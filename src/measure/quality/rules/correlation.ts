/** How two columns of answers go together. */
import { type Interval, normalQuantile } from '../../../kernel/statistics.ts'

/** Pearson's r; null where one of the two does not vary. Example: (1, 2, 3) and (2, 4, 6) → 1. */
export function pearson(one: readonly number[], other: readonly number[]): number | null {
  const n = one.length
  if (n < 2) return null
  const [a, b] = [mean(one), mean(other)]
  let [both, first, second] = [0, 0, 0]
  for (let at = 0; at < n; at++) {
    const [x, y] = [one[at]! - a, other[at]! - b]
    both += x * y
    first += x * x
    second += y * y
  }
  if (first < 1e-12 || second < 1e-12) return null
  return Math.max(-1, Math.min(1, both / Math.sqrt(first * second)))
}

/** Spearman's rho: Pearson's r of the ranks, equal values sharing theirs. */
export function spearman(one: readonly number[], other: readonly number[]): number | null {
  return pearson(ranksOf(one), ranksOf(other))
}

/** Interval of rho by Fisher's transformation with the variance of Bonett and Wright (2000). */
export function spearmanInterval(rho: number, n: number, level = 0.95): Interval {
  if (Math.abs(rho) === 1 || n < 4) return [-1, 1]
  const half = normalQuantile((1 + level) / 2) * Math.sqrt((1 + rho ** 2 / 2) / (n - 3))
  return [Math.tanh(Math.atanh(rho) - half), Math.tanh(Math.atanh(rho) + half)]
}

/** Example: 10, 30, 10 → 1.5, 3, 1.5. */
export function ranksOf(values: readonly number[]): number[] {
  const order = values.map((_, at) => at).sort((a, b) => values[a]! - values[b]!)
  const ranks = new Array<number>(values.length)
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to + 1 < order.length && values[order[to + 1]!] === values[order[from]!]) to++
    for (let at = from; at <= to; at++) ranks[order[at]!] = (from + to) / 2 + 1
    from = to + 1
  }
  return ranks
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
