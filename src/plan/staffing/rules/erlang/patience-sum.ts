/**
 * The queue of people who lose patience, as one number (Palm 1943; Mandelbaum & Zeltyn 2005, "The Palm/Erlang-A queue"):
 * A(x, y) = 1 + y/(x+1) + y²/((x+1)(x+2)) + … = x eʸ y⁻ˣ γ(x, y), with x = rate of service ÷ rate of giving up and
 * y = arrivals ÷ rate of giving up. It is how many times likelier some queue (of any length) is than an empty one.
 *
 * Up to y = x the series is summed; above, where its terms first grow and would overflow, the gamma function is written
 * out by Stirling's series and the other incomplete gamma function by its continued fraction. Everything that is added
 * is positive, so nothing cancels.
 */
import { upperGammaFraction } from '../../../../kernel/incomplete-gamma.ts'

export type PatienceSum = {
  /** The natural logarithm of A; A itself overflows when far more come than can be served. */
  readonly log: number
  /** Σ j·(j-th term) ÷ A: how many wait on average, given that all are busy. */
  readonly waiting: number
}

/** Example: `patienceSum(1, 1)` is ln(e − 1), for with x = 1 the series is (eʸ − 1)/y. */
export function patienceSum(x: number, y: number): PatienceSum {
  return y <= x ? bySeries(x, y) : byGamma(x, y)
}

/** Only the logarithm of A. */
export function logPatienceSum(x: number, y: number): number {
  return y <= x ? Math.log(seriesOf(x, y)) : logByGamma(x, y)
}

function bySeries(x: number, y: number): PatienceSum {
  let term = 1
  let sum = 1
  let moment = 0
  for (let j = 1; ; j++) {
    const factor = y / (x + j)
    term *= factor
    sum += term
    moment += j * term
    // What is left of the moment is below term·(j/(1−f) + 1/(1−f)²)·f.
    if (term * factor * (j + 1 / (1 - factor)) < 1e-17 * moment * (1 - factor)) break
    if (term === 0) break
  }
  return { log: Math.log(sum), waiting: moment / sum }
}

function seriesOf(x: number, y: number): number {
  let term = 1
  let sum = 1
  for (let j = 1; ; j++) {
    const factor = y / (x + j)
    term *= factor
    sum += term
    if (term * factor < 1e-17 * sum * (1 - factor)) return sum
  }
}

function byGamma(x: number, y: number): PatienceSum {
  const log = logByGamma(x, y)
  // E[Q | all busy] = y − x + x/A: what comes less what is served is what gives up.
  return { log, waiting: y - x + x * Math.exp(-log) }
}

function logByGamma(x: number, y: number): number {
  const excess = (y - x) / x
  const log = 0.5 * Math.log(2 * Math.PI * x) + stirlingRest(x) + x * (excess - Math.log1p(excess))
  const upper = x * upperGammaFraction(x, y)
  // A = exp(log) − upper, of which the first is at least about twice the second.
  return log + Math.log1p(-upper * Math.exp(-log))
}

/** ln Γ(x) − [(x − ½) ln x − x + ½ ln 2π]: Stirling's series from 16 on, below it the step from x to x + 1. */
function stirlingRest(x: number): number {
  let rest = 0
  let at = x
  for (; at < 16; at++) rest += (at + 0.5) * Math.log1p(1 / at) - 1
  const inverse = 1 / at
  const square = inverse * inverse
  const series =
    1 / 12 -
    square *
      (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - (square * 691) / 360360))))
  return rest + inverse * series
}
