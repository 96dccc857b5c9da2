/** How many contacts lie in each band of scores, per segment, with the unanswered ones told apart (M7.3). */
import type { EditionMethod } from '../../edition/contract.ts'
import type { BandCount } from '../contract.ts'
import { lowestBand } from './band-of.ts'
import type { ParticipantRows, Stratum } from './score-table.ts'

/** The segments in the order of the report: all, written and spoken, each channel, each class, each participant. */
export function bandCounts(method: EditionMethod, participants: readonly ParticipantRows[]): BandCount[] {
  const segments = new Map<string, { counts: number[]; unanswered: number }>()
  for (const name of fixedSegments(method, participants)) {
    segments.set(name, { counts: method.bands.map(() => 0), unanswered: 0 })
  }
  for (const rows of participants) {
    for (const stratum of rows.strata) {
      if (!stratum) continue
      for (const name of segmentsOf(method, rows, stratum)) {
        const segment = segments.get(name)!
        stratum.bands.forEach((count, band) => {
          segment.counts[band]! += count
        })
        segment.unanswered += stratum.n - stratum.nAnswered
      }
    }
  }
  const lowest = lowestBand(method.bands)
  return [...segments].flatMap(([segment, { counts, unanswered }]) => {
    const n = counts.reduce((sum, count) => sum + count, 0)
    if (n === 0) return []
    return method.bands.map(({ id }, band) => ({
      segment,
      band: id,
      count: counts[band]!,
      percent: (counts[band]! * 100) / n,
      unanswered: band === lowest ? unanswered : 0,
    }))
  })
}

function segmentsOf(method: EditionMethod, rows: ParticipantRows, stratum: Stratum): string[] {
  const { id, form } = method.channels[stratum.channelIndex]!
  return ['all', form, id, `class:${rows.class}`, `participant:${rows.participant}`]
}

function fixedSegments(method: EditionMethod, participants: readonly ParticipantRows[]): Set<string> {
  return new Set([
    'all',
    'written',
    'spoken',
    ...method.channels.map(({ id }) => id),
    ...participants.map((rows) => `class:${rows.class}`).sort(),
    ...participants.map(({ participant }) => `participant:${participant}`),
  ])
}
