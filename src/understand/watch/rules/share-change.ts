/**
 * Has a share become worse than it was? The pooled two-sample z test of proportions (Fleiss, Levin & Paik 2003,
 * ch. 3), one-sided at one in two hundred, and by five points at least: what is certain but small is no alarm.
 */
import { normalQuantile } from '../../../kernel/statistics.ts'

export type Share = { readonly part: number; readonly n: number }

const fewest = 30
const leastPoints = 0.05
const critical = normalQuantile(0.995)

/** @example isWorse({ part: 20, n: 200 }, { part: 60, n: 200 }) // true: from 10 to 30 percent */
export function isWorse(before: Share, now: Share): boolean {
  if (before.n < fewest || now.n < fewest) return false
  const [was, is] = [before.part / before.n, now.part / now.n]
  if (is - was < leastPoints) return false
  const pooled = (before.part + now.part) / (before.n + now.n)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / before.n + 1 / now.n))
  return error > 0 && (is - was) / error > critical
}
