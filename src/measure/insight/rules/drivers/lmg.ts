/**
 * Relative importance by averaging over orders (Lindeman, Merenda & Gold 1980; the Shapley value of R²): what a
 * predictor adds to R², averaged over every order in which the predictors can come. The shares are not negative and
 * sum to R². Every subset is worked out, so it is for a dozen predictors or fewer.
 */
import type { Matrix } from './symmetric.ts'

/** Every subset is worked out: two to the power of this many regressions. */
export const mostPredictors = 12

/**
 * LMG of each predictor from the covariances of the outcome (place 0) and the predictors (places 1 …); also R².
 * A predictor that the others determine adds nothing in the orders in which it comes after them.
 *
 * Example: R's `swiss`, fertility by five indicators → 0.0571, 0.1712, 0.2601, 0.1056, 0.1128 of R² 0.7067.
 *
 * @throws RangeError for more than `mostPredictors`
 */
export function lmg(covariance: Matrix): { readonly explained: number; readonly shares: readonly number[] } {
  const count = covariance.length - 1
  if (count > mostPredictors)
    throw new RangeError(`${count} predictors; LMG is for ${mostPredictors} at most`)
  const explained = explainedBySubset(covariance)
  const weights = orderWeights(count)
  const shares = new Array<number>(count).fill(0)
  for (let subset = 0; subset < explained.length; subset++) {
    const size = bitsIn(subset)
    for (let one = 0; one < count; one++) {
      if (subset & (1 << one)) continue
      shares[one]! += weights[size]! * (explained[subset | (1 << one)]! - explained[subset]!)
    }
  }
  return { explained: explained.at(-1)!, shares }
}

/** How large a share of the orders has a given subset of this size right before a given predictor. */
function orderWeights(count: number): readonly number[] {
  const weights: number[] = []
  for (let size = 0; size < count; size++) {
    weights.push(size === 0 ? 1 / count : (weights[size - 1]! * size) / (count - size))
  }
  return weights
}

function bitsIn(subset: number): number {
  let [rest, bits] = [subset, 0]
  for (; rest > 0; rest &= rest - 1) bits++
  return bits
}

/** R² of every subset: each from the one without its last predictor, by sweeping that predictor in (Beaton 1964). */
function explainedBySubset(covariance: Matrix): Float64Array {
  const size = covariance.length
  const explained = new Float64Array(1 << (size - 1))
  const variance = covariance[0]![0]!
  const visit = (swept: readonly Float64Array[], subset: number, next: number): void => {
    explained[subset] = 1 - swept[0]![0]! / variance
    for (let one = next; one < size - 1; one++)
      visit(sweepIn(swept, one + 1, covariance), subset | (1 << one), one + 1)
  }
  visit(
    covariance.map((row) => Float64Array.from(row)),
    0,
    0,
  )
  return explained
}

/** Takes what one predictor tells out of all the others. One that is told by those before it changes nothing. */
function sweepIn(
  matrix: readonly Float64Array[],
  pivot: number,
  covariance: Matrix,
): readonly Float64Array[] {
  const left = matrix[pivot]![pivot]!
  if (left <= covariance[pivot]![pivot]! * 1e-10) return matrix
  return matrix.map((row) => {
    const factor = row[pivot]! / left
    return row.map((value, at) => value - factor * matrix[pivot]![at]!)
  })
}
