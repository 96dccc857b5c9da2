/** How well a ranking puts what is right first. */

/**
 * Area under the ROC curve: how often one of the first `positives` scores is higher than one of the others, ties half
 * (Mann & Whitney 1947).
 *
 * @example rankingQuality([0.9, 0.4, 0.5, 0.1], 2) // 0.75: three of the four pairs are in order
 */
export function rankingQuality(scores: readonly number[], positives: number): number {
  const order = [...scores.keys()].sort((a, b) => scores[a]! - scores[b]!)
  let ranks = 0
  for (let first = 0; first < order.length; ) {
    let end = first + 1
    while (end < order.length && scores[order[end]!] === scores[order[first]!]) end++
    for (let place = first; place < end; place++)
      if (order[place]! < positives) ranks += (first + 1 + end) / 2
    first = end
  }
  return (ranks - (positives * (positives + 1)) / 2) / (positives * (scores.length - positives))
}

/**
 * Mean of the precision at each right one of a ranked list.
 *
 * @example averagePrecision([true, false, true]) // (1 + 2/3) / 2 = 0.833
 */
export function averagePrecision(right: readonly boolean[]): number {
  let [found, sum] = [0, 0]
  for (const [place, one] of right.entries()) if (one) sum += ++found / (place + 1)
  return found === 0 ? 0 : sum / found
}
