/**
 * Plackett–Luce worths of ranked items (Plackett 1975, Applied Statistics 24; Luce 1959): each item has a worth, and the
 * chance of being put next is its share of the worths of those that are left.
 */
import { type Derivatives, type Fit, worthsByNewton } from './newton-worths.ts'

/** Items (by place in the list) from the first; those left out come after all of them, in no order. */
export type Ranking = { readonly order: readonly number[]; readonly times?: number }

type RankingFit = Fit & {
  /** Not all items meet in each ranking: the ones that took part. By default all. */
  readonly among?: (ranking: Ranking) => readonly number[]
}

/**
 * Worths that sum to 1. Example: the journals' mutual citations (Agresti 2002, p. 448) as rankings of two, without
 * imagined comparisons → log worths 0, −2.949, −0.480 and 0.269 against the first.
 */
export function plackettLuce(
  items: number,
  rankings: readonly Ranking[],
  { among, ...fit }: RankingFit = {},
): readonly number[] {
  const all = Array.from({ length: items }, (_, item) => item)
  const placed = rankings.map((ranking) => placedOf(ranking, among?.(ranking) ?? all))
  return worthsByNewton(
    items,
    (logs, derivatives) => {
      const worth = logs.map(Math.exp)
      for (const each of placed) addRanking(each, worth, derivatives)
    },
    fit,
  )
}

type Placed = {
  /** The order, and after it those that were left when it ended. */
  readonly line: readonly number[]
  /** Choices among at least two, from the head of the line. */
  readonly choices: number
  readonly times: number
}

function placedOf({ order, times = 1 }: Ranking, field: readonly number[]): Placed {
  const line = [...order, ...field.filter((item) => !order.includes(item))]
  return { line, choices: Math.min(order.length, field.length - 1), times }
}

/**
 * A choice at place k is a logit among the line from k on, of worths that sum to S: item i gains 1 when it was chosen
 * and loses w ÷ S; the curve gains w ÷ S on the diagonal and −w·v ÷ S² for each pair. Two items are both among the
 * choices up to the place of the first of them, so that the sums over k are running sums.
 */
function addRanking(
  { line, choices, times }: Placed,
  worth: Float64Array,
  { slope, curve }: Derivatives,
): void {
  const items = worth.length
  const first = runningSums(line, worth, choices)
  for (const [place, item] of line.entries()) {
    const last = Math.min(place, choices - 1)
    const foretold = times * worth[item]! * first.shares[last]!
    slope[item]! += (place < choices ? times : 0) - foretold
    curve[item * items + item]! += foretold
    for (const [at, other] of line.entries()) {
      const met = first.squares[Math.min(last, at)]!
      curve[item * items + other]! -= times * worth[item]! * worth[other]! * met
    }
  }
}

/** Σ 1 ÷ S and Σ 1 ÷ S² over the choices up to each; S is added up from the end, never a difference of near sums. */
function runningSums(line: readonly number[], worth: Float64Array, choices: number) {
  const shares = new Float64Array(choices)
  const squares = new Float64Array(choices)
  let left = 0
  for (let place = line.length - 1; place >= 0; place--) {
    left += worth[line[place]!]!
    if (place < choices) shares[place] = 1 / left
  }
  for (let place = 0; place < choices; place++) {
    const share = shares[place]!
    squares[place] = share * share + (squares[place - 1] ?? 0)
    shares[place] = share + (shares[place - 1] ?? 0)
  }
  return { shares, squares }
}
