/**
 * Who can be told apart, and who can be best. All pairs are compared at once, so that the chance of calling any two
 * equal ones different is at most 1 − level for the whole list (family-wise): the largest of all studentised
 * differences of the resampled copies gives one critical value (single-step max-t; Westfall and Young 1993).
 *
 * Who can be best is the multiple comparison with the best (Hsu 1981; Edwards and Hsu 1983): an entry stays in the
 * set unless somebody lies above it by more than its own one-sided critical value. The set holds the truly best one
 * with the confidence of `level`, which a list of "level with the winner" does not promise.
 */
import { quantileInPlace } from '../../../kernel/statistics.ts'
import { noise } from './rank.ts'

export type Compared = {
  readonly value: number
  /** Of the resampled copies. */
  readonly standardError: number
  readonly copies: Float64Array
}

export type Comparison = {
  /** Standard errors of the difference that two must lie apart to be told apart. */
  readonly critical: number
  readonly canBeBest: readonly boolean[]
}

/** Copies are enough for a critical value when this many differences are drawn; of a long list never fewer than 500. */
const enoughDraws = 100_000_000
const fewestCopies = 500
/** With more than 2,000 entries no list is compared pair by pair. */
const mostEntries = 2000

/** Standard deviation of resampled values. Example: 1, 2, 3 → 1. */
export function standardErrorOf(copies: Float64Array): number {
  let mean = 0
  for (let copy = 0; copy < copies.length; copy++) mean += copies[copy]!
  mean /= copies.length
  let squares = 0
  for (let copy = 0; copy < copies.length; copy++) squares += (copies[copy]! - mean) ** 2
  return Math.sqrt(squares / (copies.length - 1))
}

/**
 * Whether two cannot be told apart: no proof that they are equal, and not transitive (a level with b, b with c, and a
 * above c). Example: 80 and 75 with standard errors of 3 and 4, critical 2 → level, as 5 < 2 × 5.
 */
export function areLevel(
  a: Pick<Compared, 'value' | 'standardError'>,
  b: Pick<Compared, 'value' | 'standardError'>,
  critical: number,
): boolean {
  const error = Math.hypot(a.standardError, b.standardError)
  return Math.abs(a.value - b.value) <= critical * error + noise
}

/** Compares everybody with everybody; undefined where there is nobody, or too many for it. */
export function compareAll(entries: readonly Compared[], level: number): Comparison | undefined {
  const count = entries.length
  const drawn = Math.min(...entries.map(({ copies }) => copies.length))
  const enough = Math.max(fewestCopies, Math.floor(enoughDraws / Math.max(1, count * (count - 1))))
  const resamples = Math.min(drawn, enough)
  if (count === 0 || count > mostEntries || resamples < 2) return undefined
  const all = new Float64Array(resamples)
  const most = new Float64Array(resamples)
  const canBeBest = entries.map((entry) => {
    most.fill(0)
    for (const other of entries) if (other !== entry) widen(most, entry, other)
    for (let copy = 0; copy < resamples; copy++) if (most[copy]! > all[copy]!) all[copy] = most[copy]!
    const critical = quantileInPlace(most, level)
    return entries.every((other) => other.value <= entry.value || areLevel(entry, other, critical))
  })
  return { critical: quantileInPlace(all, level), canBeBest }
}

/** Raises each number to how far the copy lifts `other` over `entry`, in standard errors of their difference. */
function widen(most: Float64Array, entry: Compared, other: Compared): void {
  const error = Math.hypot(entry.standardError, other.standardError)
  if (error === 0) return
  const [scale, shift] = [1 / error, other.value - entry.value]
  const [theirs, ours] = [other.copies, entry.copies]
  for (let copy = 0; copy < most.length; copy++) {
    const lift = (theirs[copy]! - ours[copy]! - shift) * scale
    if (lift > most[copy]!) most[copy] = lift
  }
}
