/**
 * The chance of `count` or more of a negative binomial with this mean and variance; Poisson when the variance is no
 * greater than the mean. Summed term by term from the count upwards, which keeps small tails exact.
 *
 * Example: Poisson of mean 2 has 5 or more with chance 0.0527.
 */
export function negativeBinomialTail(count: number, mean: number, variance: number): number {
  if (count <= 0) return 1
  const first = Math.exp(logTerm(count, mean, variance))
  let [total, term] = [0, first]
  for (let at = count; at < count + 100_000; at++) {
    total += term
    term *= ratio(at, mean, variance)
    if (term < total * 1e-12) break
  }
  return Math.min(1, total)
}

const isPoisson = (mean: number, variance: number): boolean => variance <= mean * (1 + 1e-9)

/** P(at + 1) ÷ P(at). */
function ratio(at: number, mean: number, variance: number): number {
  if (isPoisson(mean, variance)) return mean / (at + 1)
  const size = mean ** 2 / (variance - mean)
  return ((at + size) / (at + 1)) * (1 - mean / variance)
}

function logTerm(count: number, mean: number, variance: number): number {
  if (isPoisson(mean, variance)) return count * Math.log(mean) - mean - logGamma(count + 1)
  const size = mean ** 2 / (variance - mean)
  return (
    logGamma(count + size) -
    logGamma(size) -
    logGamma(count + 1) +
    size * Math.log(mean / variance) +
    count * Math.log1p(-mean / variance)
  )
}

/** Lanczos with g = 7 and nine terms (Press et al., Numerical Recipes, 3rd ed., 6.1). */
function logGamma(x: number): number {
  const terms = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ]
  if (x < 0.5) return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - logGamma(1 - x)
  const shifted = x - 1
  const t = shifted + 7.5
  const series = terms.slice(1).reduce((sum, term, at) => sum + term / (shifted + at + 1), terms[0]!)
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(series)
}
