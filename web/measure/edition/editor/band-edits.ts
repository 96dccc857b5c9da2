/** Bands stay side by side: an edge that two of them share is moved for both, and no score falls out. */
import type { BandMethod, EditionMethod } from '../../../../src/measure/edition/contract.ts'
import { freshId } from './reorder.ts'

const highest = 100

function upperEdge({ below }: BandMethod): number {
  return below ?? highest
}

/** The band that ends where this one begins; of several the one that begins highest. */
function bandUnder(bands: readonly BandMethod[], band: BandMethod): BandMethod | undefined {
  return bands
    .filter((other) => other !== band && other.below === band.from)
    .toSorted((a, b) => b.from - a.from)[0]
}

/** The band that begins where this one ends; of several the one that ends lowest. */
function bandOver(bands: readonly BandMethod[], band: BandMethod): BandMethod | undefined {
  return bands
    .filter((other) => other !== band && other.from === band.below)
    .toSorted((a, b) => upperEdge(a) - upperEdge(b))[0]
}

/** Example: when 80–100 begins at 75 instead, 70–80 ends at 75. */
export function setFrom({ bands }: EditionMethod, place: number, from: number): void {
  const band = bands[place]
  if (!band) return
  const under = bandUnder(bands, band)
  band.from = from
  if (under) under.below = from
}

export function setBelow({ bands }: EditionMethod, place: number, below: number): void {
  const band = bands[place]
  if (!band) return
  const over = bandOver(bands, band)
  band.below = below
  if (over) over.from = below
}

/** Whether there is room for two; the band of 100 alone has none. */
export function canSplit(band: BandMethod): boolean {
  return upperEdge(band) - band.from >= 0.1
}

/** Cuts a band in the middle; the new one is the lower half and stands on its lower side in the list. */
export function splitBand(method: EditionMethod, place: number, name: BandMethod['name']): void {
  const band = method.bands[place]
  if (!band || !canSplit(band)) return
  const width = upperEdge(band) - band.from
  const middle = width >= 2 ? Math.round(band.from + width / 2) : band.from + width / 2
  const lower = { id: freshId('band', method.bands), name, from: band.from, below: middle }
  const under = method.bands.findIndex((other) => other.from < band.from)
  band.from = middle
  method.bands.splice(under >= 0 && under < place ? place : place + 1, 0, lower)
}

/** Its scores fall to the band below it, the lowest one's to the band above. */
export function removeBand(method: EditionMethod, place: number): void {
  const band = method.bands[place]
  if (!band || method.bands.length < 2) return
  const under = bandUnder(method.bands, band)
  const over = bandOver(method.bands, band)
  if (under && band.below === undefined) delete under.below
  else if (under) under.below = upperEdge(band)
  else if (over) over.from = band.from
  method.bands.splice(place, 1)
}
