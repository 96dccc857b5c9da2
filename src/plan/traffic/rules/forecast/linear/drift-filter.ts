/**
 * A level that moves as two Ornstein–Uhlenbeck processes, one fast and one slow, seen with noise: V = fast + slow +
 * noise. The Kalman filter (Kalman 1960; Durbin & Koopman, Time Series Analysis by State Space Methods, 2nd ed., ch. 4)
 * whitens any column by V in a time that grows with the days, where a Cholesky factor of V grows with their cube.
 */
export type Drift = {
  /** Standard deviations, and days after which the likeness has fallen to 1/e. */
  readonly fastSd: number
  readonly fastDays: number
  readonly slowSd: number
  readonly slowDays: number
}

export type DriftFilter = {
  readonly drift: Drift
  readonly times: Float64Array
  /** Share that is left of each state since the observation before. */
  readonly keptFast: Float64Array
  readonly keptSlow: Float64Array
  readonly gainFast: Float64Array
  readonly gainSlow: Float64Array
  /** Variance of what comes as a surprise at each observation. */
  readonly surprise: Float64Array
  /** Predicted covariance of the states before each observation: fast, both, slow. */
  readonly ahead: Float64Array
  /** Covariance of the states after the last observation: fast, both, slow. */
  readonly end: readonly [number, number, number]
}

/** States after the last observation. */
export type DriftState = { readonly fast: number; readonly slow: number }

/**
 * @param times days of the observations, rising
 * @param noise variance of each observation beside the drift
 */
export function driftFilter(times: Float64Array, noise: Float64Array, drift: Drift): DriftFilter {
  const n = times.length
  const make = () => new Float64Array(n)
  const [keptFast, keptSlow, gainFast, gainSlow, surprise] = [make(), make(), make(), make(), make()]
  const ahead = new Float64Array(3 * n)
  const [fastVar, slowVar] = [drift.fastSd ** 2, drift.slowSd ** 2]
  let [p11, p12, p22] = [fastVar, 0, slowVar]
  for (let t = 0; t < n; t++) {
    const gap = t === 0 ? 0 : times[t]! - times[t - 1]!
    const df = Math.exp(-gap / drift.fastDays)
    const ds = Math.exp(-gap / drift.slowDays)
    p11 = df * df * (p11 - fastVar) + fastVar
    p12 = df * ds * p12
    p22 = ds * ds * (p22 - slowVar) + slowVar
    ahead[3 * t] = p11
    ahead[3 * t + 1] = p12
    ahead[3 * t + 2] = p22
    const f = p11 + 2 * p12 + p22 + noise[t]!
    const [a, b] = [p11 + p12, p12 + p22]
    keptFast[t] = df
    keptSlow[t] = ds
    surprise[t] = f
    gainFast[t] = a / f
    gainSlow[t] = b / f
    p11 -= (a * a) / f
    p12 -= (a * b) / f
    p22 -= (b * b) / f
  }
  return {
    drift,
    times,
    keptFast,
    keptSlow,
    gainFast,
    gainSlow,
    surprise,
    ahead,
    end: [p11, p12, p22],
  }
}

/** Writes V^(−1/2) · column to `out`, so that dot products of such columns are those under V⁻¹; returns the end states. */
export function whiten(filter: DriftFilter, column: Float64Array, out: Float64Array): DriftState {
  const { keptFast, keptSlow, gainFast, gainSlow, surprise } = filter
  let [fast, slow] = [0, 0]
  for (let t = 0; t < column.length; t++) {
    fast *= keptFast[t]!
    slow *= keptSlow[t]!
    const v = column[t]! - fast - slow
    fast += gainFast[t]! * v
    slow += gainSlow[t]! * v
    out[t] = v / Math.sqrt(surprise[t]!)
  }
  return { fast, slow }
}

export type Smoothed = {
  /** V⁻¹ · column. */
  readonly weighted: Float64Array
  /** The drift at each observation, given all of them. */
  readonly level: Float64Array
}

/** Backward pass (de Jong 1989, J. Am. Stat. Assoc. 84:1085). */
export function smooth(filter: DriftFilter, column: Float64Array): Smoothed {
  const { keptFast, keptSlow, gainFast, gainSlow, surprise, ahead } = filter
  const n = column.length
  const [fasts, slows, v] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)]
  let [fast, slow] = [0, 0]
  for (let t = 0; t < n; t++) {
    fast *= keptFast[t]!
    slow *= keptSlow[t]!
    fasts[t] = fast
    slows[t] = slow
    v[t] = column[t]! - fast - slow
    fast += gainFast[t]! * v[t]!
    slow += gainSlow[t]! * v[t]!
  }
  const weighted = new Float64Array(n)
  const level = new Float64Array(n)
  let [r1, r2] = [0, 0]
  for (let t = n - 1; t >= 0; t--) {
    // Carried back over the step to the observation after this one.
    if (t < n - 1) {
      r1 *= keptFast[t + 1]!
      r2 *= keptSlow[t + 1]!
    }
    const u = v[t]! / surprise[t]! - gainFast[t]! * r1 - gainSlow[t]! * r2
    weighted[t] = u
    r1 += u
    r2 += u
    const [p11, p12, p22] = [ahead[3 * t]!, ahead[3 * t + 1]!, ahead[3 * t + 2]!]
    level[t] = fasts[t]! + slows[t]! + (p11 + p12) * r1 + (p12 + p22) * r2
  }
  return { weighted, level }
}

/** What is left of the end states so many days after the last observation, and the variance of their sum. */
export function driftAhead(
  filter: DriftFilter,
  days: number,
): { fast: number; slow: number; variance: number } {
  const { drift, end } = filter
  const fast = Math.exp(-days / drift.fastDays)
  const slow = Math.exp(-days / drift.slowDays)
  const variance =
    fast * fast * (end[0] - drift.fastSd ** 2) +
    drift.fastSd ** 2 +
    2 * fast * slow * end[1] +
    slow * slow * (end[2] - drift.slowSd ** 2) +
    drift.slowSd ** 2
  return { fast, slow, variance }
}
