/**
 * What changed after a training measure, and how much of it the rest of the class did not have as well (M7.13): a
 * difference of differences with one trained centre (Donald & Lang 2007; Bertrand, Duflo & Mullainathan 2004 on why
 * contacts of one centre are not independent). A naked before and after never becomes an effect.
 */
import { type Interval, studentQuantile } from '../../../kernel/statistics.ts'
import type { TrainingEffect } from '../contract.ts'

/** Values of contacts, 0–100 each, before the start and from it on. */
export type Periods = { readonly before: readonly number[]; readonly after: readonly number[] }

export type EffectInput = {
  readonly own: Periods
  /** One entry for each of the other centres in the class. */
  readonly others: readonly Periods[]
  readonly hasStarted: boolean
  readonly level: number
}

/** Contacts of the own centre on each side of the start. */
export const fewestContacts = 5
/** Other centres, and contacts of each on both sides. */
export const fewestOthers = 3
export const fewestOfEach = 3

/**
 * Lift = own change − mean change of the others. Its variance has three parts: chance in the own contacts, drift
 * that centres have beyond chance (from the spread of the others' changes, never below 0), and the mean of the
 * others itself; degrees of freedom after Welch and Satterthwaite. The spread of contacts is pooled over the centres.
 *
 * Example: own 50 → 85 with five contacts on each side, three others that change by 2, −3 and 4: lift 34.
 */
export function trainingEffect({ own, others, hasStarted, level }: EffectInput): TrainingEffect {
  const before = meanOf(own.before)
  const after = meanOf(own.after)
  const sides = { before, after }
  const nothing = { ...sides, change: null, others: null, lift: null }
  if (!hasStarted) return { ...nothing, verdict: 'notStarted' }
  if (after.n < fewestContacts || before.n < fewestContacts) return { ...nothing, verdict: 'tooEarly' }
  const usable = others.filter(
    ({ before: b, after: a }) => b.length >= fewestOfEach && a.length >= fewestOfEach,
  )
  const noise = pooledVariance([own, ...usable])
  const variance = noise.variance * (1 / before.n + 1 / after.n)
  const value = after.mean! - before.mean!
  const change = around(value, variance, noise.freedom, level)
  if (usable.length < fewestOthers) return { ...nothing, change, verdict: 'noComparison' }
  const beside = changesOf(usable, noise.variance)
  const error = variance + beside.drift + beside.variance / usable.length
  const freedom = satterthwaite([variance, noise.freedom], [error - variance, usable.length - 1])
  const lift = around(value - beside.mean, error, freedom, level)
  return {
    ...sides,
    change,
    others: {
      centres: usable.length,
      ...around(beside.mean, beside.variance / usable.length, usable.length - 1, level),
    },
    lift,
    verdict: lift.interval[0] > 0 ? 'lifted' : lift.interval[1] < 0 ? 'fell' : 'cannotTell',
  }
}

function meanOf(values: readonly number[]): { n: number; mean: number | null } {
  const n = values.length
  return { n, mean: n === 0 ? null : values.reduce((sum, value) => sum + value, 0) / n }
}

function squaresOf(values: readonly number[]): number {
  const { mean } = meanOf(values)
  return values.reduce((sum, value) => sum + (value - mean!) ** 2, 0)
}

/** Variance of a contact within a centre on one side of the start, over all of them. */
function pooledVariance(centres: readonly Periods[]): { variance: number; freedom: number } {
  const sides = centres.flatMap(({ before, after }) => [before, after])
  const freedom = sides.reduce((sum, side) => sum + side.length - 1, 0)
  return { variance: sides.reduce((sum, side) => sum + squaresOf(side), 0) / freedom, freedom }
}

/** Mean and variance of the others' changes, and what of the variance is more than chance in their contacts. */
function changesOf(centres: readonly Periods[], noise: number) {
  const changes = centres.map(({ before, after }) => meanOf(after).mean! - meanOf(before).mean!)
  const chance = centres.map(({ before, after }) => noise * (1 / before.length + 1 / after.length))
  const variance = squaresOf(changes) / (changes.length - 1)
  return { mean: meanOf(changes).mean!, variance, drift: Math.max(0, variance - meanOf(chance).mean!) }
}

type Part = readonly [variance: number, freedom: number]

function satterthwaite(...parts: readonly Part[]): number {
  const whole = parts.reduce((sum, [variance]) => sum + variance, 0)
  const weight = parts.reduce((sum, [variance, freedom]) => sum + variance ** 2 / freedom, 0)
  return weight === 0 ? parts[0]![1] : Math.max(1, Math.floor(whole ** 2 / weight))
}

function around(value: number, variance: number, freedom: number, level: number) {
  const half = studentQuantile((1 + level) / 2, freedom) * Math.sqrt(variance)
  const interval: Interval = [value - half, value + half]
  return { value, interval }
}
