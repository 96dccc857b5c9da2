/** A question's points as steps: its options keep their proportions, so its best points move on a grid of their own. */
import type { OptionMethod, QuestionMethod } from '../../edition/contract.ts'

/** Points are counted in hundredths, in whole numbers, so that no sum is off by a rounding. */
const fine = 100

/**
 * How far apart a question's best points may lie so that every option's points stay whole, and at least one apart.
 * Undefined where the points are finer than hundredths.
 *
 * Example: 12, 9, 6, 3, 0 → 4 (8 gives 8, 6, 4, 2, 0); yes 6, no 0 → 1.
 */
export function pointStep({ options }: Pick<QuestionMethod, 'options'>): number | undefined {
  const points = options.map((option) => Math.round(option.points * fine))
  if (points.some((value, index) => Math.abs(value - options[index]!.points * fine) > 1e-6)) return undefined
  const best = Math.max(...points)
  if (best <= 0) return undefined
  const step = best / points.reduce(greatestCommon, 0)
  // Points that are no multiple of the step (2.5 of 4 steps) stay on their own finer grid.
  return (best / fine) % step === 0 ? step : best / fine
}

function greatestCommon(a: number, b: number): number {
  return b === 0 ? a : greatestCommon(b, a % b)
}

/** The options with their points in the same proportions under a new best. */
export function withBestPoints(options: readonly OptionMethod[], best: number): OptionMethod[] {
  const before = Math.max(...options.map((option) => option.points))
  return options.map((option) => ({
    ...option,
    points: Math.round(((option.points * best) / before) * fine) / fine,
  }))
}
