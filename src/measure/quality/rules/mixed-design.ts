/**
 * Who met whom, prepared for a mixed model with crossed factors: Henderson's equations hold only counts, and the factor
 * with the most levels is absorbed (its part of the equations is diagonal), so that the matrix to be inverted stays
 * small: some 80 rows for 40 participants instead of 200.
 */

/** A random factor: for each observation its level, 0 and up. */
export type Factor = { readonly name: string; readonly levels: number; readonly of: Int32Array }

export type MixedDesign = {
  readonly observations: number
  /** The random factors; the first is absorbed. */
  readonly factors: readonly Factor[]
  /** The fixed groups that have a mean of their own, and the group of each observation. */
  readonly fixed: Factor
  /** Where a factor's levels begin among the rows of the matrix: the fixed groups, then the factors but the first. */
  readonly starts: readonly number[]
  readonly size: number
  /** Counts of observations by pairs of rows. */
  readonly counts: Float64Array
  /** By level of the absorbed factor: its observations, and with which rows, how often. */
  readonly absorbed: readonly Absorbed[]
}

export type Absorbed = {
  readonly n: number
  readonly rows: readonly number[]
  readonly times: readonly number[]
}

/** Numbers the levels of a factor in the order of their names. */
export function factorOf(name: string, names: readonly string[]): Factor {
  const levels = [...new Set(names)].sort()
  const place = new Map(levels.map((level, at) => [level, at]))
  return { name, levels: levels.length, of: Int32Array.from(names, (level) => place.get(level)!) }
}

export function designOf(fixed: Factor, unsorted: readonly Factor[]): MixedDesign {
  const most = unsorted.reduce((a, b) => (b.levels > a.levels ? b : a))
  const rest = unsorted.filter((factor) => factor !== most)
  const starts: number[] = []
  let size = fixed.levels
  for (const factor of rest) {
    starts.push(size)
    size += factor.levels
  }
  const observations = fixed.of.length
  const counts = new Float64Array(size * size)
  const pairs = Array.from({ length: most.levels }, () => new Map<number, number>())
  const n = new Int32Array(most.levels)
  for (let at = 0; at < observations; at++) {
    const rows = [fixed.of[at]!, ...rest.map((factor, place) => starts[place]! + factor.of[at]!)]
    const level = most.of[at]!
    n[level]!++
    for (const row of rows) {
      pairs[level]!.set(row, (pairs[level]!.get(row) ?? 0) + 1)
      for (const column of rows) counts[row * size + column]!++
    }
  }
  const absorbed = pairs.map((met, level) => ({
    n: n[level]!,
    rows: [...met.keys()],
    times: [...met.values()],
  }))
  return { observations, factors: [most, ...rest], fixed, starts, size, counts, absorbed }
}

/** Sums of values by level of the absorbed factor and by row: the right-hand side of the equations. */
export function sumsOf(
  design: MixedDesign,
  values: Float64Array,
): { inner: Float64Array; outer: Float64Array } {
  const { fixed, factors, starts, size, observations } = design
  const inner = new Float64Array(factors[0]!.levels)
  const outer = new Float64Array(size)
  for (let at = 0; at < observations; at++) {
    const value = values[at]!
    inner[factors[0]!.of[at]!]! += value
    outer[fixed.of[at]!]! += value
    for (let factor = 1; factor < factors.length; factor++)
      outer[starts[factor - 1]! + factors[factor]!.of[at]!]! += value
  }
  return { inner, outer }
}
