/**
 * What a person has put together may be several things to the eye of the learner: two questions with one answer. Such
 * a group is learned as several parts, each of one kind, and told as one.
 */

export type Parts = {
  /** The part of each confirmed text, or −1. */
  readonly part: Int32Array
  /** The group of each part; groups are those of the confirmations. */
  readonly groupOf: readonly number[]
}

/** A part needs this share of its group's texts, and two of them. */
const leastShare = 0.1

/**
 * `fixed` has the group of each confirmed text, or −1; `found` the group in which each text would be without
 * confirmations. Texts of one group that were found together are a part; stray ones go with the largest.
 *
 * @example group 0 found as 7 7 7 2 2 and 5: parts 0 (found 7, and the stray 5) and 1 (found 2)
 */
export function partsOf(fixed: Int32Array, found: Uint32Array): Parts {
  const groups = fixed.reduce((most, group) => Math.max(most, group + 1), 0)
  const counts = Array.from({ length: groups }, () => new Map<number, number>())
  for (const [text, group] of fixed.entries()) {
    if (group < 0) continue
    const own = counts[group]!
    own.set(found[text]!, (own.get(found[text]!) ?? 0) + 1)
  }
  const groupOf: number[] = []
  const partOfFound = counts.map((own, group) => {
    const all = [...own.values()].reduce((sum, count) => sum + count, 0)
    const ordered = [...own].sort((a, b) => b[1] - a[1] || a[0] - b[0])
    const first = groupOf.length
    const parts = new Map<number, number>()
    for (const [at, [where, count]] of ordered.entries()) {
      const large = at === 0 || (count >= 2 && count >= leastShare * all)
      if (large) groupOf.push(group)
      parts.set(where, large ? groupOf.length - 1 : first)
    }
    return parts
  })
  const part = fixed.map((group, text) => (group < 0 ? -1 : partOfFound[group]!.get(found[text]!)!))
  return { part, groupOf }
}
