/**
 * Assigns texts to topics from confirmed examples: a linear classifier over all features and the nearest centroid over
 * the dense ones, joined to one calibrated certainty. With two or three examples a topic the centroid carries the
 * weight, with many the classifier; how much each is worth is read off from held-out examples, not fixed.
 */
import type { Dense } from '../matrix/dense.ts'
import { centroids, cosines } from './centroids.ts'
import { certainties, fitWeights, type Scores } from './certainty.ts'
import { type FeatureRows, scoreRow } from './feature-rows.ts'
import { foldsOf } from './folds.ts'
import { ClassifierTrainer, type Examples, type LinearClassifier } from './linear-classifier.ts'

export type TopicAssigner = {
  readonly classes: number
  readonly classifier: LinearClassifier
  readonly centroids: Dense
  /** How much the classifier's score and the cosine with the centroid count. */
  readonly weights: readonly number[]
}

export type Candidate = { readonly topic: number; readonly certainty: number }

/** C of the classifier; a single example per class says little about which words matter, so an error costs more. */
const costOf = (examples: number, classes: number) => (examples < 2 * classes ? 3 : 1)

/** Where nothing can be held out, as with one example per topic: measured on other logs, not on this one. */
const weightsUnseen = [4, 8]

const foldCount = 5
const mostHeldOut = 1500

/** Learns from examples (at least one for each of the `classes`). */
export function learnAssigner(features: FeatureRows, examples: Labelled, seed: number): TopicAssigner {
  const { rows, classes } = examples
  const trainer = new ClassifierTrainer(features, examples, { cost: costOf(rows.length, classes), seed })
  trainer.fit()
  return {
    classes,
    classifier: trainer.model,
    centroids: centroids(features.dense, examples, classes),
    weights: weigh(features, examples, trainer, seed),
  }
}

type Labelled = Examples & { readonly classes: number }

/** The weights of the two scores, from examples that the models being scored have not seen. */
function weigh(
  features: FeatureRows,
  { rows, labels, classes }: Labelled,
  trainer: ClassifierTrainer,
  seed: number,
): readonly number[] {
  const folds = foldsOf(labels, foldCount, seed)
  const places = [...folds.keys()]
  const parts: [Scores, Scores][] = []
  const held: number[] = []
  for (let fold = 0; fold < foldCount && held.length < mostHeldOut; fold++) {
    const kept = places.filter((at) => folds[at] !== fold)
    const out = places.filter((at) => folds[at] === fold)
    const outRows = out.map((at) => rows[at]!)
    const some = { rows: kept.map((at) => rows[at]!), labels: kept.map((at) => labels[at]!) }
    const model = {
      classes,
      classifier: trainer.without(outRows),
      centroids: centroids(features.dense, some, classes),
    }
    parts.push(scoresOf(model, features, outRows))
    held.push(...out.map((at) => labels[at]!))
  }
  if (held.length < 2 * classes) return weightsUnseen
  return fitWeights([joined(parts.map(([one]) => one)), joined(parts.map(([, two]) => two))], held)
}

function joined(parts: readonly Scores[]): Scores {
  const value = new Float32Array(parts.reduce((sum, part) => sum + part.value.length, 0))
  let at = 0
  for (const part of parts) {
    value.set(part.value, at)
    at += part.value.length
  }
  return { classes: parts[0]!.classes, value }
}

type Trained = Pick<TopicAssigner, 'classes' | 'classifier' | 'centroids'>

/** What the classifier and the centroids say of these rows. */
export function scoresOf(
  { classes, classifier, centroids }: Trained,
  features: FeatureRows,
  rows: ArrayLike<number>,
): [Scores, Scores] {
  const margins = new Float32Array(rows.length * classes)
  const closeness = new Float32Array(rows.length * classes)
  // Some rows at a time, so that neither they nor the weights of a class leave the processor's own memory.
  const block = 32
  for (let from = 0; from < rows.length; from += block) {
    const end = Math.min(rows.length, from + block)
    for (let topic = 0; topic < classes; topic++) {
      const weights = classifier.weights[topic]!
      for (let at = from; at < end; at++)
        margins[at * classes + topic] = scoreRow(features, rows[at]!, weights)
    }
    for (let at = from; at < end; at++) cosines(features.dense, rows[at]!, centroids, closeness, at * classes)
  }
  return [
    { classes, value: margins },
    { classes, value: closeness },
  ]
}

/** For each row the likeliest topics with their certainty, best first; the certainties of all topics sum to 1. */
export function assign(
  assigner: TopicAssigner,
  features: FeatureRows,
  rows: ArrayLike<number>,
  count = 3,
): Candidate[][] {
  const parts = scoresOf(assigner, features, rows)
  return Array.from({ length: rows.length }, (_, at) => best(certainties(parts, assigner.weights, at), count))
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
