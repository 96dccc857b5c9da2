/**
 * What a participant may see of an edition's results (M2.2): its own, those of the competitors that it has chosen,
 * and figures of its class and of the whole edition that do not give another participant away.
 */
import type { EditionResults } from '../contract.ts'

/** With fewer than this, a class's figures less one's own would tell those of another. */
export const smallestClass = 4

export type VisibleParts = Pick<EditionResults, 'participants' | 'classes' | 'channels' | 'bands'>

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
    bands: results.bands.filter(({ segment }) => !segment.includes(':') || shown.has(segment)),
  }
}
