/**
 * Jumps of the level that nothing known explains. For every date one more column is tried in the fitted model,
 * lasting or fading, and around the best date a few half-lives; the likelihood ratio of the best one, searched over all dates, must pass a threshold that a series
 * without a jump passes about once in ten years of days (measured in the benchmark).
 */
import type { DayGrid } from './day-grid.ts'
import type { OriginFit } from './fit-origin.ts'
import type { ProposedShock } from './forecast-types.ts'
import { whiten } from './linear/drift-filter.ts'
import { tryColumn } from './linear/mixed-model.ts'

/** χ² that the largest of all candidates must pass. */
const threshold = 22
/** Smaller jumps are nothing to plan for. */
const smallest = Math.log(1.08)
const fewestAfter = 4
const fewestBefore = 15
/** Days until half is left; null stays. A fading jump must beat a lasting one by this much, since it has one figure more. */
const halfLives = [null, 45, 21, 10] as const
const fadingCost = 4

type Candidate = {
  readonly at: number
  readonly halfLife: number | null
  readonly estimate: number
  readonly variance: number
  readonly strength: number
}

export function proposeShocks({ model, trained }: OriginFit, { days }: DayGrid): ProposedShock[] {
  const { basis, fit } = model
  const n = trained.length
  if (n < fewestBefore + fewestAfter) return []
  const white = new Float64Array(n)
  whiten(basis.filter, model.y, white)
  const times = basis.filter.times
  const trial = (at: number, halfLife: number | null): Candidate => {
    const column = Float64Array.from(times, (time, t) =>
      t < at ? 0 : halfLife === null ? 1 : 2 ** (-(time - times[at]!) / halfLife),
    )
    const { estimate, variance } = tryColumn(basis, column, { white, fit })
    const strength = estimate ** 2 / variance - (halfLife === null ? 0 : fadingCost)
    return { at, halfLife, estimate, variance, strength }
  }
  const stronger = (a: Candidate | undefined, b: Candidate) => (a && a.strength >= b.strength ? a : b)
  let best: Candidate | undefined
  for (let at = fewestBefore; at <= n - fewestAfter; at++)
    for (const halfLife of [null, 21]) best = stronger(best, trial(at, halfLife))
  if (!best) return []
  const around = best.at
  for (let at = around - 3; at <= around + 3; at++)
    for (const halfLife of halfLives)
      if (at >= fewestBefore && at <= n - fewestAfter) best = stronger(best, trial(at, halfLife))
  if (best.strength < threshold || Math.abs(best.estimate) < smallest) return []
  const sd = Math.sqrt(best.variance)
  return [
    {
      date: days[trained[best.at]!]!.date,
      multiplier: Math.exp(best.estimate),
      low: Math.exp(best.estimate - 1.96 * sd),
      high: Math.exp(best.estimate + 1.96 * sd),
      halfLifeDays: best.halfLife,
      strength: best.strength,
    },
  ]
}
