/**
 * How likely each text belongs to each group, from two experts multiplied: the words it has (a multinomial for each
 * group, Nigam et al. 2000) and the direction of its vector (von Mises–Fisher, Banerjee et al. 2005); Hinton 2002.
 */
import type { Dense } from '../matrix/dense.ts'
import { eachDots, type Range, sparseTimesInto } from '../matrix/product.ts'
import type { SparseRows } from '../matrix/sparse-rows.ts'

/** The groups of each text that have any weight, the likeliest first. */
export type Posterior = {
  readonly groups: number
  /** Places for each text. */
  readonly width: number
  /** texts × width. */
  readonly group: Uint32Array
  /** texts × width; 0 where fewer groups than places have weight. The weights of a text sum to 1. */
  readonly weight: Float32Array
}

export type PosteriorWork = {
  readonly kind: 'posterior'
  readonly words: SparseRows
  /** words × groups: ln of how likely a word is in a group. */
  readonly logTerms: Dense
  readonly points: Dense
  /** groups × dimensions, length 1, times the concentration. */
  readonly directions: Dense
  /** texts × groups: room to work in. */
  readonly scores: Dense
  readonly out: Posterior
}

/** Places for each text: more groups than this never matter at once. */
export const posteriorWidth = 8
/** Below e^−12 of the likeliest a group has no weight. */
const faintest = -12

export function findPosterior(
  { words, logTerms, points, directions, scores, out }: PosteriorWork,
  range: Range,
): void {
  sparseTimesInto(words, logTerms, scores, range)
  const groups = directions.rows
  eachDots(points, directions, range, (dots, first, end, stride) => {
    for (let row = first; row < end; row++) {
      const at = row * groups
      const from = (row - first) * stride
      let most = Number.NEGATIVE_INFINITY
      for (let group = 0; group < groups; group++) {
        const score = scores.value[at + group]! + dots[from + group]!
        scores.value[at + group] = score
        if (score > most) most = score
      }
      keepLikely(scores.value.subarray(at, at + groups), most, row, out)
    }
  })
}

function keepLikely(scores: Float32Array, most: number, row: number, out: Posterior): void {
  const base = row * out.width
  const { group, weight } = out
  let filled = 0
  let sum = 0
  for (let candidate = 0; candidate < scores.length; candidate++) {
    const difference = scores[candidate]! - most
    if (difference < faintest) continue
    const value = Math.exp(difference)
    if (filled === out.width && value <= weight[base + filled - 1]!) continue
    let at = base + Math.min(filled, out.width - 1)
    if (filled === out.width) sum -= weight[at]!
    for (; at > base && weight[at - 1]! < value; at--) {
      weight[at] = weight[at - 1]!
      group[at] = group[at - 1]!
    }
    weight[at] = value
    group[at] = candidate
    sum += value
    if (filled < out.width) filled++
  }
  for (let place = base; place < base + out.width; place++)
    weight[place] = place < base + filled ? weight[place]! / sum : 0
}

/** An empty one: every text wholly in the group it is given. */
export function wholly(group: ArrayLike<number>, groups: number): Posterior {
  const size = group.length * posteriorWidth
  const made: Posterior = {
    groups,
    width: posteriorWidth,
    group: new Uint32Array(new SharedArrayBuffer(size * 4)),
    weight: new Float32Array(new SharedArrayBuffer(size * 4)),
  }
  for (let row = 0; row < group.length; row++) putWholly(made, row, group[row]!)
  return made
}

export function putWholly({ width, group, weight }: Posterior, row: number, chosen: number): void {
  weight.fill(0, row * width, (row + 1) * width)
  group[row * width] = chosen
  weight[row * width] = 1
}

/** The likeliest group of each text. */
export function likeliest({ width, group }: Posterior): Uint32Array {
  return Uint32Array.from({ length: group.length / width }, (_, row) => group[row * width]!)
}
