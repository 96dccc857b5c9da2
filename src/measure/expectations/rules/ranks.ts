/** From one observer's answer to a place for every item, also where only the first ones were put in order. */
import type { SurveyMode } from '../contract.ts'

/** Item → place from 1, or rating from 1 to 7. */
export type Answer = Readonly<Record<string, number>>

export type Asked = { readonly mode: SurveyMode; readonly items: readonly string[] }

/**
 * Places 1…m in the order of the items; equal ones share the mean of their places (midranks). In rank mode the
 * items that were not put in order come together after the others; in rate mode a higher rating comes first.
 *
 * Example: items a, b, c, d; `{ b: 1 }` → 3, 1, 3, 3.
 */
export function placesOf({ mode, items }: Asked, answer: Answer): readonly number[] {
  const keys = items.map((id) =>
    mode === 'rank' ? (answer[id] ?? items.length + 1) : -(answer[id] ?? Number.NEGATIVE_INFINITY),
  )
  return midranks(keys)
}

/** Places of ascending keys, equal ones sharing the mean of theirs. */
export function midranks(keys: readonly number[]): readonly number[] {
  return keys.map((key) => {
    const before = keys.filter((other) => other < key).length
    const equal = keys.filter((other) => other === key).length
    return before + (equal + 1) / 2
  })
}

/**
 * Importance 0–100 of a mean place (1 of m → 100, m of m → 0) or of a mean rating (7 → 100, 1 → 0): the same scale
 * for both ways of asking and for any number of items.
 */
export function importanceOf(mode: SurveyMode, mean: number, { items, highest }: Ends): number {
  return mode === 'rank' ? ((items - mean) / (items - 1)) * 100 : ((mean - 1) / (highest - 1)) * 100
}

type Ends = { readonly items: number; readonly highest: number }
