/**
 * Has a source stopped delivering? Only a silence longer than every earlier one counts, and only when so many contacts
 * should have come that chance cannot explain it (Poisson, one in a thousand).
 */
export type Silence = { readonly days: number; readonly missing: number; readonly longestBefore: number }

const leastHistory = 28
const leastDays = 2
const rare = 0.001

/**
 * @param counts contacts day by day, oldest first, up to the day that is judged
 * @example silenceOf([...Array(40).fill(5), 0, 0, 0]) // { days: 3, missing: 15, longestBefore: 0 }
 */
export function silenceOf(counts: readonly number[]): Silence | undefined {
  const last = counts.findLastIndex((count) => count > 0)
  const first = counts.findIndex((count) => count > 0)
  const days = counts.length - 1 - last
  if (last < 0 || days < leastDays || last - first + 1 < leastHistory) return undefined
  const past = counts.slice(first, last + 1)
  const longestBefore = longestRun(past)
  if (days <= longestBefore) return undefined
  // The same weekdays as those that are silent now.
  let missing = 0
  for (let at = last + 1; at < counts.length; at++) missing += usualOn(past, (at - first) % 7)
  if (Math.exp(-missing) >= rare) return undefined
  return { days, missing, longestBefore }
}

function longestRun(past: readonly number[]): number {
  let [longest, run] = [0, 0]
  for (const count of past) {
    run = count > 0 ? 0 : run + 1
    longest = Math.max(longest, run)
  }
  return longest
}

function usualOn(past: readonly number[], place: number): number {
  const same = past.filter((_, at) => at % 7 === place)
  return same.reduce((sum, count) => sum + count, 0) / Math.max(1, same.length)
}
