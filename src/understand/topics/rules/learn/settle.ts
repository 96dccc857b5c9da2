import { type Dense, normaliseRows, zeros } from '../matrix/dense.ts'
import type { SparseRows } from '../matrix/sparse-rows.ts'
import { likeliest, type Posterior, type PosteriorWork, putWholly, wholly } from './posterior.ts'

export type SettleOptions = {
  readonly groups: number
  readonly run: (work: PosteriorWork) => void
  /** The group of a text that a person has confirmed, or −1. */
  readonly fixed?: Int32Array | undefined
}

const rounds = 20
/** Counted beside each word of each group, so that no word is impossible (Dirichlet prior). */
const prior = 0.03
/** How much the direction says beside the words: concentration of the von Mises–Fisher. */
const concentration = 10
const fewChanges = 1e-3

/**
 * Settles a first grouping by expectation maximisation: each group's words and direction from its texts, then each
 * text's groups from words and direction, until fewer than one text in a thousand moves. Texts that are `fixed`
 * keep their group throughout.
 */
export function settle(
  words: SparseRows,
  points: Dense,
  first: ArrayLike<number>,
  { groups, run, fixed }: SettleOptions,
): Posterior {
  const out = wholly(first, groups)
  const scores = zeros(points.rows, groups)
  let before = Uint32Array.from({ length: first.length }, (_, row) => first[row]!)
  for (let round = 0; round < rounds; round++) {
    const logTerms = logLikelihoods(words, out)
    const directions = directionsOf(points, out)
    run({ kind: 'posterior', words, logTerms, points, directions, scores, out })
    for (let row = 0; fixed && row < fixed.length; row++)
      if (fixed[row]! >= 0) putWholly(out, row, fixed[row]!)
    const now = likeliest(out)
    const changes = now.reduce((sum, group, row) => sum + (group === before[row] ? 0 : 1), 0)
    before = Uint32Array.from(now)
    if (changes < points.rows * fewChanges) break
  }
  return out
}

/** ln((count of the word in the group + prior) / (the same over all words)); words × groups. */
function logLikelihoods(words: SparseRows, { groups, width, group, weight }: Posterior): Dense {
  const made = zeros(words.columns, groups)
  const counts = made.value.fill(prior)
  const sums = new Float64Array(groups).fill(prior * words.columns)
  for (let row = 0; row < words.rows; row++) {
    for (let at = row * width; at < (row + 1) * width; at++) {
      const share = weight[at]!
      if (share === 0) break
      const to = group[at]!
      for (let place = words.start[row]!; place < words.start[row + 1]!; place++)
        counts[words.index[place]! * groups + to]! += share
      sums[to]! += share * (words.start[row + 1]! - words.start[row]!)
    }
  }
  const logSums = sums.map(Math.log)
  const [rare, logPrior] = [Math.fround(prior), Math.log(prior)]
  for (let word = 0; word < words.columns; word++) {
    for (let to = 0, at = word * groups; to < groups; to++, at++) {
      const count = counts[at]!
      counts[at] = (count === rare ? logPrior : Math.log(count)) - logSums[to]!
    }
  }
  return made
}

function directionsOf(points: Dense, { groups, width, group, weight }: Posterior): Dense {
  const { columns, value } = points
  const sums = new Float64Array(groups * columns)
  for (let row = 0; row < points.rows; row++) {
    for (let at = row * width; at < (row + 1) * width; at++) {
      const share = weight[at]!
      if (share === 0) break
      const to = group[at]! * columns
      for (let column = 0, from = row * columns; column < columns; column++)
        sums[to + column]! += share * value[from + column]!
    }
  }
  const made = zeros(groups, columns)
  made.value.set(sums)
  normaliseRows(made)
  for (let place = 0; place < made.value.length; place++) made.value[place]! *= concentration
  return made
}
