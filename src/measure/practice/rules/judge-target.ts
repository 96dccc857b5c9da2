/**
 * Whether a centre is where it wants to be (M7.6): said only as far as the contacts can tell. A level inside the
 * interval is neither reached nor missed; the figure alone decides nothing.
 */
import type { Interval } from '../../../kernel/statistics.ts'
import type { Verdict } from '../contract.ts'

export type Aim = {
  /** 0–100. */
  readonly level: number
  /** The target is a ceiling: less is better. */
  readonly isLessBetter: boolean
}

export type Known = {
  readonly value: number
  readonly n: number | null
  readonly interval: readonly [number, number] | null
}

export type Judged = {
  readonly verdict: Verdict
  /** How far on the good side of the level, in points; negative: that much is missing. */
  readonly distance: number
  readonly distanceInterval: Interval | null
  /** Whether the contacts that were measured keep the level, whatever chance had to do with it. */
  readonly isMet: boolean
  /** About how many contacts it would take to tell, were the figure to stay; only where it cannot be told. */
  readonly needed: number | null
}

/** More than this many contacts is as good as never. */
const mostNeeded = 1000

/**
 * Reached: the whole interval lies on the good side. Not reached: the whole interval lies on the other side.
 * Otherwise it cannot be told. Contacts needed: n × (half-width ÷ distance)², since an interval narrows by √n.
 *
 * Example: 74 (66–82) with n = 25 against at least 80 → cannot be told, 6 missing, about 45 contacts needed.
 */
export function judgeTarget({ value, n, interval }: Known, { level, isLessBetter }: Aim): Judged {
  const side = isLessBetter ? -1 : 1
  const distance = side * (value - level)
  const isMet = distance >= 0
  if (interval === null)
    return { verdict: 'cannotTell', distance, distanceInterval: null, isMet, needed: null }
  const ends = [side * (interval[0] - level), side * (interval[1] - level)] as const
  const [low, high] = [Math.min(...ends), Math.max(...ends)]
  const distanceInterval: Interval = [low, high]
  if (low >= 0) return { verdict: 'reached', distance, distanceInterval, isMet, needed: null }
  if (high < 0) return { verdict: 'notReached', distance, distanceInterval, isMet, needed: null }
  const half = distance >= 0 ? distance - low : high - distance
  const needed = n === null || distance === 0 ? null : Math.ceil(n * (half / distance) ** 2)
  const isWithin = needed !== null && needed <= mostNeeded
  return { verdict: 'cannotTell', distance, distanceInterval, isMet, needed: isWithin ? needed : null }
}
