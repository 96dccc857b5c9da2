/**
 * The results of an edition from its scored contacts: figures with intervals for every participant, class and
 * channel, places, and bands. The same numbers come out whatever order the contacts come in.
 * Formulas: docs/methods/score.md and docs/methods/ranking.md.
 */
import type {
  ChannelResult,
  ClassResult,
  EditionResults,
  ParticipantResult,
  Place,
  ScoreFigures,
} from '../contract.ts'
import { bandCounts } from './bands.ts'
import {
  addGroup,
  addStratum,
  clearGroup,
  emptyGroup,
  figuresOf,
  type Group,
  totalCopies,
} from './figures.ts'
import { rank, rankRanges } from './rank.ts'
import { randomFor, resampler } from './resample.ts'
import { orderedRows, type ParticipantRows, type ScoreTable } from './score-table.ts'

export type ResultOptions = {
  readonly seed: string
  /** Number of resampled copies; 0 leaves every interval and range unknown. */
  readonly resamples: number
}

/** What is drawn when nothing else is asked for: the published figures can be drawn again by anyone. */
export const defaultSeed = '1'

/** Copies of totals that are kept for the rank ranges at most: all of them for up to 1,000 participants. */
const keptCopies = 2_000_000
const fewestCopies = 200

type Totals = { readonly figures: ScoreFigures; readonly copies: Float64Array }
type ParticipantTotals = Totals & {
  readonly rows: ParticipantRows
  readonly channels: (Totals | undefined)[]
}

/** Everything but the answers' figures, which are counted apart (`answerFigures`). */
export function computeResults(table: ScoreTable, options: ResultOptions): Omit<EditionResults, 'answers'> {
  const { method } = table.compiled
  const groups = drawGroups(table, options)
  const participants = rankAll(table, groups.participants)
  return {
    edition: method.id,
    methodVersion: method.methodVersion,
    intervals: { level: method.score.interval.level, ...options },
    all: figuresOfGroup(table, groups.all),
    participants,
    classes: classResults(table, groups),
    channels: channelResults(table, groups, participants),
    bands: bandCounts(
      method,
      groups.participants.map(({ rows }) => rows),
    ),
  }
}

const figuresOfGroup = ({ compiled }: ScoreTable, group: Group): ScoreFigures =>
  figuresOf(group, compiled.areas, compiled.method.score.interval.level)

type Groups = {
  readonly all: Group
  readonly classes: ReadonlyMap<string, Group>
  readonly channels: readonly Group[]
  readonly participants: readonly ParticipantTotals[]
}

/** One pass over the participants: each stratum is drawn once, and its copies count in every group it is part of. */
function drawGroups(table: ScoreTable, { seed, resamples }: ResultOptions): Groups {
  const { width } = table
  const { channels: channelMethods } = table.compiled.method
  const people = table.participants()
  const kept = Math.min(
    resamples,
    Math.max(fewestCopies, Math.floor(keptCopies / Math.max(1, people.length))),
  )
  const all = emptyGroup(width, resamples)
  const classes = new Map<string, Group>()
  const channels = channelMethods.map(() => emptyGroup(width, resamples))
  const whole = emptyGroup(width, resamples)
  const part = emptyGroup(width, resamples)
  const resample = resampler(part.copies)
  const participants = people.map((rows): ParticipantTotals => {
    clearGroup(whole)
    const random = randomFor(seed, rows.participant)
    const own = channelMethods.map((_, index): Totals | undefined => {
      const stratum = rows.strata[index]
      if (!stratum) return undefined
      clearGroup(part)
      const ordered = orderedRows(stratum, width)
      addStratum(part, stratum, ordered)
      if (stratum.n > 0) resample(ordered, random)
      addGroup(whole, part)
      addGroup(channels[index]!, part)
      return totalsOf(table, part, kept)
    })
    if (!classes.has(rows.class)) classes.set(rows.class, emptyGroup(width, resamples))
    addGroup(classes.get(rows.class)!, whole)
    addGroup(all, whole)
    return { rows, channels: own, ...totalsOf(table, whole, kept) }
  })
  return { all, classes, channels, participants }
}

function totalsOf(table: ScoreTable, group: Group, kept: number): Totals {
  return { figures: figuresOfGroup(table, group), copies: totalCopies(group, kept) }
}

/** Places overall, within each class and on each channel. */
function rankAll(table: ScoreTable, participants: readonly ParticipantTotals[]): ParticipantResult[] {
  const overall = placesOf(table, participants)
  const inClass = new Map<ParticipantTotals, Place>()
  for (const members of Map.groupBy(participants, ({ rows }) => rows.class).values()) {
    placesOf(table, members).forEach((place, index) => {
      inClass.set(members[index]!, place)
    })
  }
  const channels = table.compiled.method.channels.map(({ id }, index) => {
    const on = participants.filter((participant) => participant.channels[index])
    const places = placesOf(
      table,
      on.map((participant) => participant.channels[index]!),
    )
    return new Map(
      on.map((participant, at) => [
        participant,
        { channel: id, ...participant.channels[index]!.figures, ...places[at]! },
      ]),
    )
  })
  const results = participants.map((participant, index): ParticipantResult => {
    const { rank: classRank, rankRange: classRankRange } = inClass.get(participant)!
    return {
      participant: participant.rows.participant,
      class: participant.rows.class,
      ...participant.figures,
      ...overall[index]!,
      classRank,
      classRankRange,
      channels: channels.flatMap((on) => on.get(participant) ?? []),
    }
  })
  return results.sort((a, b) => (a.rank ?? results.length + 1) - (b.rank ?? results.length + 1))
}

function placesOf({ compiled }: ScoreTable, entries: readonly Totals[]): Place[] {
  const { ranking, score } = compiled.method
  const ranks = rank(
    entries.map(({ figures }) => ({
      value: figures.totalResult,
      answeredScore: figures.answeredScore,
      unanswered: figures.n - figures.nAnswered,
    })),
    ranking.ties,
  )
  const ranges = rankRanges(
    entries.map(({ copies }) => copies),
    ranks,
    score.interval.level,
  )
  return ranks.map((place, index) => ({ rank: place, rankRange: ranges[index]! }))
}

function classResults(table: ScoreTable, { classes, participants }: Groups): ClassResult[] {
  return [...classes.keys()].sort().map((name) => ({
    class: name,
    participants: participants.filter(({ rows }) => rows.class === name).length,
    ...figuresOfGroup(table, classes.get(name)!),
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
      ...figuresOfGroup(table, channels[index]!),
    }
  })
}
