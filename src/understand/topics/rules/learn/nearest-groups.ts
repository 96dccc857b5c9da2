/** For each text its likeliest groups with a certainty each, from the classifier's scores. */
import type { Dense } from '../matrix/dense.ts'
import type { Posterior } from './posterior.ts'

export const nearestCount = 3

export type NearestGroups = {
  /** texts × 3, the likeliest first; a group stands twice only when there are fewer than three. */
  readonly group: Uint32Array
  /** texts × 3, 0–1. */
  readonly certainty: Float32Array
}

export function emptyNearest(texts: number): NearestGroups {
  return {
    group: new Uint32Array(texts * nearestCount),
    certainty: new Float32Array(texts * nearestCount),
  }
}

/**
 * How often the groups can be right, 0–1, as the views see it: for each text the support that its group has in the view
 * that doubts it most, as a mean over texts. A view supports a group by the share of the texts that it holds with this
 * one that ended there. Views read the same words, so that what most of them say is no second opinion; the most
 * doubtful one is. (Measured: docs/methods/topics.md.)
 */
export function doubtedAgreement(views: readonly Posterior[], final: Uint32Array, groups: number): number {
  const least = new Float32Array(final.length).fill(1)
  for (const view of views) {
    const shares = sharesOf(view, final, groups)
    for (const [text, own] of final.entries()) {
      let support = 0
      for (let at = text * view.width; at < (text + 1) * view.width; at++)
        support += view.weight[at]! * shares[view.group[at]! * groups + own]!
      least[text] = Math.min(least[text]!, support)
    }
  }
  return least.reduce((sum, each) => sum + each, 0) / final.length
}

/** view's groups × final groups: of the texts that a group of the view holds, the share that ended in each. */
function sharesOf({ groups: own, width, group, weight }: Posterior, final: Uint32Array, groups: number) {
  const shares = new Float64Array(own * groups)
  const sums = new Float64Array(own)
  for (let at = 0; at < group.length; at++) {
    const from = group[at]!
    shares[from * groups + final[Math.floor(at / width)]!]! += weight[at]!
    sums[from]! += weight[at]!
  }
  return shares.map((sum, at) => sum / (sums[Math.floor(at / groups)]! || 1))
}

/**
 * The factor by which scores are multiplied before they become shares (softmax), such that the mean certainty of
 * the first group is the given one: what is called sure is then as often right as can be known from within.
 */
export function sharpnessFor(scores: Dense, certainty: number): number {
  let [low, high] = [0.1, 100]
  for (let round = 0; round < 25; round++) {
    const middle = Math.sqrt(low * high)
    if (meanCertainty(scores, middle) < certainty) low = middle
    else high = middle
  }
  return Math.sqrt(low * high)
}

const mostLookedAt = 2000

function meanCertainty({ rows, columns, value }: Dense, sharpness: number): number {
  const step = Math.max(1, Math.floor(rows / mostLookedAt))
  let [sum, count] = [0, 0]
  for (let row = 0; row < rows; row += step) {
    let most = Number.NEGATIVE_INFINITY
    for (let place = row * columns; place < (row + 1) * columns; place++) most = Math.max(most, value[place]!)
    let shares = 0
    for (let place = row * columns; place < (row + 1) * columns; place++)
      shares += Math.exp(sharpness * (value[place]! - most))
    sum += 1 / shares
    count++
  }
  return sum / Math.max(1, count)
}

/** Writes the three likeliest of each row of `scores` at the places `texts` of `into`. */
export function putNearest(
  { rows, columns, value }: Dense,
  sharpness: number,
  texts: ArrayLike<number>,
  into: NearestGroups,
): void {
  for (let row = 0; row < rows; row++) {
    const scores = value.subarray(row * columns, (row + 1) * columns)
    const best = largest(scores)
    let shares = 0
    for (const score of scores) shares += Math.exp(sharpness * (score - scores[best[0]!]!))
    for (let place = 0; place < nearestCount; place++) {
      const to = texts[row]! * nearestCount + place
      const group = best[place]
      into.group[to] = group ?? best[0]!
      into.certainty[to] =
        group === undefined ? 0 : Math.exp(sharpness * (scores[group]! - scores[best[0]!]!)) / shares
    }
  }
}

function largest(scores: Float32Array): number[] {
  const best: number[] = []
  for (let group = 0; group < scores.length; group++) {
    const score = scores[group]!
    if (best.length === nearestCount && score <= scores[best.at(-1)!]!) continue
    const at = best.findIndex((other) => scores[other]! < score)
    best.splice(at < 0 ? best.length : at, 0, group)
    best.length = Math.min(best.length, nearestCount)
  }
  return best
}
