/**
 * Places by unrounded scores: equal ones share the place and the next place is skipped (1, 1, 3), or are told apart
 * by the edition's tie rule (M7.2). How sure a place is, is read from the same resampled copies for all at once.
 */
import type { EditionMethod } from '../../edition/contract.ts'

export type TieRule = EditionMethod['ranking']['ties']

export type Ranked = {
  readonly value: number | null
  readonly answeredScore?: number | null
  readonly unanswered?: number
}

/** What two sums of the same numbers can differ by through the order of their terms: not a difference of scores. */
export const noise = 1e-9

/**
 * The place of each, 1 the best; null for one without a value.
 * Example: 90, 80, 90, none → 1, 3, 1, null.
 */
export function rank(entries: readonly Ranked[], ties: TieRule = 'shared'): (number | null)[] {
  const order = entries.map((_, index) => index).filter((index) => entries[index]!.value !== null)
  order.sort((a, b) => compare(entries[a]!, entries[b]!, ties))
  const places: (number | null)[] = entries.map(() => null)
  order.forEach((index, position) => {
    const before = order[position - 1]
    const equal = before !== undefined && compare(entries[before]!, entries[index]!, ties) === 0
    places[index] = equal ? places[before]! : position + 1
  })
  return places
}

function compare(a: Ranked, b: Ranked, ties: TieRule): number {
  const byScore = descending(a.value ?? -1, b.value ?? -1)
  if (byScore !== 0 || ties === 'shared') return byScore
  if (ties === 'answeredScore') return descending(a.answeredScore ?? -1, b.answeredScore ?? -1)
  return (a.unanswered ?? 0) - (b.unanswered ?? 0)
}

const descending = (a: number, b: number): number => (Math.abs(a - b) <= noise ? 0 : b - a)

/**
 * The lowest and highest place of each in the middle `level` of the resampled copies, widened to hold the place it
 * has. `copies[i]` are the resampled values of entry i; copy r of all entries is one resampled edition.
 */
export function rankRanges(
  copies: readonly Float64Array[],
  ranks: readonly (number | null)[],
  level: number,
): ([number, number] | null)[] {
  const taking = ranks.flatMap((place, index) => (place === null ? [] : [index]))
  const resamples = Math.min(...taking.map((index) => copies[index]!.length))
  if (taking.length === 0 || resamples === 0) return ranks.map(() => null)
  const places = taking.map(() => new Uint32Array(resamples))
  const values = new Float64Array(taking.length)
  for (let copy = 0; copy < resamples; copy++) {
    taking.forEach((index, position) => {
      values[position] = copies[index]![copy]!
    })
    const sorted = values.slice().sort()
    for (let position = 0; position < values.length; position++) {
      places[position]![copy] = 1 + countAbove(sorted, values[position]! + noise)
    }
  }
  const ranges: ([number, number] | null)[] = ranks.map(() => null)
  taking.forEach((index, position) => {
    const sorted = places[position]!.sort()
    const low = sorted[Math.floor(((1 - level) / 2) * (resamples - 1))]!
    const high = sorted[Math.ceil(((1 + level) / 2) * (resamples - 1))]!
    ranges[index] = [Math.min(low, ranks[index]!), Math.max(high, ranks[index]!)]
  })
  return ranges
}

/** How many of the ascending values are greater than `limit`. */
function countAbove(sorted: Float64Array, limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! > limit) high = middle
    else low = middle + 1
  }
  return sorted.length - low
}
