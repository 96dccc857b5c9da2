/** What the ranking shows: one class or all, one channel or all, and which figure. It stands in the address. */
import type {
  NamedParticipant,
  ParticipantResult,
  ResultsAnswer,
  ScoreFigures,
} from '../../../src/measure/results/contract.ts'
import { rank } from '../../../src/measure/results/rules/rank.ts'
import type { Search } from '../../search.ts'

/** `total`, `answered`, or the id of an area. */
export type Choice = {
  readonly class: string | undefined
  readonly channel: string | undefined
  readonly figure: string
}

export type RankedRow = {
  readonly participantId: string
  readonly name: string
  readonly class: string
  readonly n: number
  readonly nAnswered: number
  readonly value: number | null
  readonly interval: readonly [number, number] | null
  readonly rank: number | null
  /** Null where likely places are not computed for this choice. */
  readonly rankRange: readonly [number, number] | null
  /** Null where it is not computed for this choice. */
  readonly sure: SureRow | null
}

/** How sure a place is, in the list that the choice is about. */
export type SureRow = {
  readonly bestChance: number | null
  readonly canBeBest: boolean | null
  readonly levelWith: number | null
  readonly standardError: number | null
}

/** Reads the address; what the edition does not have is left out. */
export function readChoice(search: Search, { classes, channels, method }: ResultsAnswer): Choice {
  const known = (value: string | undefined, ids: readonly string[]) =>
    value !== undefined && ids.includes(value) ? value : undefined
  const figures = ['total', 'answered', ...method.areas.map(({ id }) => id)]
  return {
    class: known(
      search.class,
      classes.map((one) => one.class),
    ),
    channel: known(
      search.channel,
      channels.map(({ channel }) => channel),
    ),
    figure: known(search.figure, figures) ?? 'total',
  }
}

/** The participants that the choice is about, in the order of their places. */
export function rankedRows(participants: readonly NamedParticipant[], choice: Choice): readonly RankedRow[] {
  const chosen = participants.flatMap((participant) => {
    if (choice.class !== undefined && participant.class !== choice.class) return []
    const figures =
      choice.channel === undefined
        ? participant
        : participant.channels.find(({ channel }) => channel === choice.channel)
    return figures ? [{ participant, figures }] : []
  })
  const values = chosen.map(({ figures }) => figureOf(figures, choice.figure))
  const places = rank(values)
  const rows = chosen.map(({ participant, figures }, at): RankedRow => {
    const stored = choice.figure === 'total' ? storedPlace(participant, choice) : undefined
    return {
      participantId: participant.participantId,
      name: participant.participant,
      class: participant.class,
      n: figures.n,
      nAnswered: figures.nAnswered,
      ...values[at]!,
      rank: stored ? stored.rank : places[at]!,
      rankRange: stored?.rankRange ?? null,
      sure: stored ?? null,
    }
  })
  return rows.toSorted((a, b) => (a.rank ?? rows.length + 1) - (b.rank ?? rows.length + 1))
}

function figureOf(figures: ScoreFigures, figure: string): Pick<RankedRow, 'value' | 'interval'> {
  if (figure === 'total') return { value: figures.totalResult, interval: figures.interval }
  if (figure === 'answered') return { value: figures.answeredScore, interval: figures.answeredInterval }
  return { value: figures.areas[figure] ?? null, interval: figures.areaIntervals[figure] ?? null }
}

/** Places are resampled overall, in each class and on each channel, but not on a channel within a class. */
function storedPlace(participant: ParticipantResult, { class: className, channel }: Choice) {
  if (className !== undefined && channel !== undefined) return undefined
  if (channel !== undefined) return participant.channels.find((one) => one.channel === channel)
  if (className === undefined) return participant
  return {
    rank: participant.classRank,
    rankRange: participant.classRankRange,
    bestChance: participant.classBestChance,
    canBeBest: participant.classCanBeBest,
    levelWith: participant.classLevelWith,
    standardError: participant.standardError,
  }
}
