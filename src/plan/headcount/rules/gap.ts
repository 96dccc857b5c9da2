/** Need against have: both are uncertain, and so is what is missing. */
import { normalQuantile } from '../../../kernel/statistics.ts'
import { type Distribution, meanOf } from './binomial.ts'

/** Practised colleagues that a month takes, with the interval in which it lies 95 of 100 times. */
export type Need = { readonly mean: number; readonly low: number; readonly high: number }

export type Gap = {
  /** Need less have; below 0 there are more than needed. */
  readonly mean: number
  readonly low: number
  readonly high: number
  /** The chance that there are enough. */
  readonly enough: number
}

/** The need as normal around its mean, and have as its exact distribution, independent of each other. */
export function gapOf(need: Need, have: Distribution): Gap {
  const spread = spreadOf(need)
  return {
    mean: need.mean - meanOf(have),
    low: quantile(need, spread, have, 0.025),
    high: quantile(need, spread, have, 0.975),
    enough: chanceAtMost(need, spread, have, 0),
  }
}

/** The chance that there are enough people; a need without spread counts as met when it is exactly reached. */
export const chanceOfEnough = (need: Need, have: Distribution): number =>
  chanceAtMost(need, spreadOf(need), have, 0)

const spreadOf = ({ low, high }: Need): number => Math.max(0, high - low) / (2 * normalQuantile(0.975))

/** P(need − have ≤ gap). */
function chanceAtMost({ mean }: Need, spread: number, { chances, step }: Distribution, gap: number): number {
  let sum = 0
  for (let at = 0; at < chances.length; at++) {
    const chance = chances[at]!
    if (chance === 0) continue
    const room = at * step + gap - mean
    sum += chance * (spread === 0 ? (room >= -1e-9 ? 1 : 0) : normalBelow(room / spread))
  }
  return sum
}

const fineEnough = 1e-9
const mostRounds = 100

/**
 * The gap that is not exceeded with the probability: Newton's steps from where it would be if all were normal, and
 * halving where a step leads out of what is known.
 */
function quantile(need: Need, spread: number, have: Distribution, probability: number): number {
  const mean = meanOf(have)
  const variance = have.chances.reduce((sum, chance, at) => sum + chance * (at * have.step - mean) ** 2, 0)
  let low = need.mean - 9 * spread - have.chances.length * have.step
  let high = need.mean + 9 * spread
  let gap = need.mean - mean + normalQuantile(probability) * Math.sqrt(variance + spread ** 2)
  for (let round = 0; round < mostRounds && high - low > fineEnough; round++) {
    const over = chanceAtMost(need, spread, have, gap) - probability
    if (over >= 0) high = gap
    else low = gap
    const next = gap - over / densityAt(need, spread, have, gap)
    if (Math.abs(next - gap) < fineEnough) return next
    gap = next > low && next < high ? next : (low + high) / 2
  }
  return high
}

/** Of need − have; 0 where the need has no spread. */
function densityAt({ mean }: Need, spread: number, { chances, step }: Distribution, gap: number): number {
  if (spread === 0) return 0
  let sum = 0
  for (let at = 0; at < chances.length; at++) {
    const x = (at * step + gap - mean) / spread
    if (chances[at]! > 0 && Math.abs(x) < asGoodAsCertain) sum += chances[at]! * Math.exp((-x * x) / 2)
  }
  return sum / (spread * Math.sqrt(2 * Math.PI))
}

/** Standard deviations beyond which nothing is left of the normal distribution that a double could tell from 1. */
const asGoodAsCertain = 8.3

/** The standard normal distribution function (Abramowitz & Stegun 1964, 26.2.17; error below 7.5e-8). */
function normalBelow(x: number): number {
  if (Math.abs(x) > asGoodAsCertain) return x < 0 ? 0 : 1
  if (x < 0) return 1 - normalBelow(-x)
  const t = 1 / (1 + 0.2316419 * x)
  const tail =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return 1 - (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * tail
}
