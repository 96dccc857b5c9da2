/**
 * How often each entry is best among the resampled copies: the share of copies in which nobody lies above it, k
 * that share the top of a copy counting 1/k each. The shares sum to 1.
 *
 * Example: copies (90, 70), (80, 80) of two entries → 1.5 of 2 = 0.75 and 0.25.
 */
import { noise } from './rank.ts'

export function bestChances(copies: readonly Float64Array[]): number[] {
  const resamples = Math.min(...copies.map(({ length }) => length))
  if (copies.length === 0 || resamples === 0) return copies.map(() => Number.NaN)
  const highest = new Float64Array(resamples).fill(Number.NEGATIVE_INFINITY)
  for (const values of copies) {
    for (let copy = 0; copy < resamples; copy++) {
      if (values[copy]! > highest[copy]!) highest[copy] = values[copy]!
    }
  }
  const sharing = new Uint32Array(resamples)
  for (const values of copies) {
    for (let copy = 0; copy < resamples; copy++) {
      if (values[copy]! >= highest[copy]! - noise) sharing[copy]!++
    }
  }
  return copies.map((values) => {
    let sum = 0
    for (let copy = 0; copy < resamples; copy++) {
      if (values[copy]! >= highest[copy]! - noise) sum += 1 / sharing[copy]!
    }
    return sum / resamples
  })
}
