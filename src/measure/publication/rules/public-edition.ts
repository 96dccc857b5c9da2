/**
 * What the public may see of an edition's results. Who did not enter is never named among the winners, and in the
 * open list only where the organiser's rule says so (M2.2). Places are those of the whole ranking, nobody left out.
 */

import type { EditionResults, ParticipantResult, Place, ScoreFigures } from '../../results/contract.ts'
import { smallestClass } from '../../results/rules/visible-results.ts'
import type { PublicationSettings } from '../contract.ts'

export type Relationship = 'own' | 'competitor' | 'publicInterest'

export type PublicEntry = Pick<ParticipantResult, 'class' | 'n' | 'nAnswered' | 'totalResult' | 'interval'> &
  Place & {
    readonly name: string
    readonly classRank: number | null
    /** Whether it is among those of which one truly is best; null where that cannot be known. */
    readonly canBeBest: boolean | null
  }

export type PublicRanking = {
  /** How many were ranked, named or not. */
  readonly taking: number
  /** Absent where a class is so small that its mean would tell of those who are not named. */
  readonly figures?: Pick<ScoreFigures, 'n' | 'nAnswered' | 'totalResult' | 'interval'>
  /** The best of those that may be named; several when they share the place. */
  readonly winners: readonly PublicEntry[]
  /** Whether somebody who is not named stands before the winner. */
  readonly isBehindUnnamed: boolean
  /** How many others can also be best; null where that cannot be known. */
  readonly others: number | null
}

export type PublicChannel = {
  readonly channel: string
  /** Contacts of the best one; of the first of them where several share the place. */
  readonly n: number
  readonly participants: number
  readonly best: readonly string[]
  readonly totalResult: number | null
}

export type PublicEdition = {
  readonly overall: PublicRanking
  readonly classes: readonly (PublicRanking & { readonly class: string })[]
  readonly channels: readonly PublicChannel[]
  /** The open list, best first; empty where only winners are named. */
  readonly list: readonly PublicEntry[]
  /** Participants that were ranked and may not be named. */
  readonly unnamed: number
}

export type PublicSource = {
  readonly results: EditionResults
  readonly relationshipOf: (name: string) => Relationship
  readonly settings: Pick<PublicationSettings, 'listing' | 'namesAll'>
}

/** Whether a participant may be named at all. */
export function mayBeNamed(
  relationship: Relationship,
  { listing, namesAll }: PublicSource['settings'],
): boolean {
  return relationship === 'own' || (listing === 'open' && namesAll)
}

export function publicEdition({ results, relationshipOf, settings }: PublicSource): PublicEdition {
  const isNamed = (one: { readonly participant: string }) =>
    mayBeNamed(relationshipOf(one.participant), settings)
  const overall = results.participants.map((one) => toEntry(one, one))
  const named = new Set(results.participants.filter(isNamed).map(({ participant }) => participant))
  const isOpen = settings.listing === 'open'
  return {
    overall: { ...rankingOf(overall, named), figures: results.all },
    classes: results.classes.map((one) => {
      const members = results.participants.filter((member) => member.class === one.class)
      const entries = members.map((member) =>
        toEntry(member, {
          rank: member.classRank,
          rankRange: member.classRankRange,
          canBeBest: member.classCanBeBest,
        }),
      )
      const mayTell = one.participants >= smallestClass || (isOpen && members.every(isNamed))
      return { class: one.class, ...rankingOf(entries, named), ...(mayTell ? { figures: one } : {}) }
    }),
    channels: results.channels.map(({ channel, participants }) => {
      const on = results.participants
        .filter(isNamed)
        .flatMap((one) =>
          one.channels
            .filter((own) => own.channel === channel && own.rank !== null)
            .map((own) => ({ name: one.participant, ...own })),
        )
      const first = Math.min(...on.map(({ rank }) => rank!))
      const best = on.filter(({ rank }) => rank === first)
      return {
        channel,
        n: best[0]?.n ?? 0,
        participants,
        best: best.map(({ name }) => name),
        totalResult: best[0]?.totalResult ?? null,
      }
    }),
    list: isOpen ? overall.filter(({ name, rank }) => named.has(name) && rank !== null) : [],
    unnamed: results.participants.length - named.size,
  }
}

type Standing = Pick<PublicEntry, 'rank' | 'rankRange' | 'canBeBest'>

function toEntry(result: ParticipantResult, { rank, rankRange, canBeBest }: Standing): PublicEntry {
  const { participant: name, class: className, n, nAnswered, totalResult, interval, classRank } = result
  return {
    name,
    class: className,
    n,
    nAnswered,
    totalResult,
    interval,
    classRank,
    rank,
    rankRange,
    canBeBest,
  }
}

function rankingOf(entries: readonly PublicEntry[], named: ReadonlySet<string>): PublicRanking {
  const ranked = entries.filter(({ rank }) => rank !== null)
  const first = Math.min(...ranked.filter(({ name }) => named.has(name)).map(({ rank }) => rank!))
  const winners = ranked.filter(({ name, rank }) => named.has(name) && rank === first)
  const othersThatCanBeBest = ranked.filter((one) => one.canBeBest && !winners.includes(one)).length
  return {
    taking: ranked.length,
    winners,
    isBehindUnnamed: winners.length > 0 && first > 1,
    others: winners[0]?.canBeBest ? othersThatCanBeBest : null,
  }
}
