/**
 * Worths of items from best–worst choices: the sequential best–worst logit (Marley & Louviere 2005, J. Math. Psych. 49;
 * Louviere, Flynn & Marley 2015, ch. 5). The most important of a set is item i with the chance of its worth among the
 * worths of the set; of those left, the least important is j with the chance of 1 ÷ its worth among theirs. In sets of
 * two it is the Bradley–Terry model, and a worth means what it does in Plackett–Luce.
 */
import { type Derivatives, type Fit, worthsByNewton } from './newton-worths.ts'

/** Items by their place in the list; `best` and `worst` are among `items`. */
export type ChosenSet = {
  readonly items: readonly number[]
  readonly best: number
  readonly worst: number
  readonly times?: number
}

/**
 * Worths that sum to 1.
 *
 * Example: 3 choices of a as the most important of a and b, and 1 of b → 0.75 and 0.25 without imagined comparisons.
 */
export function bestWorstWorths(
  items: number,
  chosen: readonly ChosenSet[],
  fit: Fit = {},
): readonly number[] {
  const sets = gathered(items, chosen)
  return worthsByNewton(
    items,
    (logs, derivatives) => {
      for (const set of sets) addSet(set, logs, derivatives)
    },
    fit,
  )
}

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
