import type { SeasonPoint } from '../../../src/measure/insight/contract.ts'

/** The lowest month, where its whole interval lies below that of the highest; else none stands out for certain. */
export function lowestMonth(months: readonly SeasonPoint[]): SeasonPoint | undefined {
  const known = months.filter(({ total, interval }) => total !== null && interval !== null)
  const ordered = known.toSorted((a, b) => a.total! - b.total!)
  const [lowest, highest] = [ordered[0], ordered.at(-1)]
  return lowest && highest && lowest.interval![1] < highest.interval![0] ? lowest : undefined
}
