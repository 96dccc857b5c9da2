/** The one sentence over a waterfall: what most of the gap is. */
import type { Gap, GapStep } from '../../../src/measure/insight/contract.ts'

export type GapFinding =
  | { readonly kind: 'above'; readonly points: number }
  /** `isMost`: at least half of all that is lost; else only the largest part. */
  | { readonly kind: 'behind'; readonly step: GapStep; readonly isMost: boolean }

/**
 * Example: −6 by the unanswered, −3 by the welcome and +1 by the mix → behind, most by the unanswered. Undefined where
 * there is no gap at all.
 */
export function findGap({ from, to, steps }: Gap): GapFinding | undefined {
  if (to > from) return { kind: 'above', points: to - from }
  const lost = steps.filter(({ value }) => value < 0)
  const worst = lost.toSorted((a, b) => a.value - b.value)[0]
  if (!worst) return undefined
  const all = lost.reduce((sum, { value }) => sum + value, 0)
  return { kind: 'behind', step: worst, isMost: worst.value * 2 <= all }
}
