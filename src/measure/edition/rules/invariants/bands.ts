/** Every score from 0 to 100 falls in exactly one band. */
import { type Invariant, issue } from './issue.ts'

export const bandsCoverEveryScore: Invariant = ({ bands }) => {
  const sorted = bands.map((band, index) => ({ ...band, index })).toSorted((a, b) => a.from - b.from)
  const gaps = sorted.flatMap((band, place) => {
    const next = sorted[place + 1]
    const path = `bands.${band.index}.below`
    if (!next)
      return band.below === undefined ? [] : [issue('bands-gap', path, { from: band.below, to: 100 })]
    if (band.below === undefined || band.below > next.from)
      return [issue('bands-overlap', path, { band: band.id, other: next.id })]
    return band.below < next.from ? [issue('bands-gap', path, { from: band.below, to: next.from })] : []
  })
  const lowest = sorted[0]
  const start =
    lowest && lowest.from > 0
      ? [issue('bands-gap', `bands.${lowest.index}.from`, { from: 0, to: lowest.from })]
      : []
  return [...start, ...gaps]
}

export const bandsAreNotEmpty: Invariant = ({ bands }) =>
  bands.flatMap(({ id, from, below }, index) =>
    below === undefined || from < below
      ? []
      : [issue('empty-band', `bands.${index}`, { band: id, from, below })],
  )
