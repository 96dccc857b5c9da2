import type { Random } from '../../../../kernel/random.ts'
import type { WeekPair } from '../effect.ts'

export type SimulatedWeeks = {
  readonly before: number
  readonly after: number
  /** Mean contacts a week. */
  readonly level: number
  /** Of the logarithm, week by week: its spread and how much of it stays until the next week. */
  readonly spread: number
  readonly stays: number
  /** The part that goes away at the start. */
  readonly drop: number
}

/** A topic and all others with a common season, noise that lasts, and Poisson counts. */
export function simulateWeeks(random: Random, settings: SimulatedWeeks): WeekPair[] {
  const { before, after, level, spread, stays, drop } = settings
  let noise = spread * normal(random)
  return Array.from({ length: before + after }, (_, week) => {
    noise = stays * noise + Math.sqrt(1 - stays ** 2) * spread * normal(random)
    const season = 1 + 0.3 * Math.sin(week / 8.3)
    const mean = level * season * Math.exp(noise) * (week >= before ? 1 - drop : 1)
    return { treated: poisson(mean, random), control: poisson(1000 * season, random) }
  })
}

export function poisson(mean: number, random: Random): number {
  if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)))
  let count = 0
  for (let product = random(); product > Math.exp(-mean); product *= random()) count++
  return count
}

export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
