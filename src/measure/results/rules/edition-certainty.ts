/** The spread of an edition's own scores, for what its number of contacts can and cannot tell. */
import { seededRandom } from '../../../kernel/random.ts'
import { normalQuantile } from '../../../kernel/statistics.ts'
import type { Certainty, RankingResult } from '../contract.ts'
import { certaintyOf, trueSpread } from './certainty.ts'
import type { ParticipantTotals } from './draw-groups.ts'
import { column, orderedRows, type ScoreTable } from './score-table.ts'

/** Null where nothing was drawn, or no participant has two contacts on a channel: then no spread is known. */
export function editionCertainty(
  table: ScoreTable,
  participants: readonly ParticipantTotals[],
  { rankings, seed }: { readonly rankings: readonly RankingResult[]; readonly seed: string },
): Certainty | null {
  const withinSd = spreadWithin(table, participants)
  if (withinSd === undefined || participants.every(({ standardError }) => standardError === null)) return null
  const counts = participants.map(({ figures }) => figures.n).sort((a, b) => a - b)
  const classes = Map.groupBy(participants, ({ rows }) => rows.class)
  const compared = rankings.flatMap(({ scope, participants: size, critical }) =>
    scope.startsWith('class:')
      ? [{ class: scope.slice(6), participants: size, critical: critical || normalQuantile(0.975) }]
      : [],
  )
  return certaintyOf(
    {
      contacts: counts[counts.length >> 1]!,
      participants: participants.length,
      withinSd,
      betweenSd: trueSpread(
        [...classes.values()].map((members) =>
          members.flatMap(({ figures: { totalResult: value }, standardError }) =>
            value === null || standardError === null ? [] : [{ value, standardError }],
          ),
        ),
      ),
      classes: compared,
    },
    seededRandom(`${seed}\u0000certainty`),
  )
}

/** Pooled standard deviation of the scores around the mean of their own participant and channel. */
function spreadWithin(table: ScoreTable, participants: readonly ParticipantTotals[]): number | undefined {
  let [squares, freedom] = [0, 0]
  for (const { rows } of participants) {
    for (const stratum of rows.strata) {
      if (!stratum || stratum.n < 2) continue
      const ordered = orderedRows(stratum, table.width)
      const scores: number[] = []
      for (let start = 0; start < ordered.length; start += table.width)
        scores.push(ordered[start + column.total]! / ordered[start + column.weight]!)
      const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
      squares += scores.reduce((sum, score) => sum + (score - mean) ** 2, 0)
      freedom += scores.length - 1
    }
  }
  return freedom === 0 ? undefined : Math.sqrt(squares / freedom)
}
