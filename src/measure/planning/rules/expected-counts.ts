/**
 * How many contacts per channel a participant is to have, when some are done already. Without any it is the key.
 * Done ones stay; the rest of the total goes to the channels that are furthest below the key, so that a
 * participant whose channels changed half-way ends as near to its new key as it can.
 */

/**
 * @param key counts of the key, per channel; @param done contacts done or started, per channel
 *
 * @example expectedCounts([11, 8, 6], [5, 0, 0]) // [11, 8, 6]
 * @example expectedCounts([15, 10, 0], [4, 3, 5]) // 12 are done, 13 are left: [12, 8, 5]
 */
export function expectedCounts(key: readonly number[], done: readonly number[]): number[] {
  const total = sum(key)
  const expected = key.map((count, channel) => Math.max(count, done[channel]!))
  for (let excess = sum(expected) - Math.max(total, sum(done)); excess > 0; excess--) {
    const from = leastMissed(key, done, expected)
    if (from < 0) break
    expected[from]! -= 1
  }
  return expected
}

/** The channel that can give up a contact and is then still nearest to its key, relative to its size. */
function leastMissed(key: readonly number[], done: readonly number[], expected: readonly number[]): number {
  let best = -1
  let highest = Number.NEGATIVE_INFINITY
  for (let channel = 0; channel < key.length; channel++) {
    if (expected[channel]! <= done[channel]!) continue
    const left = (expected[channel]! - 1) / key[channel]!
    if (left > highest) {
      highest = left
      best = channel
    }
  }
  return best
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0)
}
