import type { BandMethod } from '../../edition/contract.ts'

/** Noise of sums of fractional points; a score is never further from its true value than this. */
const noise = 1e-9

/**
 * Place of the band in which a score lies: `from` ≤ score < `below`. The bands cover 0–100 (checked with the
 * edition), so a score that no band takes is a bug and throws RangeError.
 */
export function bandOf(bands: readonly BandMethod[], score: number): number {
  for (let place = 0; place < bands.length; place++) {
    const { from, below } = bands[place]!
    if (score >= from - noise && (below === undefined || score < below - noise)) return place
  }
  throw new RangeError(`no band takes the score ${score}`)
}

/** Place of the band that takes the score 0, where unanswered contacts lie. */
export function lowestBand(bands: readonly BandMethod[]): number {
  return bandOf(bands, 0)
}
