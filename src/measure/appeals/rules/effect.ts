/**
 * What one contact's new score does: to its participant's total, and to everybody's places. Totals and places are
 * those of docs/methods/score.md and ranking.md, without the intervals that need resampling.
 */
import { rank, type TieRule } from '../../results/rules/rank.ts'
import type { Effect } from '../contract.ts'

export type ScoredLine = {
  readonly contactId: string
  readonly participantId: string
  readonly class: string
  readonly answered: boolean
  readonly score: number
  readonly points: number
  readonly possible: number
}

export type RankingMethod = {
  readonly score: { readonly total: 'meanOfScores' | 'pointsOverPossible' }
  readonly ranking: { readonly ties: TieRule }
}

export type NewScore = Pick<ScoredLine, 'answered' | 'score' | 'points' | 'possible'>

/**
 * `after` is the contact's new score, or null when it is left out of the edition.
 *
 * Example: contacts of 80 and 60; the second becomes 80 → the total goes from 70 to 80.
 */
export function effectOf(
  lines: readonly ScoredLine[],
  { contactId, after }: { readonly contactId: string; readonly after: NewScore | null },
  method: RankingMethod,
): Effect {
  const line = lines.find((one) => one.contactId === contactId)
  const others = lines.filter((one) => one.contactId !== contactId)
  const before = standings(lines, method)
  const then = standings(line && after ? [...others, { ...line, ...after }] : others, method)
  const own = (standing: ReadonlyMap<string, Standing>) => standing.get(line?.participantId ?? '')
  const [was, is] = [own(before), own(then)]
  const moved = [...before].filter(([id, one]) => {
    const now = then.get(id)
    return id !== line?.participantId && (now?.rank !== one.rank || now.classRank !== one.classRank)
  })
  return {
    score: { before: line?.score ?? null, after: after?.score ?? null },
    total: { before: was?.total ?? null, after: is?.total ?? null },
    classRank: { before: was?.classRank ?? null, after: is?.classRank ?? null },
    rank: { before: was?.rank ?? null, after: is?.rank ?? null },
    othersMoved: moved.length,
  }
}

type Standing = {
  readonly total: number | null
  readonly rank: number | null
  readonly classRank: number | null
}

function standings(lines: readonly ScoredLine[], method: RankingMethod): ReadonlyMap<string, Standing> {
  const participants = [...Map.groupBy(lines, ({ participantId }) => participantId)].map(([id, own]) => ({
    id,
    class: own[0]!.class,
    value: totalOf(own, method),
    answeredScore: totalOf(
      own.filter(({ answered }) => answered),
      method,
    ),
    unanswered: own.filter(({ answered }) => !answered).length,
  }))
  const overall = rank(participants, method.ranking.ties)
  const inClass = new Map<string, number | null>()
  for (const group of Map.groupBy(participants, (one) => one.class).values()) {
    const places = rank(group, method.ranking.ties)
    group.forEach(({ id }, index) => {
      inClass.set(id, places[index]!)
    })
  }
  return new Map(
    participants.map(({ id, value }, index) => [
      id,
      { total: value, rank: overall[index]!, classRank: inClass.get(id) ?? null },
    ]),
  )
}

function totalOf(lines: readonly ScoredLine[], { score }: RankingMethod): number | null {
  if (lines.length === 0) return null
  const sum = (value: (line: ScoredLine) => number) => lines.reduce((total, line) => total + value(line), 0)
  if (score.total === 'meanOfScores') return sum((line) => line.score) / lines.length
  return (sum((line) => line.points) * 100) / sum((line) => line.possible)
}
