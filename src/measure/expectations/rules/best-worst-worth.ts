/**
 * Worths of items from best–worst choices: the sequential best–worst logit (Marley & Louviere 2005, J. Math. Psych. 49;
 * Louviere, Flynn & Marley 2015, ch. 5). The most important of a set is item i with the chance of its worth among the
 * worths of the set; of those left, the least important is j with the chance of 1 ÷ its worth among theirs. In sets of
 * two it is the Bradley–Terry model, and a worth means what it does in Plackett–Luce.
 */

/** Items by their place in the list; `best` and `worst` are among `items`. */
export type ChosenSet = {
  readonly items: readonly number[]
  readonly best: number
  readonly worst: number
  readonly times?: number
}

type Fit = {
  /** As for Plackett–Luce: imaginary comparisons with an item of worth 1, won and lost alike. */
  readonly imagined?: number
  /** Worths that are near already. */
  readonly start?: readonly number[]
  /** The largest change of a log worth in a step that is still worth another step. */
  readonly precise?: number
}

const mostSteps = 200
/** A step of Newton's may not go further than this in a log worth. */
const longestStep = 3

/**
 * Worths that sum to 1, by Newton's method on the log-likelihood, which is concave.
 *
 * Example: 3 choices of a as the most important of a and b, and 1 of b → 0.75 and 0.25 without imagined comparisons.
 */
export function bestWorstWorths(
  items: number,
  chosen: readonly ChosenSet[],
  { imagined = 0.5, start, precise = 1e-9 }: Fit = {},
): readonly number[] {
  const sets = gathered(items, chosen)
  const logs = Float64Array.from({ length: items }, (_, item) =>
    Math.log((start?.[item] ?? 1 / items) * items),
  )
  for (let turn = 0; turn < mostSteps; turn++) {
    const slope = new Float64Array(items)
    // The choices say nothing of the level: without imagined ones, the same everywhere fixes it and changes no step.
    const curve = new Float64Array(items * items).fill(imagined === 0 ? 1 / items : 0)
    for (const set of sets) addSet(set, logs, { slope, curve })
    for (const [item, log] of logs.entries()) addImagined(item, log, imagined, { slope, curve })
    const step = solved(curve, slope)
    const longest = step.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    const scale = Math.min(1, longestStep / longest)
    if (longest > 0) for (const [item, value] of step.entries()) logs[item]! += value * scale
    if (longest < precise) break
  }
  const highest = logs.reduce((most, value) => Math.max(most, value))
  const worths = Array.from(logs, (log) => Math.exp(log - highest))
  const sum = worths.reduce((all, worth) => all + worth, 0)
  return worths.map((worth) => worth / sum)
}

type Derivatives = { readonly slope: Float64Array; readonly curve: Float64Array }

/** The choices that were made among the same items, `counts` by places of best · size + worst. */
type Gathered = { readonly items: readonly number[]; readonly counts: Float64Array }

function gathered(count: number, chosen: readonly ChosenSet[]): readonly Gathered[] {
  const sets = new Map<number, Gathered>()
  for (const { items, best, worst, times = 1 } of chosen) {
    const sorted = items.toSorted((a, b) => a - b)
    const key = sorted.reduce((sum, item) => sum * (count + 1) + item + 1, 0)
    const set = sets.get(key) ?? { items: sorted, counts: new Float64Array(sorted.length ** 2) }
    sets.set(key, set)
    set.counts[sorted.indexOf(best) * sorted.length + sorted.indexOf(worst)]! += times
  }
  return [...sets.values()]
}

function addSet({ items, counts }: Gathered, logs: Float64Array, derivatives: Derivatives): void {
  const size = items.length
  const all = items.map((_, at) => at)
  for (const best of all) {
    const row = counts.subarray(best * size, (best + 1) * size)
    const times = row.reduce((sum, count) => sum + count, 0)
    if (times === 0) continue
    const only = all.map((at) => (at === best ? times : 0))
    addChoice({ among: items, taken: only, times, sign: 1 }, logs, derivatives)
    const left = all.filter((at) => at !== best)
    const among = left.map((at) => items[at]!)
    addChoice({ among, taken: left.map((at) => row[at]!), times, sign: -1 }, logs, derivatives)
  }
}

type Choices = {
  readonly among: readonly number[]
  /** How often each of them was taken. */
  readonly taken: readonly number[]
  readonly times: number
  /** 1: the larger the worth the oftener; −1: the smaller. */
  readonly sign: 1 | -1
}

/** The slope of a multinomial logit and the negative of its curvature. */
function addChoice({ among, taken, times, sign }: Choices, logs: Float64Array, to: Derivatives): void {
  const items = logs.length
  const weights = among.map((item) => Math.exp(sign * logs[item]!))
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const shares = weights.map((weight) => weight / sum)
  for (const [at, item] of among.entries()) {
    to.slope[item]! += sign * (taken[at]! - times * shares[at]!)
    to.curve[item * items + item]! += times * shares[at]!
    for (const [other, second] of among.entries())
      to.curve[item * items + second]! -= times * shares[at]! * shares[other]!
  }
}

function addImagined(item: number, log: number, imagined: number, { slope, curve }: Derivatives): void {
  const won = 1 / (1 + Math.exp(-log))
  slope[item]! += imagined * (1 - 2 * won)
  curve[item * slope.length + item]! += 2 * imagined * won * (1 - won)
}

/** The solution of a positive definite system, by Cholesky's square root. */
function solved(matrix: Float64Array, right: Float64Array): Float64Array {
  const n = right.length
  const root = Float64Array.from(matrix)
  const solution = Float64Array.from(right)
  for (let row = 0; row < n; row++)
    for (let column = 0; column <= row; column++) {
      let sum = root[row * n + column]!
      for (let k = 0; k < column; k++) sum -= root[row * n + k]! * root[column * n + k]!
      root[row * n + column] =
        row === column ? Math.sqrt(Math.max(sum, 1e-12)) : sum / root[column * n + column]!
    }
  for (let row = 0; row < n; row++) {
    for (let k = 0; k < row; k++) solution[row]! -= root[row * n + k]! * solution[k]!
    solution[row]! /= root[row * n + row]!
  }
  for (let row = n - 1; row >= 0; row--) {
    for (let k = row + 1; k < n; k++) solution[row]! -= root[k * n + row]! * solution[k]!
    solution[row]! /= root[row * n + row]!
  }
  return solution
}
