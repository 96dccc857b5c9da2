/** Need against have: both are uncertain, and so is what is missing. */
import type { Distribution } from './binomial.ts'

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
    mean: need.mean - expected(have),
    low: quantile(need, spread, have, 0.025),
    high: quantile(need, spread, have, 0.975),
    enough: chanceAtMost(need, spread, have, 0),
  }
}

/** The chance that there are enough people; a need without spread counts as met when it is exactly reached. */
export const chanceOfEnough = (need: Need, have: Distribution): number =>
  chanceAtMost(need, spreadOf(need), have, 0)

const spreadOf = ({ low, high }: Need): number => Math.max(0, high - low) / (2 * 1.959964)

const expected = ({ chances, step }: Distribution): number =>
  chances.reduce((sum, chance, at) => sum + chance * at * step, 0)

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

function quantile(need: Need, spread: number, have: Distribution, probability: number): number {
  let low = need.mean - 9 * spread - have.chances.length * have.step
  let high = need.mean + 9 * spread
  for (let round = 0; round < 40; round++) {
    const middle = (low + high) / 2
    if (chanceAtMost(need, spread, have, middle) >= probability) high = middle
    else low = middle
  }
  return high
}

/** The standard normal distribution function (Abramowitz & Stegun 1964, 26.2.17; error below 7.5e-8). */
function normalBelow(x: number): number {
  if (x < 0) return 1 - normalBelow(-x)
  const t = 1 / (1 + 0.2316419 * x)
  const tail =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return 1 - (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * tail
}
