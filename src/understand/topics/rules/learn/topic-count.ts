import type { WardTree } from '../matrix/ward.ts'

/** Merging goes on while it costs at most this share of the whole sum of squares; four times as much when coarse. */
const costliest = 0.0015
const range = 4

/**
 * How many groups a tree has before the first merge that would cost more than a share of the total sum of squares:
 * fine rather than coarse, for a person joins groups more easily than one splits them. `fineness` goes from 0, few
 * large groups, to 1, many small ones.
 */
export function topicCount({ used, cost }: WardTree, totalSquares: number, fineness = 0.5): number {
  const most = costliest * range ** (1 - 2 * fineness) * totalSquares
  const dear = cost.findIndex((each) => each > most)
  return used - (dear < 0 ? cost.length : dear)
}
