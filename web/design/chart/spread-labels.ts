/**
 * Where names that stand beside each other's places go, so that none covers another and all move as little as can be
 * (least squares: neighbours that are too close share their mean, as in pooling adjacent violators).
 *
 * @param places where each would stand, in any order
 * @param gap the least distance between two
 * @returns how far each moves, in the order given
 */
export function spreadLabels(places: readonly number[], gap: number): readonly number[] {
  const order = places.map((_, at) => at).toSorted((a, b) => places[a]! - places[b]!)
  // With the gaps taken away the question is: the nearest places that never fall.
  const pools: { sum: number; size: number }[] = []
  for (const [rank, at] of order.entries()) {
    let pool = { sum: places[at]! - rank * gap, size: 1 }
    for (let before = pools.at(-1); before && meanOf(before) >= meanOf(pool); before = pools.at(-1)) {
      pools.pop()
      pool = { sum: before.sum + pool.sum, size: before.size + pool.size }
    }
    pools.push(pool)
  }
  const settled = pools.flatMap((pool) => new Array<number>(pool.size).fill(meanOf(pool)))
  const moved = new Array<number>(places.length).fill(0)
  for (const [rank, at] of order.entries()) moved[at] = settled[rank]! + rank * gap - places[at]!
  return moved
}

function meanOf({ sum, size }: { readonly sum: number; readonly size: number }): number {
  return sum / size
}
