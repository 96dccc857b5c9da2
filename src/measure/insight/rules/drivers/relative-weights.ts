/**
 * Relative weights (Johnson 2000, Multivariate Behavioral Research 35): the predictors are replaced by the orthogonal
 * variables nearest to them, R² is shared out over those without doubt, and from them back to the predictors. Close to
 * LMG, and cheap for many predictors: one set of eigenvalues instead of 2^p regressions.
 */
import { eigenOf, type Matrix } from './symmetric.ts'

/** What the predictors are among themselves: made once, used for every outcome. */
export type Loadings = {
  /** Correlations of the predictors with the orthogonal variables; symmetric. */
  readonly root: Matrix
  readonly inverse: Matrix
}

/** Eigenvalues below this share of the largest are none: a predictor that the others determine. */
const none = 1e-10

export function loadingsOf(correlations: Matrix): Loadings {
  const { values, vectors } = eigenOf(correlations)
  const least = Math.max(...values) * none
  const power = (exponent: number): Matrix => {
    const scales = values.map((value) => (value > least ? value ** exponent : 0))
    return vectors.map((row) =>
      vectors.map((other) => row.reduce((sum, value, k) => sum + value * scales[k]! * other[k]!, 0)),
    )
  }
  return { root: power(0.5), inverse: power(-0.5) }
}

/**
 * Weight of each predictor from its correlations with the outcome; they are not negative and sum to R².
 *
 * Example: two predictors that correlate 0.5, and 0.6 and 0.4 with the outcome → 0.2867 and 0.0867, R² 0.3733.
 */
export function relativeWeights(
  { root, inverse }: Loadings,
  withOutcome: readonly number[],
): readonly number[] {
  const betas = inverse.map((row) => row.reduce((sum, value, k) => sum + value * withOutcome[k]!, 0))
  return root.map((row) => row.reduce((sum, value, k) => sum + value * value * betas[k]! ** 2, 0))
}
