/** How a figure came about through the season: after each day with a contact, over all contacts until then. */
import type { EditionMethod } from '../../edition/contract.ts'
import type { Figure } from '../../trend/rules/figure.ts'
import type { SeasonPoint } from '../contract.ts'
import { figureOver, figureValue, type MeasuredContact } from './figure-values.ts'

/** Fewer contacts than this say so little that a line through them only misleads. */
export const fewestForSeason = 5

/**
 * One point a day, from the fifth contact that says anything; the last one is the whole season so far.
 *
 * Example: 25 contacts on 25 days give 21 points, and the bands grow narrower.
 */
export function seasonOf(
  figure: Figure,
  contacts: readonly MeasuredContact[],
  method: EditionMethod,
): readonly SeasonPoint[] {
  const telling = contacts
    .filter((contact) => figureValue(figure, contact, method) !== undefined)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.number - b.number))
  const days = [...new Set(telling.map(({ date }) => date))]
  return days.flatMap((date) => {
    const until = telling.filter((contact) => contact.date <= date)
    const known = until.length < fewestForSeason ? undefined : figureOver(figure, until, method)
    return known ? [{ date, value: known.value, n: until.length, interval: asPair(known.interval) }] : []
  })
}

function asPair(interval: readonly [number, number] | null): [number, number] | null {
  return interval && [interval[0], interval[1]]
}
