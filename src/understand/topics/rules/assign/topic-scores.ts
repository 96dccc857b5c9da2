/** What the classifiers and the centroids say of texts, before it is joined to one certainty. */
import type { Dense } from '../matrix/dense.ts'
import { cosines } from './centroids.ts'
import type { Scores } from './certainty.ts'
import { type FeatureRows, scoreRow } from './feature-rows.ts'
import type { LinearClassifier } from './linear-classifier.ts'

export type TopicScores = readonly [all: Scores, byWords: Scores, closeness: Scores]

export type TopicModel = {
  readonly classes: number
  /** Over all features. */
  readonly classifier: LinearClassifier
  /** Over words and n-grams alone: the vector of a text that came later is only that of its neighbours. */
  readonly byWords: LinearClassifier
  readonly centroids: Dense
}

/** The features without the vectors. */
export function wordsOnly({ sparse }: FeatureRows): FeatureRows {
  return { sparse, dense: { rows: sparse.rows, columns: 0, value: new Float32Array(0) } }
}

/** Rows that are scored at a time, so that neither they nor the weights of a class leave the processor's own memory. */
const block = 32

/** What the two classifiers and the centroids say of these rows. */
export function scoresOf(
  { classes, classifier, byWords, centroids }: TopicModel,
  features: FeatureRows,
  rows: ArrayLike<number>,
): TopicScores {
  const margins = new Float32Array(rows.length * classes)
  const wordMargins = new Float32Array(rows.length * classes)
  const closeness = new Float32Array(rows.length * classes)
  const words = wordsOnly(features)
  for (let from = 0; from < rows.length; from += block) {
    const end = Math.min(rows.length, from + block)
    for (let topic = 0; topic < classes; topic++) {
      const [weights, wordWeights] = [classifier.weights[topic]!, byWords.weights[topic]!]
      for (let at = from; at < end; at++) {
        margins[at * classes + topic] = scoreRow(features, rows[at]!, weights)
        wordMargins[at * classes + topic] = scoreRow(words, rows[at]!, wordWeights)
      }
    }
    for (let at = from; at < end; at++) cosines(features.dense, rows[at]!, centroids, closeness, at * classes)
  }
  return [
    { classes, value: margins },
    { classes, value: wordMargins },
    { classes, value: closeness },
  ]
}

/** The highest score of a row. */
export function highest({ classes, value }: Scores, row: number): number {
  let found = Number.NEGATIVE_INFINITY
  for (let at = row * classes; at < (row + 1) * classes; at++) found = Math.max(found, value[at]!)
  return found
}
