/**
 * In which order a participant's contacts take its channels: a balanced word, in which each channel returns at
 * equal distances whatever the counts are. Read as a circle it can be turned: participants with the same counts
 * start at different places of it, so that on every day each channel has its share.
 */

/**
 * The channel (number in the list of counts) of the first, second, … contact. `phases` (0–1) say how far into its
 * own step each channel starts; `turn` (0–1) how far the circle is turned.
 *
 * @example channelOrder([2, 1], [0.5, 0.5], 0) // [0, 1, 0]
 */
export function channelOrder(counts: readonly number[], phases: readonly number[], turn: number): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const placed = counts.map(() => 0)
  const circle = Array.from({ length: total }, () => {
    const next = earliest(counts, phases, placed)
    placed[next]! += 1
    return next
  })
  const start = Math.floor(turn * total)
  return [...circle.slice(start), ...circle.slice(0, start)]
}

function earliest(counts: readonly number[], phases: readonly number[], placed: readonly number[]): number {
  let first = -1
  let lowest = Number.POSITIVE_INFINITY
  for (let channel = 0; channel < counts.length; channel++) {
    const at = (placed[channel]! + phases[channel]!) / counts[channel]!
    if (placed[channel]! === counts[channel]! || at >= lowest) continue
    first = channel
    lowest = at
  }
  return first
}
