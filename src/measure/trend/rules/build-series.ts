/**
 * One figure over the editions, in order, and what lies between its points: a line where the method is the same,
 * a break with its reasons where it is not (M7.11). A line is never drawn over a break.
 */
import type { EditionMethod } from '../../edition/contract.ts'
import type { StepReason, TrendPoint, TrendStep } from '../contract.ts'
import type { Figure } from './figure.ts'
import { figureBreaks } from './figure-breaks.ts'

/** A point with the method behind it; figures from before the product have none. */
export type KnownPoint = { readonly point: TrendPoint; readonly method?: EditionMethod }

export type Judgement = {
  readonly year: number
  readonly kind: 'break' | 'comparable'
  readonly reason: string
}

/**
 * What lies between each point and the next. Between two methods their difference decides; a declared break always
 * breaks; into or out of figures from before the product the line breaks unless somebody has said that the figures
 * are comparable.
 */
export function stepsBetween(
  figure: Figure,
  points: readonly KnownPoint[],
  judgements: readonly Judgement[],
): TrendStep[] {
  return points.slice(1).map((after, index) => stepOf(figure, [points[index]!, after], judgements))
}

function stepOf(
  figure: Figure,
  [before, after]: readonly [KnownPoint, KnownPoint],
  judgements: readonly Judgement[],
): TrendStep {
  const between = judgements.filter(({ year }) => year > before.point.year && year <= after.point.year)
  const declared = between.find(({ kind }) => kind === 'break')
  const stated = between.find(({ kind }) => kind === 'comparable')
  const isKnown = before.method !== undefined && after.method !== undefined
  const isUnknown = (before.method === undefined) !== (after.method === undefined) && !stated
  const reasons: StepReason[] = [
    ...(isKnown ? figureBreaks(figure, before.method!, after.method!) : []),
    ...(isUnknown ? (['unknownMethod'] as const) : []),
    ...(declared ? (['declared'] as const) : []),
  ]
  const words = declared ?? stated
  return { reasons, ...(words ? { text: words.reason } : {}) }
}

/** The runs of points that may be joined by a line. Example: three points, a break before the third → [0, 1], [2]. */
export function unbrokenRuns(
  count: number,
  steps: readonly Pick<TrendStep, 'reasons'>[],
): readonly number[][] {
  const runs: number[][] = []
  for (let index = 0; index < count; index++) {
    const last = runs.at(-1)
    if (last && steps[index - 1]!.reasons.length === 0) last.push(index)
    else runs.push([index])
  }
  return runs
}

/**
 * The change over the last unbroken step, with an interval from those of both points (Newcombe 1998, method 10: the
 * distances to the ends are added as squares), and whether it can be told from chance. Undefined after a break.
 *
 * Example: 70 (65–75) → 80 (76–84) is +10 with 10 − √(4² + 5²) = 3.6 to 16.4.
 */
export function lastChange(
  points: readonly TrendPoint[],
  steps: readonly TrendStep[],
): { readonly value: number; readonly interval: readonly [number, number] | null } | undefined {
  const [before, after] = points.slice(-2)
  if (!before || !after || steps.at(-1)!.reasons.length > 0) return undefined
  const value = after.value - before.value
  if (!before.interval || !after.interval) return { value, interval: null }
  const down = Math.hypot(after.value - after.interval[0], before.interval[1] - before.value)
  const up = Math.hypot(after.interval[1] - after.value, before.value - before.interval[0])
  return { value, interval: [value - down, value + up] }
}
