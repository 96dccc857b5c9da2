/**
 * Assigns texts to topics from confirmed examples: a linear classifier over all features, one over the words alone,
 * and the nearest centroid over the vectors, joined to one calibrated certainty. With two or three examples a topic the
 * centroid carries the weight, with many the classifiers; how much each is worth is read off from held-out examples,
 * not fixed. Method and figures: docs/methods/assignment.md.
 */
import type { Calibration } from './calibrate.ts'
import { certainties } from './certainty.ts'
import { familiarityOf, unbounded } from './familiarity.ts'
import type { FeatureRows } from './feature-rows.ts'
import type { Examples } from './linear-classifier.ts'
import type { ReadTexts } from './log-space.ts'
import { highest, scoresOf, type TopicModel } from './topic-scores.ts'

/** How much each score counts (for texts of the log, and for those that came later), and what is familiar. */
export type TopicAssigner = TopicModel & Calibration

export type Candidate = { readonly topic: number; readonly certainty: number }

/** Rows of a space with their topics; at least one for each of the `classes`. */
export type LabelledRows = Examples & { readonly classes: number }

/**
 * For each row of the log that the space was learned from, the likeliest topics with their certainty, best first; the
 * certainties of all topics sum to 1.
 */
export function assign(
  assigner: TopicAssigner,
  features: FeatureRows,
  rows: ArrayLike<number>,
  count = 3,
): Candidate[][] {
  const parts = scoresOf(assigner, features, rows)
  return Array.from({ length: rows.length }, (_, at) => best(certainties(parts, assigner.weights, at), count))
}

export type NewText = {
  readonly candidates: readonly Candidate[]
  /**
   * 0–1: the share of texts about known topics that are at most as like what is known. Below 0.05 the text is likely
   * about something else; one in twenty known ones falls there too.
   */
  readonly familiarity: number
  /** The same without bounds: ranks also what is less familiar than every example. */
  readonly unbounded: number
}

/** The same for texts that came later, and whether they are about any known topic at all. */
export function assignNew(assigner: TopicAssigner, read: ReadTexts, count = 3): NewText[] {
  const parts = scoresOf(assigner, read.features, Uint32Array.from(read.likeness.keys()))
  return Array.from(read.likeness, (likeness, at) => {
    const score = unbounded(assigner.familiarity, highest(parts[1], at), likeness)
    return {
      candidates: best(certainties(parts, assigner.weightsOfNew, at), count),
      familiarity: familiarityOf(assigner.familiarity, score),
      unbounded: score,
    }
  })
}

function best(likely: Float64Array, count: number): Candidate[] {
  const found: Candidate[] = []
  for (let topic = 0; topic < likely.length; topic++) {
    const certainty = likely[topic]!
    if (found.length === count && certainty <= found[count - 1]!.certainty) continue
    const place = found.findIndex((other) => other.certainty < certainty)
    found.splice(place < 0 ? found.length : place, 0, { topic, certainty })
    found.length = Math.min(found.length, count)
  }
  return found
}
