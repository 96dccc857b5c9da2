/**
 * The chance that a whole day misses its target. All its intervals share the day's factor, so that this is not the product
 * of their chances: it is the chance of a factor above the one at which the day, weighed by what comes, is just met.
 */
import type { QueueFigures } from './erlang/figures.ts'
import { loadChance } from './risk/load-spread.ts'
import { largestLoad } from './risk/risk.ts'
import type { ServiceTarget } from './service-target.ts'

export type DayInterval = {
  readonly mean: number
  /** With the people that are there, at so many times the mean. */
  readonly figuresAt: (factor: number) => QueueFigures
}

export function dayRisk(intervals: readonly DayInterval[], cv: number, target: ServiceTarget): number {
  const all = intervals.reduce((sum, { mean }) => sum + mean, 0)
  if (all === 0) return 0
  return (
    1 -
    loadChance(
      cv,
      largestLoad((factor) => dayFigures(intervals, factor), target),
    )
  )
}

/** Shares of the day's contacts; the occupancy is that of the mean interval. */
export function dayFigures(intervals: readonly DayInterval[], factor: number): QueueFigures {
  const all = intervals.reduce((sum, { mean }) => sum + mean, 0)
  const sums = {
    pWait: 0,
    servedWithin: 0,
    abandonedWithin: 0,
    meanWaitSeconds: 0,
    pAbandon: 0,
    occupancy: 0,
  }
  for (const { mean, figuresAt } of intervals) {
    if (mean === 0) continue
    const figures = figuresAt(factor)
    for (const name of Object.keys(sums) as (keyof QueueFigures)[]) sums[name] += (mean / all) * figures[name]
  }
  return sums
}
