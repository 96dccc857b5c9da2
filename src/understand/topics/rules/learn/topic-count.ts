import type { WardTree } from '../matrix/ward.ts'

/** Merging goes on while it costs at most this share of the whole sum of squares. */
const costliest = 0.0015

/**
 * How many groups a tree has before the first merge that would cost more than a share of the total sum of squares:
 * fine rather than coarse, for a person joins groups more easily than one splits them.
 */
export function topicCount({ used, cost }: WardTree, totalSquares: number): number {
  const dear = cost.findIndex((each) => each > costliest * totalSquares)
  return used - (dear < 0 ? cost.length : dear)
}
