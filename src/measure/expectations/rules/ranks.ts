/** From one observer's answer to a place for every item, also where only the first ones were put in order. */
import type { Choice, SurveyMode } from '../contract.ts'
import { scoreOf, talliesOf } from './best-worst.ts'

/** Item → place from 1, or rating from 1 to 7. */
export type Answer = Readonly<Record<string, number>>
/** In best–worst mode a choice for each set. */
export type Reply = Answer | readonly Choice[]

export type Asked = { readonly mode: SurveyMode; readonly items: readonly string[] }

export function choicesIn(reply: Reply): readonly Choice[] {
  return Array.isArray(reply) ? (reply as readonly Choice[]) : []
}

/** The places or ratings; none of an answer by sets. */
export function numbersIn(reply: Reply): Answer {
  return Array.isArray(reply) ? {} : (reply as Answer)
}

/**
 * Places 1…m in the order of the items; equal ones share the mean of their places (midranks). In rank mode the
 * items that were not put in order come together after the others; in rate mode a higher rating comes first, in
 * best–worst mode what was chosen oftener as the most and seldomer as the least important, for how often it was shown.
 *
 * Example: items a, b, c, d; `{ b: 1 }` → 3, 1, 3, 3.
 */
export function placesOf({ mode, items }: Asked, reply: Reply): readonly number[] {
  const numbers = numbersIn(reply)
  if (mode === 'bestWorst')
    return midranks(talliesOf(items, choicesIn(reply)).map((tally) => -scoreOf(tally)))
  if (mode === 'rank') return midranks(items.map((id) => numbers[id] ?? items.length + 1))
  return midranks(items.map((id) => -(numbers[id] ?? Number.NEGATIVE_INFINITY)))
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
 * Importance 0–100 of a mean place (1 of m → 100, m of m → 0), of a mean rating (7 → 100, 1 → 0) or of a mean score
 * of choices (1 → 100, −1 → 0): the same scale for all ways of asking and for any number of items. Of places and of
 * choices it is the share of the others that an item came before.
 */
export function importanceOf(mode: SurveyMode, mean: number, { items, highest }: Ends): number {
  if (mode === 'bestWorst') return ((1 + mean) / 2) * 100
  return mode === 'rank' ? ((items - mean) / (items - 1)) * 100 : ((mean - 1) / (highest - 1)) * 100
}

type Ends = { readonly items: number; readonly highest: number }
