/** What an uncertain load does to a queue: the level one can expect, and the chance of missing the target. */
import type { QueueFigures } from '../erlang/figures.ts'
import { type ServiceLevelConvention, serviceLevel } from '../erlang/figures.ts'
import { meetsTarget, type ServiceTarget } from '../service-target.ts'
import { loadChance, overLoad } from './load-spread.ts'

/** A queue's figures with the people that are there, when the load is this many times the forecast's mean. */
export type FiguresAt = (factor: number) => QueueFigures

/** The service level that can be expected, over the load. With cv .15 an on-paper .904 becomes .842. */
export function expectedLevel(figuresAt: FiguresAt, cv: number, convention: ServiceLevelConvention): number {
  return overLoad(cv, (factor) => serviceLevel(figuresAt(factor), convention))
}

/** A load above this many times the mean is beyond any forecast. */
const mostFactor = 64

/** The largest load, in forecasts' means, at which these people still meet the target; 0 when they never do. */
export function largestLoad(figuresAt: FiguresAt, target: ServiceTarget): number {
  const met = (factor: number) => meetsTarget(figuresAt(factor), target)
  let [low, high] = met(1) ? [1, 2] : [0, 1]
  while (low >= 1 && high < mostFactor && met(high)) [low, high] = [high, high * 2]
  if (high >= mostFactor) return Number.POSITIVE_INFINITY
  // Twenty halvings: a millionth of the load.
  for (let pass = 0; pass < 20; pass++) {
    const middle = (low + high) / 2
    if (met(middle)) low = middle
    else high = middle
  }
  return low
}

/** The chance that more comes than these people can take within the target. */
export function missChance(figuresAt: FiguresAt, cv: number, target: ServiceTarget): number {
  return 1 - loadChance(cv, largestLoad(figuresAt, target))
}
