/** Between which values a figure can lie at all: an interval that is worked out from a few runs may reach further. */
import type { CentreFigure, QueueFigure } from './figures.ts'
import type { Estimate } from './replications.ts'

type Range = { readonly least: number; readonly most: number }

const share: Range = { least: 0, most: 1 }
const score: Range = { least: 0, most: 100 }

/** Everything else is counted, timed or paid: 0 or more. */
const narrower: ReadonlyMap<QueueFigure | CentreFigure, Range> = new Map<QueueFigure | CentreFigure, Range>([
  ['serviceLevel', share],
  ['abandonShare', share],
  ['occupancy', share],
  ['satisfaction', score],
  ['measuredScore', score],
])

/** @example withinPossible({ mean: .996, lo: .989, hi: 1.003 }, 'abandonShare') // { mean: .996, lo: .989, hi: 1 } */
export function withinPossible(estimate: Estimate, figure: QueueFigure | CentreFigure): Estimate {
  if (estimate === null || estimate.lo === null || estimate.hi === null) return estimate
  const { least, most } = narrower.get(figure) ?? { least: 0, most: Number.POSITIVE_INFINITY }
  return { ...estimate, lo: Math.max(least, estimate.lo), hi: Math.min(most, estimate.hi) }
}
