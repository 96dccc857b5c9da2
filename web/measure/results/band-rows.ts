/** Bands of scores as bars: from the best to the worst, with the unanswered ones last and apart. */
import type { BandCount, ResultMethod } from '../../../src/measure/results/contract.ts'
import type { Band, BandLook } from '../../design/chart/stacked-bands.tsx'

export type ShownBand = Band & { readonly id: string; readonly answered: boolean }

const looks: readonly BandLook[] = ['perfect', 'good', 'fair', 'low']

/** The bands from the highest to the lowest; the lowest is split in answered and not. At most four are told apart. */
export function shownBands(
  bands: ResultMethod['bands'],
  name: (id: string) => string,
  names: { readonly answered: (band: string) => string; readonly unanswered: string },
): readonly ShownBand[] {
  const ordered = bands.toSorted((a, b) => b.from - a.from)
  const shown = ordered.map(({ id, from }, at): ShownBand => {
    const isLowest = at === ordered.length - 1
    const look = isLowest ? 'low' : from === 100 ? 'perfect' : (looks[Math.min(at, 2)] ?? 'fair')
    return { id, look, name: isLowest ? names.answered(name(id)) : name(id), answered: true }
  })
  const lowest = ordered.at(-1)
  return lowest ? [...shown, { id: lowest.id, look: 'none', name: names.unanswered, answered: false }] : shown
}

/** Counts of a segment in the order of the shown bands. */
export function countsOf(
  bands: readonly BandCount[],
  segment: string,
  shown: readonly ShownBand[],
): readonly number[] {
  const own = new Map(bands.filter((one) => one.segment === segment).map((one) => [one.band, one]))
  return shown.map(({ id, answered }) => {
    const band = own.get(id)
    if (!band) return 0
    return answered ? band.count - band.unanswered : band.unanswered
  })
}

/** Share of the segment in the lowest band, 0–100, unanswered ones included. */
export function lowestShare(bands: readonly BandCount[], segment: string, method: ResultMethod): number {
  const lowest = method.bands.toSorted((a, b) => a.from - b.from)[0]
  return bands.find((one) => one.segment === segment && one.band === lowest?.id)?.percent ?? 0
}
