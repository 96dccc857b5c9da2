/** What proposed points would have done to a season that is over: the same answers, scored once more. */
import type { EditionMethod } from '../../edition/contract.ts'
import type { EditionResults } from '../../results/contract.ts'
import { compileMethod } from '../../results/rules/compiled-form.ts'
import type { GatheredContact } from '../../results/rules/gather-contacts.ts'
import { computeResults, defaultSeed } from '../../results/rules/results.ts'
import { scoreSubmission } from '../../results/rules/score-submission.ts'
import { ScoreTable } from '../../results/rules/score-table.ts'
import type { PointsEffect, PointsLine, RankingMove } from '../contract.ts'
import { kendallTau } from './kendall-tau.ts'
import { withPoints } from './propose-points.ts'

export type AnsweredContact = Pick<
  GatheredContact,
  'participant' | 'class' | 'channel' | 'answered' | 'answers'
>
type NamedMove = Omit<RankingMove, 'participantId'>
export type Effect = Omit<PointsEffect, 'editionId' | 'edition' | 'participants'> & {
  readonly participants: readonly NamedMove[]
}

/**
 * Scores every contact with the season's own method and with the same method under the proposed points, and lays the
 * two rankings side by side. Only the proposed points differ; nothing is stored. Both scores come from the product's
 * scoring function.
 */
export function pointsEffect(
  method: EditionMethod,
  contacts: readonly AnsweredContact[],
  lines: readonly PointsLine[],
): Effect {
  const before = resultsOf(method, contacts)
  const after = resultsOf(withPoints(method, lines), contacts)
  const later = new Map(after.participants.map((each) => [each.participant, each]))
  const participants = before.participants.flatMap((each): NamedMove[] => {
    const [was, is] = [standingOf(each), standingOf(later.get(each.participant))]
    return was && is ? [{ participant: each.participant, class: each.class, before: was, after: is }] : []
  })
  const moves = participants.map((each) => Math.abs(each.after.rank - each.before.rank))
  return {
    contacts: contacts.length,
    participants,
    moved: moves.filter((places) => places > 0).length,
    largestMove: Math.max(0, ...moves),
    tau: kendallTau(
      participants.map((each) => -each.before.total),
      participants.map((each) => -each.after.total),
    ),
    classWinnersChanged: changedWinners(participants),
    bands: method.bands.map(({ id, name }) => ({
      id,
      name,
      before: shareOf(before, id),
      after: shareOf(after, id),
    })),
  }
}

type Ranked = Pick<EditionResults, 'participants' | 'bands'>

/** Without resampling: places and shares need no intervals here. */
function resultsOf(method: EditionMethod, contacts: readonly AnsweredContact[]): Ranked {
  const compiled = compileMethod(method)
  const table = new ScoreTable(compiled)
  for (const { participant, class: group, channel, answered, answers } of contacts) {
    const form = compiled.forms.get(channel)
    const outcome = form && scoreSubmission(form, { answered, answers })
    if (form && outcome && outcome.kind !== 'refused') table.add({ participant, class: group, form, outcome })
  }
  return computeResults(table, { seed: defaultSeed, resamples: 0 })
}

function standingOf(result: Ranked['participants'][number] | undefined): RankingMove['before'] | undefined {
  if (!result || result.totalResult === null || result.rank === null || result.classRank === null)
    return undefined
  return { total: result.totalResult, rank: result.rank, classRank: result.classRank }
}

function changedWinners(participants: readonly NamedMove[]): string[] {
  const winners = (of: 'before' | 'after') =>
    participants.filter((each) => each[of].classRank === 1).map((each) => each.participant)
  const groups = Map.groupBy(participants, (each) => each.class)
  const [were, are] = [new Set(winners('before')), new Set(winners('after'))]
  return [...groups]
    .filter(([, own]) => own.some(({ participant }) => were.has(participant) !== are.has(participant)))
    .map(([group]) => group)
    .toSorted((a, b) => a.localeCompare(b, 'nb'))
}

function shareOf({ bands }: Ranked, id: string): number {
  return bands.find(({ segment, band }) => segment === 'all' && band === id)?.percent ?? 0
}
