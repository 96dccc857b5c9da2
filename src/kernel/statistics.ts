/** Figures about samples that every part of the product needs: quantiles, and intervals for a mean on a scale. */

export type Interval = [low: number, high: number]

/**
 * Quantile of a sample, linear between neighbouring values (type 7 of Hyndman & Fan 1996, the default of R).
 * The values are reordered in place, which is what makes it linear in time (quickselect, Hoare 1961).
 *
 * Example: the 0.25 quantile of 1, 2, 3, 4 is 1.75. Throws RangeError for no values.
 */
export function quantileInPlace(values: Float64Array, probability: number): number {
  if (values.length === 0) throw new RangeError('no values')
  const position = (values.length - 1) * probability
  const below = Math.floor(position)
  const low = selectInPlace(values, below)
  return below === position ? low : between(values, below, position - below)
}

/** Buckets for finding the ends of an interval; with about as many values as draws, a handful lies in each. */
const buckets = 512

/**
 * The middle `level` of a sample: its (1 − level)/2 and (1 + level)/2 quantiles, as `quantileInPlace` gives them.
 * Values are counted into buckets first, so that only those around each end have to be put in order.
 *
 * Example: the middle 0.5 of 1, 2, 3, 4 is 1.75–3.25. Throws RangeError for no values.
 */
export function middleOf(values: Float64Array, level: number): Interval {
  if (values.length === 0) throw new RangeError('no values')
  let least = values[0]!
  let most = least
  for (let index = 1; index < values.length; index++) {
    const value = values[index]!
    if (value < least) least = value
    if (value > most) most = value
  }
  if (most === least) return [least, most]
  const scale = (buckets - 1) / (most - least)
  if (!Number.isFinite(scale)) {
    return [quantileInPlace(values, (1 - level) / 2), quantileInPlace(values, (1 + level) / 2)]
  }
  const counts = new Int32Array(buckets)
  for (let index = 0; index < values.length; index++) counts[((values[index]! - least) * scale) | 0]! += 1
  const sample: Bucketed = { values, counts, least, scale }
  return [bucketQuantile(sample, (1 - level) / 2), bucketQuantile(sample, (1 + level) / 2)]
}

type Bucketed = {
  readonly values: Float64Array
  readonly counts: Int32Array
  readonly least: number
  readonly scale: number
}

function bucketQuantile({ values, counts, least, scale }: Bucketed, probability: number): number {
  const position = (values.length - 1) * probability
  const below = Math.floor(position)
  let first = 0
  let before = 0
  while (before + counts[first]! <= below) before += counts[first++]!
  let last = first
  let held = counts[first]!
  while (before + held <= Math.ceil(position)) held += counts[++last]!
  const near = new Float64Array(held)
  for (let index = 0, kept = 0; kept < held; index++) {
    const bucket = ((values[index]! - least) * scale) | 0
    if (bucket >= first && bucket <= last) near[kept++] = values[index]!
  }
  const low = selectInPlace(near, below - before)
  return below === position ? low : between(near, below - before, position - below)
}

/** From the value at `place` the share `part` of the way to the next one; what is greater stands behind it. */
function between(values: Float64Array, place: number, part: number): number {
  let high = Number.POSITIVE_INFINITY
  for (let index = place + 1; index < values.length; index++) high = Math.min(high, values[index]!)
  return values[place]! + (high - values[place]!) * part
}

/** The value that would stand at `place` if the values were sorted; no smaller one is left behind it. */
function selectInPlace(values: Float64Array, place: number): number {
  let left = 0
  let right = values.length - 1
  while (left < right) {
    const pivot = values[(left + right) >>> 1]!
    let up = left
    let down = right
    while (up <= down) {
      while (values[up]! < pivot) up++
      while (values[down]! > pivot) down--
      if (up > down) break
      const kept = values[up]!
      values[up++] = values[down]!
      values[down--] = kept
    }
    if (place <= down) right = down
    else if (place >= up) left = up
    else break
  }
  return values[place]!
}

/** Quantile of the standard normal distribution (Acklam's rational approximation, relative error below 1.2e-9). */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`not between 0 and 1: ${probability}`)
  if (probability > 0.5) return -normalQuantile(1 - probability)
  if (probability < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(probability))
    return polynomial(tailAbove, q) / (polynomial(tailBelow, q) * q + 1)
  }
  const q = probability - 0.5
  return (polynomial(middleAbove, q * q) * q) / (polynomial(middleBelow, q * q) * q * q + 1)
}

const middleAbove = [
  -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1,
  2.506628277459239,
]
const middleBelow = [
  -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1,
]
const tailAbove = [
  -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
]
const tailBelow = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416]

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0)

/** Quantile of Student's t with whole degrees of freedom (Hill 1970, CACM algorithm 396). */
export function studentQuantile(probability: number, freedom: number): number {
  if (probability < 0.5) return -studentQuantile(1 - probability, freedom)
  const both = 2 * (1 - probability)
  if (freedom === 1) return Math.cos((both * Math.PI) / 2) / Math.sin((both * Math.PI) / 2)
  if (freedom === 2) return Math.sqrt(2 / (both * (2 - both)) - 2)
  const a = 1 / (freedom - 0.5)
  const b = 48 / (a * a)
  let c = ((20700 * a) / b - 98) * a - 16
  c = c * a + 96.36
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * freedom
  let y = (d * both) ** (2 / freedom)
  if (y > 0.05 + a) {
    const x = -normalQuantile(1 - both / 2)
    y = x * x
    if (freedom < 5) c += 0.3 * (freedom - 4.5) * (x + 0.6)
    c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c
    y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x
    y = Math.expm1(a * y * y)
  } else {
    y =
      ((1 / (((freedom + 6) / (freedom * y) - 0.089 * d - 0.822) * (freedom + 2) * 3) + 0.5 / (freedom + 4)) *
        y -
        1) *
        ((freedom + 1) / (freedom + 2)) +
      1 / y
  }
  return Math.sqrt(freedom * y)
}

/** Wilson's score interval (1927) for a share of `n` trials. Example: 1 of 10 at 95 % is 0.018–0.404. */
export function wilsonInterval(share: number, n: number, level: number): Interval {
  const z = normalQuantile((1 + level) / 2)
  const scale = 1 + (z * z) / n
  const centre = (share + (z * z) / (2 * n)) / scale
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  return [Math.max(0, centre - half), Math.min(1, centre + half)]
}
