/**
 * How uncertain a load is: what comes is the forecast's mean times a factor that a whole day shares, lognormal with
 * mean 1 and a given coefficient of variation. The chance of single arrivals (Poisson) is not part of it: the queue's
 * formulas hold that already, and counting it twice would staff for a noise that is not there.
 */
import { normalQuantile } from '../../../../kernel/statistics.ts'

/** The factor below which the load stays with this probability. cv .15 at .9: 1.197. */
export function loadQuantile(cv: number, probability: number): number {
  const { sigma, shift } = logNormal(cv)
  return sigma === 0 ? 1 : Math.exp(shift + sigma * normalQuantile(probability))
}

/** The chance that the factor stays at or below this one. */
export function loadChance(cv: number, factor: number): number {
  const { sigma, shift } = logNormal(cv)
  if (factor <= 0) return 0
  if (factor === Number.POSITIVE_INFINITY) return 1
  if (sigma === 0) return factor >= 1 ? 1 : 0
  return normalChance((Math.log(factor) - shift) / sigma)
}

/** The expectation of a figure over the load: Gauss–Hermite quadrature. */
export function overLoad(cv: number, figure: (factor: number) => number): number {
  const { sigma, shift } = logNormal(cv)
  if (sigma === 0) return figure(1)
  return hermite.reduce((sum, { at, weight }) => sum + weight * figure(Math.exp(shift + sigma * at)), 0)
}

function logNormal(cv: number) {
  const variance = Math.log1p(cv * cv)
  return { sigma: Math.sqrt(variance), shift: -variance / 2 }
}

/**
 * The day's factor from a forecast's interval of counts: the interval is of what will be counted, so that the variance
 * of counting by chance (Poisson: the mean) is taken off it. Mean 100, 95 % 70.6–129.4: sd 15, 225 − 100, cv .112.
 */
export function spreadOfInterval({
  mean,
  lo95,
  hi95,
}: {
  readonly mean: number
  readonly lo95: number
  readonly hi95: number
}): number {
  if (!(mean > 0)) return 0
  const sd = (hi95 - lo95) / (2 * 1.959963984540054)
  return Math.sqrt(Math.max(0, sd * sd - mean)) / mean
}

/** The standard normal distribution function (Hart 1968 after West 2005), to 14 digits. */
function normalChance(z: number): number {
  const size = Math.abs(z)
  if (size > 37) return z > 0 ? 1 : 0
  const density = Math.exp((-size * size) / 2)
  const tail =
    size < 7.07106781186547
      ? (density * polynomial(hartAbove, size)) / polynomial(hartBelow, size)
      : density / (size + 1 / (size + 2 / (size + 3 / (size + 4 / (size + 0.65))))) / 2.506628274631
  return z > 0 ? 1 - tail : tail
}

const polynomial = (coefficients: readonly number[], x: number) =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0)
const hartAbove = [
  3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871,
  221.213596169931, 220.206867912376,
]
const hartBelow = [
  8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674,
  637.333633378831, 793.826512519948, 440.413735824752,
]

/** Nodes and weights for a standard normal variable: Newton on the orthonormal Hermite polynomials. */
const hermite = hermiteNodes(21)

function hermiteNodes(count: number): readonly { readonly at: number; readonly weight: number }[] {
  const found: { at: number; weight: number }[] = []
  // Roots lie in (−2√n, 2√n) and nowhere closer than this grid; a change of sign finds each of them.
  const most = 2 * Math.sqrt(count) + 1
  const step = most / 2000
  for (let left = -most; left < most; left += step) {
    if (hermiteAt(left, count).value * hermiteAt(left + step, count).value > 0) continue
    let at = left + step / 2
    for (let pass = 0; pass < 30; pass++) {
      const { value, before } = hermiteAt(at, count)
      at -= value / (Math.sqrt(count) * before)
    }
    const { before } = hermiteAt(at, count)
    found.push({ at, weight: 1 / (count * before * before) })
  }
  return found
}

/** The orthonormal polynomial of a degree and the one before it; its derivative is √n times the latter. */
function hermiteAt(x: number, degree: number): { readonly value: number; readonly before: number } {
  let [before, value] = [0, 1]
  for (let n = 0; n < degree; n++)
    [before, value] = [value, (x * value - Math.sqrt(n) * before) / Math.sqrt(n + 1)]
  return { value, before }
}
