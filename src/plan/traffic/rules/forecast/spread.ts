/**
 * How far the truth lies from a forecast. Counts with variance μ + κμ² are brought to one scale by
 * h(x) = 2/√κ · asinh √(κ(x + 3/8)) (Anscombe 1948, Biometrika 35:246), where past errors of all cells are pooled
 * (conformal prediction; Vovk, Gammerman & Shafer 2005), beside a pseudo-sample that counts as much as two past origins.
 */
import { normalQuantile } from '../../../../kernel/statistics.ts'

/** Sizes of errors on the scale of h: the values at evenly spaced probabilities from 0 to 1. */
export type Spread = {
  readonly sizes: readonly number[]
  /** κ of each cell, in the order of the cells. */
  readonly kappas: Float64Array
}

const points = 400
const pseudoPoints = 200
const pseudoOrigins = 2

export const toStable = (x: number, kappa: number): number =>
  (2 / Math.sqrt(kappa)) * Math.asinh(Math.sqrt(kappa * (Math.max(x, 0) + 0.375)))

export const fromStable = (z: number, kappa: number): number =>
  z > 0 ? Math.sinh((z * Math.sqrt(kappa)) / 2) ** 2 / kappa - 0.375 : -0.375

/**
 * Sizes of errors from past origins: each origin's errors on the stable scale.
 *
 * @param cellsAnOrigin how many cells one origin would have, which is the weight of half the pseudo-sample
 */
export function sizesOf(past: readonly Float64Array[], cellsAnOrigin: number): number[] {
  const pooled = past.reduce((sum, errors) => sum + errors.length, 0)
  const all = new Float64Array(pooled + pseudoPoints)
  const weights = new Float64Array(all.length).fill(1)
  let at = 0
  for (const errors of past) for (const error of errors) all[at++] = Math.abs(error)
  const wide = 1.1 + 0.6 / (1 + past.length)
  for (let k = 0; k < pseudoPoints; k++, at++) {
    all[at] = wide * Math.abs(normalQuantile((k + 0.5) / pseudoPoints))
    weights[at] = (pseudoOrigins * cellsAnOrigin) / pseudoPoints
  }
  return weightedQuantiles(all, weights)
}

function weightedQuantiles(values: Float64Array, weights: Float64Array): number[] {
  const order = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!)
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const sizes: number[] = []
  let [passed, index] = [0, 0]
  for (let k = 0; k <= points; k++) {
    const target = (k / points) * whole
    while (index < order.length - 1 && passed + weights[order[index]!]! < target)
      passed += weights[order[index++]!]!
    sizes.push(values[order[index]!]!)
  }
  return sizes
}

function sizeAt(sizes: readonly number[], probability: number): number {
  const place = Math.min(Math.max(probability, 0), 1) * (sizes.length - 1)
  const below = Math.min(Math.floor(place), sizes.length - 2)
  return sizes[below]! + (place - below) * (sizes[below + 1]! - sizes[below]!)
}

/** How many of the errors (on the stable scale) lie within the interval of this probability, as a share of 1. */
export function shareWithin(sizes: readonly number[], errors: Float64Array, probability: number): number {
  const size = sizeAt(sizes, probability)
  return errors.reduce((sum, error) => sum + Number(Math.abs(error) <= size), 0) / Math.max(errors.length, 1)
}

/** The value that a cell of this mean stays below with a probability. */
export function spreadQuantile(
  sizes: readonly number[],
  { mean, kappa }: { readonly mean: number; readonly kappa: number },
  probability: number,
): number {
  const size = sizeAt(sizes, Math.abs(2 * probability - 1))
  const value = Math.max(fromStable(toStable(mean, kappa) + (probability < 0.5 ? -size : size), kappa), 0)
  return probability < 0.5 ? Math.min(value, mean) : Math.max(value, mean)
}
