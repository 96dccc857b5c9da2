/**
 * How a day is spread over its intervals: the share of each against a common profile, by weekday, place in the month
 * and recent weeks. One small solve for each class of noise, all its intervals as right-hand sides.
 */
import type { DayColumn } from './day-columns.ts'
import { driftAhead } from './linear/drift-filter.ts'
import { type MixedBasis, mixedBasis, residualsOf, solveMixed } from './linear/mixed-model.ts'
import { clamp, median, medianSize } from './robust.ts'
import type { DayCounts } from './robust-level.ts'

const drift = { fastSd: 0.03, fastDays: 10, slowSd: 0.05, slowDays: 60 }
const noiseFloor = 0.07
const poissonShare = 1.5
/** Older days count as noisier: twice the variance for so many days. */
const halfLifeDays = 120
const clipAt = 2.2

export type ProfileInput = {
  readonly data: DayCounts
  readonly levels: Float64Array
  readonly scatter: number
  readonly times: Float64Array
  /** Values for the rows learned from and for those ahead; weekday columns are named `weekday-…`. */
  readonly columns: readonly {
    readonly key: string
    readonly sd: number
    readonly past: Float64Array
    readonly ahead: Float64Array
  }[]
  readonly ahead: readonly { readonly time: number; readonly open: Uint8Array }[]
}

/** Shares of each day ahead, rows × slots, each row summing to 1. */
export function profileAhead(input: ProfileInput): Float64Array {
  const { data, levels, ahead } = input
  const base = baseShares(data, levels)
  const deviations = deviationsOf(data, levels, base)
  const learned = { ...input, columns: withWeekdaySd(input, { base, deviations }) }
  const predicted = predictDeviations(learned, { base, deviations })
  const { slots } = data
  const shares = new Float64Array(ahead.length * slots)
  ahead.forEach(({ open }, row) => {
    let sum = 0
    for (let slot = 0; slot < slots; slot++) {
      if (!open[slot]) continue
      const share = base[slot]! * Math.max(1 + predicted[row * slots + slot]!, 0.1)
      shares[row * slots + slot] = share
      sum += share
    }
    for (let slot = 0; slot < slots; slot++) shares[row * slots + slot]! /= Math.max(sum, 1e-12)
  })
  return shares
}

function baseShares({ rows, slots, counts, known }: DayCounts, levels: Float64Array): Float64Array {
  const base = new Float64Array(slots)
  const weight = new Float64Array(slots)
  for (let row = 0; row < rows; row++)
    for (let slot = 0; slot < slots; slot++) {
      if (!known[row * slots + slot]) continue
      base[slot]! += counts[row * slots + slot]!
      weight[slot]! += levels[row]!
    }
  for (let slot = 0; slot < slots; slot++)
    base[slot] = Math.max(base[slot]! / Math.max(weight[slot]!, 1e-9), 1e-7)
  for (let pass = 0; pass < 3; pass++) {
    const pull = new Float64Array(slots)
    for (let row = 0; row < rows; row++)
      for (let slot = 0; slot < slots; slot++) {
        const at = row * slots + slot
        if (!known[at]) continue
        const expected = levels[row]! * base[slot]!
        const limit = 3 * Math.sqrt(1 / Math.max(expected, 0.3) + 0.25 ** 2)
        pull[slot]! += levels[row]! * clamp(counts[at]! / expected - 1, -limit, limit)
      }
    for (let slot = 0; slot < slots; slot++)
      base[slot]! *= Math.max(1 + pull[slot]! / Math.max(weight[slot]!, 1e-9), 0.1)
  }
  return base
}

type Shares = { readonly base: Float64Array; readonly deviations: Float64Array }

/** Relative deviation of each cell from level × base share; 0 where nothing is known. */
function deviationsOf(
  { rows, slots, counts, known }: DayCounts,
  levels: Float64Array,
  base: Float64Array,
): Float64Array {
  const deviations = new Float64Array(rows * slots)
  for (let row = 0; row < rows; row++)
    for (let slot = 0; slot < slots; slot++) {
      const at = row * slots + slot
      if (known[at]) deviations[at] = counts[at]! / (levels[row]! * base[slot]!) - 1
    }
  return deviations
}

/** Mean of 1 ÷ expected over the days, for each interval. */
function countingNoise({ rows }: DayCounts, levels: Float64Array, base: Float64Array): Float64Array {
  let inverse = 0
  for (const level of levels) inverse += 1 / Math.max(level, 1e-6)
  return base.map((share) => inverse / Math.max(rows, 1) / share)
}

/** How different weekdays are, by the method of moments: the columns of weekdays get it as their deviation. */
function withWeekdaySd(
  { data, levels, scatter, columns }: ProfileInput,
  { base, deviations }: Shares,
): ProfileInput['columns'] {
  const { slots, weekdays, open } = data
  const counting = countingNoise(data, levels, base)
  const expectedCell = median(levels) * median(base.filter((share) => share > 2e-7))
  let [sum, weight] = [0, 0]
  for (const weekday of new Set(weekdays)) {
    const own = weekdays.flatMap((each, row) => (each === weekday ? [row] : []))
    if (own.length < 3) continue
    for (let slot = 0; slot < slots; slot++) {
      if (!open[own[0]! * slots + slot]) continue
      const values = own.map((row) => deviations[row * slots + slot]!)
      const middle = expectedCell > 20 ? median(values) : values.reduce((a, b) => a + b, 0) / own.length
      sum += base[slot]! * (middle ** 2 - (counting[slot]! + scatter ** 2) / own.length)
      weight += base[slot]!
    }
  }
  const sd = clamp(Math.sqrt(Math.max(sum / Math.max(weight, 1e-9), 0)), 0.05, 0.6)
  return columns.map((column) => (column.key.startsWith('weekday-') ? { ...column, sd } : column))
}

function predictDeviations(input: ProfileInput, { base, deviations }: Shares): Float64Array {
  const { data, levels, times, columns, ahead } = input
  const { rows, slots } = data
  const counting = countingNoise(data, levels, base)
  const last = times[rows - 1]!
  const aged = times.map((time) => 2 ** ((last - time) / halfLifeDays))
  const noiseOf = counting.map((poisson) => noiseFloor ** 2 + poissonShare * poisson)
  const classes = Map.groupBy(noiseOf.keys(), (slot) => Math.round(2 * Math.log(noiseOf[slot]!)))
  const predicted = new Float64Array(ahead.length * slots)
  const prior = Float64Array.from(columns, ({ sd }) => sd ** 2)
  for (const members of classes.values()) {
    const variance = members.reduce((sum, slot) => sum + noiseOf[slot]!, 0) / members.length
    const noise = aged.map((age) => variance * age)
    const basis = mixedBasis({ times, noise, drift, columns: columns.map(({ past }) => past), prior })
    for (const slot of members) {
      const y = new Float64Array(rows)
      for (let row = 0; row < rows; row++) y[row] = deviations[row * slots + slot]!
      const fit = solveClipped(basis, y, noise)
      ahead.forEach(({ time }, row) => {
        const left = driftAhead(basis.filter, Math.max(time - last, 0))
        let value = left.fast * fit.end.fast + left.slow * fit.end.slow
        columns.forEach((column, at) => {
          value += fit.beta[at]! * column.ahead[row]!
        })
        predicted[row * slots + slot] = value
      })
    }
  }
  return predicted
}

/** Twice the residuals are clipped, so that an odd interval does not shape the days to come. */
function solveClipped(basis: MixedBasis, y: Float64Array, noise: Float64Array) {
  for (let pass = 0; pass < 2; pass++) {
    const fit = solveMixed(basis, y)
    const rest = residualsOf(basis, y, { fit, noise }).noise
    const limit = clipAt * Math.max(1.48 * medianSize(rest), 1e-3)
    for (let t = 0; t < y.length; t++) y[t] = y[t]! - rest[t]! + clamp(rest[t]!, -limit, limit)
  }
  return solveMixed(basis, y)
}

/** Columns of the day model that also shape the day, with how much they may. */
export function profileSd({ key }: DayColumn): number | undefined {
  if (key === 'level') return 0.2
  if (key.startsWith('weekday-')) return 0.1
  if (key.startsWith('month-')) return 0.03
  if (key === 'after-closed') return 0.03
  if (key === 'holiday' || key.startsWith('eve-')) return 0.15
  return key.startsWith('kind·') && (key.endsWith('·0') || key.endsWith('·1')) ? 0.1 : undefined
}
