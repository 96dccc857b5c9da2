/**
 * The results of an edition from its scored contacts: figures with intervals for every participant, class and
 * channel, places, and bands. The same numbers come out whatever order the contacts come in.
 * Formulas: docs/methods/score.md and docs/methods/ranking.md.
 */
import type { ChannelResult, ClassResult, EditionResults, ParticipantResult } from '../contract.ts'
import { bandCounts } from './bands.ts'
import { drawGroups, type Groups } from './draw-groups.ts'
import { editionCertainty } from './edition-certainty.ts'
import { placeAll } from './place-all.ts'
import type { ScoreTable } from './score-table.ts'

export type ResultOptions = {
  readonly seed: string
  /** Number of resampled copies; 0 leaves every interval and range unknown. */
  readonly resamples: number
}

/** What is drawn when nothing else is asked for: the published figures can be drawn again by anyone. */
export const defaultSeed = '1'

/** Goes up when results get other figures, so that stored ones are computed again. */
export const resultsVersion = 2

/** Everything but the answers' figures, which are counted apart (`answerFigures`). */
export function computeResults(table: ScoreTable, options: ResultOptions): Omit<EditionResults, 'answers'> {
  const { method } = table.compiled
  const groups = drawGroups(table, options)
  const { participants, rankings } = placeAll(table, groups.participants)
  return {
    edition: method.id,
    methodVersion: method.methodVersion,
    ties: method.ranking.ties,
    intervals: { level: method.score.interval.level, ...options },
    all: groups.all,
    participants: [...participants],
    classes: classResults(groups),
    channels: channelResults(table, groups, participants),
    rankings: [...rankings],
    certainty: editionCertainty(table, groups.participants, { rankings, seed: options.seed }),
    bands: bandCounts(
      method,
      groups.participants.map(({ rows }) => rows),
    ),
  }
}

function classResults({ classes, participants }: Groups): ClassResult[] {
  return [...classes].map(([name, figures]) => ({
    class: name,
    participants: participants.filter(({ rows }) => rows.class === name).length,
    ...figures,
  }))
}

function channelResults(
  table: ScoreTable,
  { channels, participants }: Groups,
  results: readonly ParticipantResult[],
): ChannelResult[] {
  return table.compiled.method.channels.flatMap(({ id }, index) => {
    const on = participants.filter((participant) => participant.channels[index])
    if (on.length === 0) return []
    const best = results.filter((result) =>
      result.channels.some((own) => own.channel === id && own.rank === 1),
    )
    return {
      channel: id,
      participants: on.length,
      best: best.map(({ participant }) => participant),
      ...channels[index]!,
    }
  })
}
