/**
 * How many are left of groups whose members each stay with a chance of their own: sums of binomial counts, exact by
 * convolution, where a person of a group weighs what a person of it gets done.
 */
export type Group = { readonly people: number; readonly stays: number; readonly weight: number }

/** Probabilities of 0, step, 2·step … */
export type Distribution = { readonly step: number; readonly chances: Float64Array }

/** A hundredth of a person: finer than anything that is known about productivity. */
const step = 0.01
/** What is less likely than this is left out, and the rest scaled up to 1. */
const dust = 1e-13

/**
 * Chances of 0 … n by the recurrence p(k+1) = p(k) · (n−k)/(k+1) · q/(1−q), begun at the mode.
 *
 * @example binomialChances(2, 0.5) // [0.25, 0.5, 0.25]
 */
export function binomialChances(n: number, q: number): Float64Array {
  const chances = new Float64Array(n + 1)
  if (q <= 0 || q >= 1) {
    chances[q >= 1 ? n : 0] = 1
    return chances
  }
  const odds = q / (1 - q)
  const mode = Math.min(n, Math.floor((n + 1) * q))
  chances[mode] = 1
  for (let k = mode; k < n; k++) chances[k + 1] = (chances[k]! * (n - k) * odds) / (k + 1)
  for (let k = mode; k > 0; k--) chances[k - 1] = (chances[k]! * k) / ((n - k + 1) * odds)
  return scaled(chances)
}

function scaled(chances: Float64Array): Float64Array {
  let sum = 0
  for (const chance of chances) sum += chance
  return chances.map((chance) => chance / sum)
}

/** The distribution of the weight that is left. */
export function leftOf(groups: readonly Group[]): Distribution {
  // Those of the same weight are counted first, in people: their rows are short, and most are of one weight.
  const alike = Map.groupBy(groups, ({ weight }) => Math.round(weight / step))
  let chances: Float64Array = Float64Array.of(1)
  for (const [each, same] of alike) {
    if (each === 0) continue
    let counts: Float64Array = Float64Array.of(1)
    for (const { people, stays } of same)
      if (people > 0) counts = convolve(counts, binomialChances(people, stays), 1)
    chances = convolve(chances, counts, each)
  }
  return { step, chances: scaled(chances) }
}

/** The same with one group more. */
export function leftWith({ chances }: Distribution, { people, stays, weight }: Group): Distribution {
  const each = Math.round(weight / step)
  if (each === 0) return { step, chances }
  return { step, chances: scaled(convolve(chances, binomialChances(people, stays), each)) }
}

function convolve(before: Float64Array, counts: Float64Array, each: number): Float64Array {
  const after = new Float64Array(before.length + (counts.length - 1) * each)
  for (let count = 0; count < counts.length; count++) {
    const chance = counts[count]!
    if (chance < dust) continue
    for (let at = 0; at < before.length; at++)
      if (before[at]! > 0) after[at + count * each]! += before[at]! * chance
  }
  for (let at = 0; at < after.length; at++) if (after[at]! < dust) after[at] = 0
  return after
}

export function meanOf({ chances, step: size }: Distribution): number {
  let sum = 0
  for (let at = 0; at < chances.length; at++) sum += chances[at]! * at
  return sum * size
}

/** The least value that is not exceeded with the probability. */
export function quantileOf({ chances, step: size }: Distribution, probability: number): number {
  let sum = 0
  for (let at = 0; at < chances.length; at++) {
    sum += chances[at]!
    if (sum >= probability - 1e-12) return at * size
  }
  return (chances.length - 1) * size
}
