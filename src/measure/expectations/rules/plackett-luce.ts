/**
 * Plackett–Luce worths of ranked items by the MM algorithm (Hunter 2004, Annals of Statistics 32): each item has a
 * worth, and the chance of being put next is its share of the worths of those that are left.
 */

/** Items (by place in the list) from the first; those left out come after all of them, in no order. */
export type Ranking = { readonly order: readonly number[]; readonly times?: number }

type Fit = {
  /**
   * Imaginary comparisons of each item with one of worth 1, won and lost alike. Without them an item that nobody
   * puts after another has no finite worth (Turner et al. 2020, Computational Statistics 35: 0.5 is usual).
   */
  readonly imagined?: number
  /** Not all items meet in each ranking: the ones that took part. By default all. */
  readonly among?: (ranking: Ranking) => readonly number[]
  /** Worths that are near already, such as the fit of all answers for one of its copies. */
  readonly start?: readonly number[]
  /** The largest change of a log worth in a step that is still worth another step. */
  readonly precise?: number
}

const mostSteps = 5000

/**
 * Worths that sum to 1. Example: the journals' mutual citations (Agresti 2002, p. 448) as rankings of two, without
 * imagined comparisons → log worths 0, −2.949, −0.480 and 0.269 against the first.
 */
export function plackettLuce(
  items: number,
  rankings: readonly Ranking[],
  { imagined = 0.5, among, start, precise = 1e-9 }: Fit = {},
): readonly number[] {
  const all = Array.from({ length: items }, (_, item) => item)
  const placed = rankings.map((ranking) => placedOf(ranking, among?.(ranking) ?? all))
  const wins = winsOf(items, placed)
  let worth = Float64Array.from(start ?? all.map(() => 1), (value) => value * items)
  for (let step = 0; step < mostSteps; step++) {
    const share = new Float64Array(items)
    for (const each of placed) addShares(share, worth, each)
    const next = worth.map((value, item) => {
      const imaginary = imagined === 0 ? 0 : (2 * imagined) / (value + 1)
      return (wins[item]! + imagined) / (share[item]! + imaginary)
    })
    if (imagined === 0) normalise(next)
    const moved = next.reduce(
      (most, value, item) => Math.max(most, Math.abs(Math.log(value / worth[item]!))),
      0,
    )
    worth = next
    if (moved < precise) break
  }
  normalise(worth)
  return [...worth]
}

type Placed = {
  readonly order: readonly number[]
  /** Those that were left when the order ended. */
  readonly rest: readonly number[]
  /** Choices among at least two. */
  readonly choices: number
  readonly times: number
}

function placedOf({ order, times = 1 }: Ranking, field: readonly number[]): Placed {
  const rest = field.filter((item) => !order.includes(item))
  return { order, rest, choices: Math.min(order.length, field.length - 1), times }
}

/** How often each item was put before something that was left. */
function winsOf(items: number, placed: readonly Placed[]): Float64Array {
  const wins = new Float64Array(items)
  for (const { order, choices, times } of placed)
    for (let place = 0; place < choices; place++) wins[order[place]!]! += times
  return wins
}

/** Adds, for each item, 1 ÷ the worth of those left, over every choice in which it was among them. */
function addShares(share: Float64Array, worth: Float64Array, { order, rest, choices, times }: Placed): void {
  // From the end, so that what is left is added up and never becomes a difference of nearly equal sums.
  const left = new Float64Array(order.length)
  let sum = 0
  for (const item of rest) sum += worth[item]!
  for (let place = order.length - 1; place >= 0; place--) {
    sum += worth[order[place]!]!
    left[place] = sum
  }
  let shares = 0
  for (let place = 0; place < order.length; place++) {
    if (place < choices) shares += times / left[place]!
    share[order[place]!]! += shares
  }
  for (const item of rest) share[item]! += shares
}

function normalise(worth: Float64Array): void {
  const sum = worth.reduce((all, value) => all + value, 0)
  for (let item = 0; item < worth.length; item++) worth[item]! /= sum
}
