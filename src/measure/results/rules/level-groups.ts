/**
 * Groups of neighbours in a ranking of whom no two can be told apart, as long as they can be made. Groups overlap,
 * because level is not the same as equal: a may be level with b and b with c, while a lies above c.
 */
import { areLevel } from './compare-all.ts'

/** Without a standard error it is told apart from nobody. */
export type Standing = { readonly value: number; readonly standardError: number | null }

/** From the first to the last of a group, by place in the list. */
export type LevelGroup = { readonly from: number; readonly to: number }

/**
 * `standings` from the best to the last. Alone in its group is whoever is told apart from both neighbours.
 * Example: 90, 85, 80 with standard errors of 2 and critical 2 → the first two, and the last two.
 */
export function levelGroups(standings: readonly Standing[], critical: number): LevelGroup[] {
  const groups: LevelGroup[] = []
  for (let from = 0; from < standings.length; from++) {
    let to = from
    while (to + 1 < standings.length && allLevel(standings.slice(from, to + 2), critical)) to++
    if (groups.length === 0 || to > groups.at(-1)!.to) groups.push({ from, to })
  }
  return groups
}

function allLevel(group: readonly Standing[], critical: number): boolean {
  const last = group.at(-1)!
  return group.every((one) => !isToldApart(one, last, critical))
}

function isToldApart(one: Standing, other: Standing, critical: number): boolean {
  if (one.standardError === null || other.standardError === null) return false
  return !areLevel(
    { value: one.value, standardError: one.standardError },
    { value: other.value, standardError: other.standardError },
    critical,
  )
}
