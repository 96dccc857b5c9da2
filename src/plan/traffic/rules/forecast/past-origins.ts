/** The same model at origins in the past, which knew nothing of what came: how good it was there, and how far off. */
import { fitOrigin, type OriginFit, type OriginInput } from './fit-origin.ts'
import type { Accuracy, PastOrigins } from './forecast-types.ts'
import { clamp } from './robust.ts'
import { shareWithin, sizesOf, toStable } from './spread.ts'

const fewestTrained = 20

export type PastErrors = {
  /** Errors on the stable scale (spread.ts), one list for each origin. */
  readonly stable: readonly Float64Array[]
  readonly modelShare: number
  /** How much wider than the model believes the totals of days were. */
  readonly dayScale: number
  readonly told: PastOrigins
}

type Sums = { contacts: number; model: number; median: number; naive: number }

/** Origins a whole horizon before the present one, then half a horizon apart. */
export function learnFromPast(asked: OriginInput, most: number): PastErrors {
  const { origin, rows } = asked
  const horizon = Math.max(Math.min(rows, Math.floor(origin / 3)), 1)
  const step = Math.max(1, Math.floor(horizon / 2))
  const stable: Float64Array[] = []
  const byHorizon: Sums[] = []
  const dayErrors: number[] = []
  for (let j = 0; j < most; j++) {
    const at = origin - horizon - j * step
    if (at < fewestTrained || openBefore(asked, at) < fewestTrained) break
    const then = { ...asked, origin: at, rows: horizon }
    const errors = errorsAt(fitOrigin(then), then, { byHorizon, dayErrors })
    if (errors.length > 0) stable.push(errors)
  }
  const sum = byHorizon.reduce(added, { contacts: 0, model: 0, median: 0, naive: 0 })
  return {
    stable,
    modelShare: shareOf(sum, stable.length),
    dayScale: scaleOf(dayErrors),
    told: {
      origins: stable.length,
      wape: ratio(sum.model, sum.contacts),
      wapeMedian: ratio(sum.median, sum.contacts),
      wapeNaive: ratio(sum.naive, sum.contacts),
      byHorizon: byHorizon.flatMap((each, k) => (each && each.contacts > 0 ? [accuracy(each, k)] : [])),
      covered: coveredOf(stable),
    },
  }
}

/** An origin's own errors teach nothing here of its interval: it is as honest as for what comes next. */
function coveredOf(stable: readonly Float64Array[]): number | null {
  if (stable.length < 2) return null
  let [within, all] = [0, 0]
  stable.forEach((errors, own) => {
    const others = stable.filter((_, at) => at !== own)
    within += shareWithin(sizesOf(others, errors.length), errors, 0.95) * errors.length
    all += errors.length
  })
  return all > 0 ? within / all : null
}

const openBefore = ({ grid }: OriginInput, at: number): number =>
  grid.days.reduce((sum, { closed }, row) => sum + Number(row < at && closed === undefined), 0)

const added = (a: Sums, b: Sums | undefined): Sums =>
  b
    ? {
        contacts: a.contacts + b.contacts,
        model: a.model + b.model,
        median: a.median + b.median,
        naive: a.naive + b.naive,
      }
    : a

const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)

const accuracy = ({ contacts, model, median, naive }: Sums, k: number): Accuracy => ({
  horizonDay: k + 1,
  wape: model / contacts,
  wapeMedian: median / contacts,
  wapeNaive: naive / contacts,
  contacts,
})

/** Falls below one half only when the model was 5.6 % worse than the median. */
function shareOf({ model, median }: Sums, origins: number): number {
  if (origins < 2 || median <= 0) return 0.75
  return 1 / (1 + (model / median) ** 20 / 3)
}

function errorsAt(
  fit: OriginFit,
  { series, grid, origin, rows }: OriginInput,
  { byHorizon, dayErrors }: { readonly byHorizon: Sums[]; readonly dayErrors: number[] },
): Float64Array {
  const { slots, values } = series
  const errors: number[] = []
  for (let k = 0; k < rows; k++) {
    const day = grid.days[origin + k]!
    if (day.closed !== undefined) continue
    const sums: Sums = { contacts: 0, model: 0, median: 0, naive: 0 }
    let expected = 0
    for (let slot = 0; slot < slots; slot++) {
      const actual = values[day.at * slots + slot]!
      const at = k * slots + slot
      if (!day.open[slot] || Number.isNaN(actual)) continue
      const kappa = fit.kappas[k]!
      errors.push(toStable(actual, kappa) - toStable(fit.means[at]!, kappa))
      sums.contacts += actual
      expected += fit.means[at]!
      sums.model += Math.abs(actual - fit.means[at]!)
      sums.median += Math.abs(actual - fit.medians[at]!)
      sums.naive += Math.abs(actual - fit.naive[at]!)
    }
    byHorizon[k] = added(sums, byHorizon[k])
    if (sums.contacts > 0 && expected > 0)
      dayErrors.push(Math.log(sums.contacts / expected) / Math.sqrt(fit.days[k]!.variance + 1 / expected))
  }
  return Float64Array.from(errors)
}

/** Robust size of the standardised errors of days, shrunk towards a little more than 1 by twenty pseudo-days. */
function scaleOf(errors: readonly number[]): number {
  const squares = errors.reduce((sum, error) => sum + Math.min(error ** 2, 9), 0)
  return clamp(Math.sqrt((squares + 20 * 1.1 ** 2) / (errors.length + 20)), 0.6, 2.5)
}
