/** Places overall, within each class and on each channel, each with how sure it is. */
import type { ParticipantResult, RankingResult, SurePlace } from '../contract.ts'
import { bestChances } from './best-chance.ts'
import { areLevel, compareAll } from './compare-all.ts'
import { contactsOf, type ParticipantTotals, type Totals } from './draw-groups.ts'
import { leaveOneOut } from './leave-one-out.ts'
import { rank, rankRanges } from './rank.ts'
import type { ScoreTable, Stratum } from './score-table.ts'
import { standardise, standardMix } from './standardised.ts'

export type Placed = {
  readonly participants: readonly ParticipantResult[]
  readonly rankings: readonly RankingResult[]
}

type Entry = {
  readonly totals: Totals
  readonly name: string
  readonly strata: readonly (Stratum | undefined)[]
}

/** The participants in the order of their places, and what can be said about each whole list. */
export function placeAll(table: ScoreTable, participants: readonly ParticipantTotals[]): Placed {
  const list = (scope: string, members: readonly ParticipantTotals[]) =>
    rankList(
      table,
      scope,
      members.map((totals) => entryOf(totals, totals, totals.rows.strata)),
    )
  const overall = list('all', participants)
  const classes = Map.groupBy(participants, ({ rows }) => rows.class)
  const inClass = [...classes.keys()].sort().map((name) => {
    const members = classes.get(name)!
    return { members, ...list(`class:${name}`, members) }
  })
  const onChannel = table.compiled.method.channels.map(({ id }, index) => {
    const members = participants.filter(({ channels }) => channels[index])
    const entries = members.map((one) => entryOf(one, one.channels[index]!, [one.rows.strata[index]]))
    const placeOf = new Map(members.map((one, at) => [one, at]))
    return { id, index, placeOf, ...rankList(table, id, entries) }
  })
  const placeInClass = new Map(
    inClass.flatMap(({ members, places }) => members.map((one, at) => [one, places[at]!])),
  )
  const standardised = standardise(
    participants.map(({ mixed }) => mixed),
    standardMix(table.compiled.method),
  )
  const results = participants.map((participant, index): ParticipantResult => {
    const own = placeInClass.get(participant)!
    return {
      participant: participant.rows.participant,
      class: participant.rows.class,
      ...participant.figures,
      ...overall.places[index]!,
      classRank: own.rank,
      classRankRange: own.rankRange,
      classBestChance: own.bestChance,
      classCanBeBest: own.canBeBest,
      classLevelWith: own.levelWith,
      standardError: participant.standardError,
      standardised: standardised[index]!,
      channels: onChannel.flatMap(({ id, index: channel, placeOf, places }) => {
        const at = placeOf.get(participant)
        if (at === undefined) return []
        const { figures, standardError } = participant.channels[channel]!
        return [{ channel: id, ...figures, ...places[at]!, standardError }]
      }),
    }
  })
  const lists = [overall, ...inClass, ...onChannel].filter(({ ranking }) => ranking.participants > 0)
  return {
    participants: results.sort((a, b) => (a.rank ?? results.length + 1) - (b.rank ?? results.length + 1)),
    rankings: lists.map(({ ranking }) => ranking),
  }
}

function entryOf(
  { rows }: ParticipantTotals,
  totals: Totals,
  strata: readonly (Stratum | undefined)[],
): Entry {
  return { totals, name: rows.participant, strata }
}

type RankedList = { readonly places: readonly SurePlace[]; readonly ranking: RankingResult }

function rankList(table: ScoreTable, scope: string, entries: readonly Entry[]): RankedList {
  const { ranking, score } = table.compiled.method
  const { level } = score.interval
  const ranks = rank(
    entries.map(({ totals: { figures } }) => ({
      value: figures.totalResult,
      answeredScore: figures.answeredScore,
      unanswered: figures.n - figures.nAnswered,
    })),
    ranking.ties,
  )
  const ranges = rankRanges(
    entries.map(({ totals }) => totals.copies),
    ranks,
    level,
  )
  const sure = certaintyOfPlaces(entries, level)
  const names = (keep: (index: number) => boolean) =>
    entries.flatMap(({ name }, index) => (keep(index) ? [name] : []))
  return {
    places: ranks.map((place, index) => ({
      rank: place,
      // Its copies are all alike where it has one contact only: that is no certainty.
      rankRange: entries[index]!.totals.standardError === null ? null : ranges[index]!,
      ...sure.places[index]!,
    })),
    ranking: {
      scope,
      participants: entries.length,
      winners: names((index) => ranks[index] === 1),
      canBeBest: names((index) => sure.places[index]!.canBeBest === true),
      canBeBestCount: sure.places.filter(({ canBeBest }) => canBeBest === true).length,
      critical: sure.critical,
      sensitivity: sensitivityOf(table, entries),
    },
  }
}

type Certain = Pick<SurePlace, 'bestChance' | 'canBeBest' | 'levelWith'>

const unknown: Certain = { bestChance: null, canBeBest: null, levelWith: null }

/**
 * Compares those whose spread is known. Of a participant with a total alone nothing can be said, and so it cannot be
 * left out of those that can be best either; it takes nothing away from what is known of the others.
 */
function certaintyOfPlaces(entries: readonly Entry[], level: number) {
  const taking = entries.flatMap(({ totals }, index) => {
    const { copies, standardError, figures } = totals
    return figures.totalResult === null ? [] : [{ index, copies, standardError, value: figures.totalResult }]
  })
  const known = taking.flatMap(({ standardError, ...one }) =>
    standardError === null ? [] : [{ ...one, standardError }],
  )
  const compared = compareAll(known, level)
  const chances = known.length === taking.length ? bestChances(taking.map(({ copies }) => copies)) : []
  const places = entries.map(() => unknown)
  for (const { index } of taking) places[index] = { ...unknown, canBeBest: compared ? true : null }
  known.forEach((one, at) => {
    const level =
      compared && known.filter((other) => other !== one && areLevel(one, other, compared.critical))
    places[one.index] = {
      bestChance: chances[at] ?? null,
      canBeBest: compared?.canBeBest[at] ?? null,
      levelWith: level?.length ?? null,
    }
  })
  return { places, critical: compared?.critical ?? null }
}

function sensitivityOf(table: ScoreTable, entries: readonly Entry[]): RankingResult['sensitivity'] {
  const { contacts, changing, deciding } = leaveOneOut(
    entries.map(({ name, totals, strata }) => ({
      name,
      sums: totals.sums,
      contacts: contactsOf(table, strata),
    })),
    table.compiled.method.ranking.ties,
  )
  return { contacts, changing, deciding: deciding.map((one) => ({ ...one, winners: [...one.winners] })) }
}
