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
const closeEnough = 1e-10
/** A question that the factor accounts for wholly keeps this share of its variance (a Heywood case). */
const leastShare = 0.005

/**
 * The one-factor model by maximum likelihood, by the EM steps of Rubin and Thayer (1982), with the extrapolation of
 * Varadhan and Roland (2008, scheme S3) between them: where the factor is nearly one question, EM alone needs tens of
 * thousands of steps and looks finished long before. Undefined for fewer than three variables, which do not determine
 * a factor, and where no solution is found (a matrix of pairwise covariances need not be one of any data).
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
  let model: OneFactor = {
    loadings: new Array<number>(size).fill(Math.SQRT1_2),
    uniquenesses: new Array<number>(size).fill(0.5),
  }
  for (let step = 0; step < mostSteps; step++) {
    const first = emStep(standard, model)
    const second = first && emStep(standard, first)
    if (!first || !second) return undefined
    const leap = extrapolated(model, first, second)
    const landed = leap && emStep(standard, leap)
    const moved = Math.max(...second.loadings.map((loading, at) => Math.abs(loading - first.loadings[at]!)))
    model = landed && misfit(standard, landed) <= misfit(standard, second) ? landed : second
    if (moved < closeEnough) break
  }
  return {
    loadings: model.loadings.map((loading, at) => loading * Math.sqrt(variances[at]!)),
    uniquenesses: model.uniquenesses.map((part, at) => part * variances[at]!),
  }
}

type Matrix = readonly (readonly number[])[]

/** Undefined where the matrix leaves the factor no variance. */
function emStep(correlations: Matrix, { loadings, uniquenesses }: OneFactor): OneFactor | undefined {
  const weights = loadings.map((loading, at) => loading / uniquenesses[at]!)
  const information = sum(loadings.map((loading, at) => loading * weights[at]!))
  const scores = weights.map((weight) => weight / (1 + information))
  const withFactor = correlations.map((row) => sum(row.map((value, at) => value * scores[at]!)))
  const factor = 1 / (1 + information) + sum(scores.map((score, at) => score * withFactor[at]!))
  if (!(factor > 0)) return undefined
  const next = withFactor.map((value) => value / factor)
  return { loadings: next, uniquenesses: next.map((loading, at) => inBounds(1 - loading * withFactor[at]!)) }
}

/** Where two EM steps point to, as far along as they say; undefined where they no longer move. */
function extrapolated(from: OneFactor, first: OneFactor, second: OneFactor): OneFactor | undefined {
  const [start, one, two] = [allOf(from), allOf(first), allOf(second)]
  const step = start.map((value, at) => one[at]! - value)
  const bend = step.map((value, at) => two[at]! - one[at]! - value)
  const bent = lengthOf(bend)
  if (!(bent > 0)) return undefined
  const length = Math.max(1, lengthOf(step) / bent)
  const leap = start.map((value, at) => value + 2 * length * step[at]! + length ** 2 * bend[at]!)
  const size = from.loadings.length
  return { loadings: leap.slice(0, size), uniquenesses: leap.slice(size).map(inBounds) }
}

/** ln|Σ| + tr(SΣ⁻¹) of the correlations S under Σ = λλ' + Ψ: what maximum likelihood makes least. */
function misfit(correlations: Matrix, { loadings, uniquenesses }: OneFactor): number {
  const weights = loadings.map((loading, at) => loading / uniquenesses[at]!)
  const information = sum(loadings.map((loading, at) => loading * weights[at]!))
  const along = sum(
    correlations.map((row, one) => weights[one]! * sum(row.map((value, at) => value * weights[at]!))),
  )
  const own = uniquenesses.map((part, at) => Math.log(part) + correlations[at]![at]! / part)
  return sum(own) + Math.log1p(information) - along / (1 + information)
}

const allOf = ({ loadings, uniquenesses }: OneFactor) => [...loadings, ...uniquenesses]
const inBounds = (share: number) => Math.min(1, Math.max(leastShare, share))
const lengthOf = (values: readonly number[]) => Math.sqrt(sum(values.map((value) => value ** 2)))

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
