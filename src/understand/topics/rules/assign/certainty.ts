/**
 * From scores to certainty: the softmax of one or more kinds of scores, each times a weight. The weights are those
 * under which examples held out of the training are likeliest; with one kind this is temperature scaling (Guo, Pleiss,
 * Sun & Weinberger 2017, "On calibration of modern neural networks"), with several it is stacking (Wolpert 1992). So
 * few numbers can be found from a handful of examples. As in Platt (1999) a label counts as a little less than
 * certain, so that examples which are all right do not make everything certain.
 */

/** One kind of score: a row per text, a column per class. */
export type Scores = { readonly classes: number; readonly value: Float32Array }

/**
 * Probabilities that sum to 1.
 *
 * @example softmax([0, Math.log(3)]) // [0.25, 0.75]
 */
export function softmax(scores: ArrayLike<number>): Float64Array {
  let highest = Number.NEGATIVE_INFINITY
  for (let at = 0; at < scores.length; at++) highest = Math.max(highest, scores[at]!)
  const made = new Float64Array(scores.length)
  let sum = 0
  for (let at = 0; at < scores.length; at++) {
    made[at] = Math.exp(scores[at]! - highest)
    sum += made[at]!
  }
  for (let at = 0; at < made.length; at++) made[at]! /= sum
  return made
}

/** The certainties of one row. `weights` are one for each kind of score. */
export function certainties(parts: readonly Scores[], weights: readonly number[], row: number): Float64Array {
  return softmax(blended(parts, weights, row))
}

function blended(parts: readonly Scores[], weights: readonly number[], row: number): Float64Array {
  const classes = parts[0]!.classes
  const sums = new Float64Array(classes)
  for (const [part, { value }] of parts.entries()) {
    const [weight, from] = [weights[part]!, row * classes]
    for (let at = 0; at < classes; at++) sums[at]! += weight * value[from + at]!
  }
  return sums
}

const mostSteps = 60
const enough = 1e-6

/**
 * The weights, 0 or more, under which the labels are likeliest: Newton's method on a concave function, with halved
 * steps where a whole one would go too far.
 *
 * @example two classes, score 1 for the right one in 3 of 4 rows: about ln 3
 */
export function fitWeights(parts: readonly Scores[], labels: ArrayLike<number>): number[] {
  let weights = parts.map(() => 1)
  let { value, slope, curve } = likelihood(parts, labels, weights)
  for (let step = 0; step < mostSteps; step++) {
    const free = weights.map((weight, part) => weight > 0 || slope[part]! > 0)
    const direction = newtonStep(slope, curve, free)
    let size = 1
    let next = moved(weights, direction, size)
    let found = likelihood(parts, labels, next)
    for (; found.value < value && size > 1e-4; found = likelihood(parts, labels, next)) {
      size /= 2
      next = moved(weights, direction, size)
    }
    if (found.value <= value + enough * labels.length) return found.value > value ? next : weights
    weights = next
    ;({ value, slope, curve } = found)
  }
  return weights
}

const moved = (weights: readonly number[], direction: readonly number[], size: number) =>
  weights.map((weight, part) => Math.max(0, weight + size * direction[part]!))

/** Log-likelihood of the labels with its first and (negative) second derivatives. */
function likelihood(parts: readonly Scores[], labels: ArrayLike<number>, weights: readonly number[]) {
  const classes = parts[0]!.classes
  const blur = classes > 1 ? 1 / (labels.length + 2) : 0
  const slope = parts.map(() => 0)
  const curve = parts.map(() => parts.map(() => 0))
  let value = 0
  for (let row = 0; row < labels.length; row++) {
    const likely = certainties(parts, weights, row)
    const means = parts.map((part) => meanUnder(likely, part, row))
    for (let at = 0; at < classes; at++) {
      const target = at === labels[row] ? 1 - blur : blur / (classes - 1)
      value += target * Math.log(Math.max(likely[at]!, 1e-300))
      for (const [one, part] of parts.entries()) {
        const away = part.value[row * classes + at]! - means[one]!
        slope[one]! += target * away
        for (let other = 0; other <= one; other++)
          curve[one]![other]! +=
            likely[at]! * away * (parts[other]!.value[row * classes + at]! - means[other]!)
      }
    }
  }
  for (const [one, row] of curve.entries())
    for (let other = 0; other < one; other++) curve[other]![one] = row[other]!
  return { value, slope, curve }
}

function meanUnder(likely: Float64Array, { classes, value }: Scores, row: number): number {
  let mean = 0
  for (let at = 0; at < classes; at++) mean += likely[at]! * value[row * classes + at]!
  return mean
}

/** Solves curve · step = slope over the free weights (Gauss–Jordan; a handful of weights). */
function newtonStep(
  slope: readonly number[],
  curve: readonly (readonly number[])[],
  free: readonly boolean[],
): number[] {
  const open = slope.flatMap((_, part) => (free[part] ? [part] : []))
  const table = open.map((one) => [
    ...open.map((other) => curve[one]![other]! + (one === other ? 1e-9 : 0)),
    slope[one]!,
  ])
  for (const [place, pivotRow] of table.entries()) {
    const pivot = pivotRow[place]!
    for (let at = place; at < pivotRow.length; at++) pivotRow[at]! /= pivot
    for (const row of table) {
      const factor = row[place]!
      if (row !== pivotRow) for (let at = place; at < row.length; at++) row[at]! -= factor * pivotRow[at]!
    }
  }
  const step = slope.map(() => 0)
  for (const [place, part] of open.entries()) step[part] = table[place]!.at(-1)!
  return step
}

/**
 * Expected calibration error: how far certainty and share of right ones lie apart, over bins of equal width, weighted
 * by how many are in each (Naeini, Cooper & Hauskrecht 2015).
 *
 * @example calibrationError([0.8, 0.8, 0.8, 0.8, 0.8], [true, true, true, true, false]) // 0
 */
export function calibrationError(certain: readonly number[], right: readonly boolean[], bins = 15): number {
  const sums = new Float64Array(bins)
  for (const [at, certainty] of certain.entries())
    sums[Math.min(bins - 1, Math.floor(certainty * bins))]! += certainty - (right[at] ? 1 : 0)
  return sums.reduce((total, sum) => total + Math.abs(sum), 0) / Math.max(1, certain.length)
}
