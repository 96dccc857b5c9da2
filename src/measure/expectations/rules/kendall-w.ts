/**
 * Kendall's coefficient of concordance W (Kendall & Babington Smith 1939): how far several observers agree on an
 * order, 0 no agreement, 1 all the same; corrected for shared places (Siegel & Castellan 1988, p. 266).
 */
import { upperGammaFraction } from '../../../kernel/incomplete-gamma.ts'

export type Agreement = {
  readonly w: number
  /** Friedman's chi-square, m(n − 1)W; a good approximation with more than seven items. */
  readonly chiSquare: number
  readonly freedom: number
  readonly p: number
}

/**
 * W = 12S / (m²(n³ − n) − m·ΣT) from m observers' places of n items, S the squared deviations of the rank sums and
 * T = Σ(t³ − t) over the shared places of one observer. Null with fewer than two observers or items, or when nobody
 * tells the items apart.
 *
 * Example: three executives rank six applicants (Siegel 1956, p. 231) → W = 0.16.
 */
export function kendallW(places: readonly (readonly number[])[]): Agreement | null {
  const m = places.length
  const n = places[0]?.length ?? 0
  if (m < 2 || n < 2) return null
  const sums = Array.from({ length: n }, (_, item) => places.reduce((sum, own) => sum + own[item]!, 0))
  const mean = (m * (n + 1)) / 2
  const deviations = sums.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const ties = places.reduce((sum, own) => sum + tieTerm(own), 0)
  const most = m * m * (n ** 3 - n) - m * ties
  if (most <= 0) return null
  const w = (12 * deviations) / most
  const chiSquare = m * (n - 1) * w
  return { w, chiSquare, freedom: n - 1, p: chiSquareTail(chiSquare, n - 1) }
}

function tieTerm(places: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1)
  return [...counts.values()].reduce((sum, count) => sum + (count ** 3 - count), 0)
}

/**
 * Probability of a chi-square at least this large: the upper incomplete gamma function, by its series below the
 * middle and its continued fraction (Lentz) above (Press et al., Numerical Recipes, 6.2).
 */
export function chiSquareTail(value: number, freedom: number): number {
  if (value <= 0) return 1
  const [a, x] = [freedom / 2, value / 2]
  const scale = Math.exp(-x + a * Math.log(x) - logGamma(a))
  return x < a + 1 ? 1 - scale * series(a, x) : scale * upperGammaFraction(a, x)
}

function series(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let step = 1; step < 500 && Math.abs(term) > Math.abs(sum) * 1e-15; step++) {
    term *= x / (a + step)
    sum += term
  }
  return sum
}

/** Lanczos' approximation (g = 7, nine terms). */
function logGamma(value: number): number {
  const terms = [
    676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
    -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
  ]
  const x = value - 1
  const sum = terms.reduce((all, term, index) => all + term / (x + index + 1), 0.9999999999998099)
  const t = x + 7.5
  return 0.5 * Math.log(2 * Math.PI) + (x + 0.5) * Math.log(t) - t + Math.log(sum)
}
