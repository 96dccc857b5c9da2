/**
 * What a participant may see of an edition's results (M2.2): its own, those of the competitors that it has chosen,
 * and figures of its class and of the whole edition that do not give another participant away.
 */
import type { EditionResults, RankingResult } from '../contract.ts'

/** With fewer than this, a class's figures less one's own would tell those of another. */
export const smallestClass = 4

export type VisibleParts = Pick<
  EditionResults,
  'participants' | 'classes' | 'channels' | 'rankings' | 'bands'
>

/** `names` are the participants that the person may see. Example: one name → that one, its class, and all. */
export function visibleResults(results: EditionResults, names: ReadonlySet<string>): VisibleParts {
  const participants = results.participants.filter(({ participant }) => names.has(participant))
  const inClasses = new Set(participants.map((participant) => participant.class))
  const classes = results.classes.filter(
    (result) => inClasses.has(result.class) && result.participants >= smallestClass,
  )
  const shown = new Set([
    ...participants.map(({ participant }) => `participant:${participant}`),
    ...classes.map((result) => `class:${result.class}`),
  ])
  return {
    participants,
    classes,
    channels: results.channels.map((channel) => ({
      ...channel,
      best: channel.best.filter((name) => names.has(name)),
    })),
    rankings: results.rankings.flatMap((ranking) => visibleRanking(ranking, { names, shown })),
    bands: results.bands.filter(({ segment }) => !segment.includes(':') || shown.has(segment)),
  }
}

type Sight = { readonly names: ReadonlySet<string>; readonly shown: ReadonlySet<string> }

/** How many can be best and how many contacts decide is for all to know; who they are, only of those one may see. */
function visibleRanking(ranking: RankingResult, { names, shown }: Sight): readonly RankingResult[] {
  if (ranking.scope.startsWith('class:') && !shown.has(ranking.scope)) return []
  const visible = (list: readonly string[]) => list.filter((name) => names.has(name))
  const { contacts, changing, deciding } = ranking.sensitivity
  return [
    {
      ...ranking,
      winners: visible(ranking.winners),
      canBeBest: visible(ranking.canBeBest),
      sensitivity: {
        contacts,
        changing,
        deciding: deciding
          .filter(({ participant }) => names.has(participant))
          .map((one) => ({ ...one, winners: visible(one.winners) })),
      },
    },
  ]
}
