/**
 * The median time to an answer when some still wait: the product-limit estimate (Kaplan & Meier 1958, JASA 53:457)
 * with the interval of Brookmeyer & Crowley 1982 (Biometrics 38:29) on the logarithm of survival, as R's `survfit`
 * does. Leaving out those who wait would praise whoever leaves the hard ones unanswered.
 */
export type Waited = { readonly time: number; readonly answered: boolean }

export type MedianTime = {
  /** Null while fewer than half have an answer. */
  readonly median: number | null
  readonly low: number | null
  /** Null when it has no end yet. */
  readonly high: number | null
  readonly n: number
  readonly answered: number
}

export function medianTime(waited: readonly Waited[], z = 1.959964): MedianTime {
  const times = [...new Set(waited.filter(({ answered }) => answered).map(({ time }) => time))].sort(
    (a, b) => a - b,
  )
  let [survival, sum] = [1, 0]
  const found: { median: number | null; low: number | null; high: number | null } = {
    median: null,
    low: null,
    high: null,
  }
  for (const time of times) {
    const atRisk = waited.filter((each) => each.time >= time).length
    const ends = waited.filter((each) => each.answered && each.time === time).length
    survival *= 1 - ends / atRisk
    if (atRisk > ends) sum += ends / (atRisk * (atRisk - ends))
    const half = z * Math.sqrt(sum)
    const within = (value: number): boolean => value <= 0.5 + 1e-12
    if (within(survival)) found.median ??= time
    if (survival === 0 || within(survival * Math.exp(-half))) found.low ??= time
    if (survival === 0 || within(Math.min(1, survival * Math.exp(half)))) found.high ??= time
  }
  return { ...found, n: waited.length, answered: waited.filter(({ answered }) => answered).length }
}
