/**
 * McDonald's omega (1999): the part of a sum's variance that one common factor accounts for. Unlike alpha it does not
 * take for granted that every question goes with the factor to the same degree.
 */

export type OneFactor = {
  /** Of each question on the factor, whose variance is 1; in the questions' own units. */
  readonly loadings: readonly number[]
  /** Variance of each question that the factor leaves. */
  readonly uniquenesses: readonly number[]
}

const mostSteps = 5_000
const closeEnough = 1e-9
/** A question that the factor accounts for wholly keeps this share of its variance (a Heywood case). */
const leastShare = 0.005

/**
 * The one-factor model by maximum likelihood, by the EM steps of Rubin and Thayer (1982). Undefined for fewer than
 * three variables, which do not determine a factor, and where no solution is found (a matrix of pairwise covariances
 * need not be one of any data).
 *
 * @example the covariances of six ability tests in R's `ability.cov` // loadings 0.682, 0.384, 0.502, 0.300, 0.877, 0.849
 */
export function fitOneFactor(covariances: readonly (readonly number[])[]): OneFactor | undefined {
  const size = covariances.length
  const variances = covariances.map((row, at) => row[at]!)
  if (size < 3 || variances.some((variance) => !(variance > 0))) return undefined
  const standard = covariances.map((row, one) =>
    row.map((value, other) => value / Math.sqrt(variances[one]! * variances[other]!)),
  )
  let loadings = new Array<number>(size).fill(Math.SQRT1_2)
  let uniquenesses = new Array<number>(size).fill(0.5)
  for (let step = 0; step < mostSteps; step++) {
    const weighted = loadings.map((loading, at) => loading / uniquenesses[at]!)
    const information = sum(loadings.map((loading, at) => loading * weighted[at]!))
    const scores = weighted.map((weight) => weight / (1 + information))
    const withFactor = standard.map((row) => sum(row.map((value, at) => value * scores[at]!)))
    const factor = 1 / (1 + information) + sum(scores.map((score, at) => score * withFactor[at]!))
    if (!(factor > 0)) return undefined
    const next = withFactor.map((value) => value / factor)
    uniquenesses = next.map((loading, at) => Math.max(leastShare, 1 - loading * withFactor[at]!))
    const moved = Math.max(...next.map((loading, at) => Math.abs(loading - loadings[at]!)))
    loadings = next
    if (moved < closeEnough) break
  }
  return {
    loadings: loadings.map((loading, at) => loading * Math.sqrt(variances[at]!)),
    uniquenesses: uniquenesses.map((part, at) => part * variances[at]!),
  }
}

/**
 * (Σ loadings)² ÷ ((Σ loadings)² + Σ uniquenesses), of the plain sum of the questions; null where no factor is found.
 * Example: loadings 0.8, 0.7, 0.6 with uniquenesses 0.36, 0.51, 0.64 → 4.41 ÷ 5.92 = 0.745.
 */
export function omegaOf(covariances: readonly (readonly number[])[] | undefined): number | null {
  const fit = covariances && fitOneFactor(covariances)
  return fit ? omegaTotal(fit) : null
}

export function omegaTotal({ loadings, uniquenesses }: OneFactor): number {
  const common = sum(loadings) ** 2
  return common / (common + sum(uniquenesses))
}

function sum(values: readonly number[]): number {
  let total = 0
  for (const value of values) total += value
  return total
}
