import type { WardTree } from '../matrix/ward.ts'

/** With fewer merges than these a curve of what they cost has no shape to be read. */
const fewest = 8
/** So many of the dearest merges may be of texts that stand apart from all others, and tell nothing of these. */
const apart = 2
/** The cost at a number of groups is the mean of those around it, from a fifth fewer to a quarter more. */
const around = 1.25
/** Merging goes on while it costs at most what it costs at the bend; four times as much when coarse. */
const range = 4

/**
 * How many groups a tree has where its costs bend: from few groups to many, each further group takes much off the sum of
 * squares as long as it parts what is different, and little once it parts what is alike. The bend is where the curve
 * lies farthest below the straight line between its ends, over the logarithm of the number of groups (Satopää et al.
 * 2011). Rather a few too many than too few, for a person joins groups more easily than one splits them. `fineness` goes
 * from 0, few large groups, to 1, many small ones; 0.5 is the bend.
 */
export function topicCount({ used, cost }: WardTree, fineness = 0.5): number {
  const dearest = cost.at(-1) ?? 0
  if (dearest <= 0) return used - cost.length
  if (cost.length < fewest) return used
  const most = costAtBend(cost) * range ** (1 - 2 * fineness)
  const dear = cost.findIndex((each) => each > most)
  return used - (dear < 0 ? cost.length : dear)
}

/** `cost` ascends, as merges are made; the curve descends, as groups become more. */
function costAtBend(cost: Float64Array): number {
  const least = cost.at(-1 - apart)!
  const curve = cost.toReversed().map((each) => Math.min(each, least))
  const smooth = curve.map((_, at) => {
    const groups = at + 1
    const near = curve.subarray(Math.max(0, Math.floor(groups / around) - 1), Math.ceil(groups * around))
    return near.reduce((sum, each) => sum + each, 0) / near.length
  })
  const [first, last] = [smooth[0]!, smooth.at(-1)!]
  const along = Math.log(smooth.length)
  let [bend, deepest] = [0, 0]
  for (const [at, each] of smooth.entries()) {
    const depth = 1 - (each - last) / (first - last || 1) - Math.log(at + 1) / along
    if (depth > deepest) [bend, deepest] = [at, depth]
  }
  return curve[bend + 1] ?? 0
}
