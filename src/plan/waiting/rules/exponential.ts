/**
 * Patience as one number: the same chance of giving up in every second of waiting. With those who were answered not
 * seen to the end, the likelihood is greatest at everybody's waiting time ÷ how many gave up (Brown et al. 2005, J. Am.
 * Stat. Assoc. 100:36). The interval is that of a Poisson count (Garwood 1936; Lawless 2003, 4.1). Docs:
 * docs/methods/patience.md.
 */
import { normalQuantile } from '../../../kernel/statistics.ts'
import { chiSquareTail } from '../../../measure/expectations/rules/kendall-w.ts'

export type ExponentialPatience = {
  /** Mean in seconds, and its interval; nobody knows how high it may be while nobody has given up. */
  readonly mean: number
  readonly low: number
  readonly high: number
}

/**
 * @param waited seconds that all have waited together, answered or not
 * @param lost how many gave up
 * @returns null when nobody has given up, or nobody has waited
 * @example 9 ends in 359 weeks at risk: 39.9 weeks, from 21.0 to 87.2
 */
export function exponentialPatience(waited: number, lost: number, level = 0.95): ExponentialPatience | null {
  if (lost <= 0 || waited <= 0) return null
  const tail = (1 - level) / 2
  return {
    mean: waited / lost,
    low: (2 * waited) / chiSquareQuantile(1 - tail, 2 * lost + 2),
    high: (2 * waited) / chiSquareQuantile(tail, 2 * lost),
  }
}

/** The share that still waits after so long, of those who are not answered. */
export const staysExponential = (mean: number, seconds: number): number => Math.exp(-seconds / mean)

/** From here on Wilson and Hilferty's cube root (1931) is right to five digits. */
const manyFreedoms = 2000

/**
 * Quantile of chi-square by halving between bounds around Wilson and Hilferty's approximation.
 *
 * @example chiSquareQuantile(0.95, 1) // 3.841
 */
export function chiSquareQuantile(probability: number, freedom: number): number {
  const spread = 2 / (9 * freedom)
  const near = freedom * Math.max(0, 1 - spread + normalQuantile(probability) * Math.sqrt(spread)) ** 3
  if (freedom > manyFreedoms) return near
  let [low, high] = [near * 0.5, near * 1.5 + 1]
  while (1 - chiSquareTail(low, freedom) > probability) low /= 2
  while (1 - chiSquareTail(high, freedom) < probability) high *= 2
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2
    if (1 - chiSquareTail(middle, freedom) < probability) low = middle
    else high = middle
  }
  return (low + high) / 2
}
