/** What scores are worth, read off from examples that were held out of the training. */
import { centroids } from './centroids.ts'
import { fitWeights, type Scores } from './certainty.ts'
import { type Familiarity, learnFamiliarity } from './familiarity.ts'
import { foldsOf } from './folds.ts'
import type { ClassifierTrainer, Examples } from './linear-classifier.ts'
import { type LogSpace, readAnew } from './log-space.ts'
import { highest, scoresOf, type TopicScores } from './topic-scores.ts'

export type Calibration = {
  readonly weights: readonly number[]
  readonly weightsOfNew: readonly number[]
  readonly familiarity: Familiarity
}

export type Trainers = { readonly all: ClassifierTrainer; readonly byWords: ClassifierTrainer }

/** Where too little can be held out, as with one example per topic: between what was measured on other logs. */
const weightsUnseen = [3, 1, 8]

const foldCount = 10
/** Held-out examples that are looked at: as texts of the log, and as if they came anew (which costs more). */
const [mostHeldOut, mostReadAnew] = [1500, 600]

type Held = { readonly classes: number; readonly scores: TopicScores[]; readonly labels: number[] }

export function calibrate(
  space: LogSpace,
  examples: Examples & { readonly classes: number },
  trainers: Trainers,
  seed: number,
): Calibration {
  const { rows, labels, classes } = examples
  const folds = foldsOf(labels, foldCount, seed)
  const [own, anew]: [Held, Held] = [
    { classes, scores: [], labels: [] },
    { classes, scores: [], labels: [] },
  ]
  const [margins, likenesses]: [number[], number[]] = [[], []]
  for (let fold = 0; fold < foldCount && own.labels.length < mostHeldOut; fold++) {
    const out = [...folds.keys()].filter((at) => folds[at] === fold)
    if (out.length === 0) continue
    const model = modelWithout(space, examples, trainers, (at) => folds[at] === fold)
    own.scores.push(
      scoresOf(
        model,
        space.features,
        out.map((at) => rows[at]!),
      ),
    )
    own.labels.push(...out.map((at) => labels[at]!))
    const few = spread(out, mostReadAnew / foldCount)
    const read = readAnew(
      few.map((at) => rows[at]!),
      space,
    )
    const scores = scoresOf(model, read.features, [...few.keys()])
    anew.scores.push(scores)
    anew.labels.push(...few.map((at) => labels[at]!))
    margins.push(...few.map((_, at) => highest(scores[1], at)))
    likenesses.push(...read.likeness)
  }
  return {
    ...weightsFrom(own, anew, rows.length / classes),
    familiarity: learnFamiliarity(margins, likenesses),
  }
}

/** From so many examples a topic on, the classifier knows more than the middles of the topics. */
const classifierFrom = 5
/** How much the cosine with the middle counts beside the classifier's margin then: it orders what the margin leaves. */
const besideMargin = 0.5

/**
 * With few examples every score is weighed freely. With more, margin and cosine are one score, whose weight alone is
 * found (held-out likelihood would blunt the first place for the sake of the others); words count beside it only for
 * texts that came later.
 */
function weightsFrom(own: Held, anew: Held, perTopic: number): Omit<Calibration, 'familiarity'> {
  if (own.labels.length < 2 * own.classes) return { weights: weightsUnseen, weightsOfNew: weightsUnseen }
  const [ownScores, newScores] = [joinedScores(own), joinedScores(anew)]
  if (perTopic < classifierFrom)
    return { weights: fitWeights(ownScores, own.labels), weightsOfNew: fitWeights(newScores, anew.labels) }
  const [first = 0] = fitWeights([marginAndCosine(ownScores)], own.labels)
  const [of = 0, words = 0] = fitWeights([marginAndCosine(newScores), newScores[1]], anew.labels)
  return { weights: [first, 0, besideMargin * first], weightsOfNew: [of, words, besideMargin * of] }
}

function marginAndCosine([{ classes, value }, , closeness]: TopicScores): Scores {
  return { classes, value: value.map((margin, at) => margin + besideMargin * closeness.value[at]!) }
}

function modelWithout(
  { features }: LogSpace,
  { rows, labels, classes }: Examples & { readonly classes: number },
  { all, byWords }: Trainers,
  isOut: (at: number) => boolean,
) {
  const places = Array.from(rows, (_, at) => at)
  const outRows = places.filter(isOut).map((at) => rows[at]!)
  const kept = places.filter((at) => !isOut(at))
  const some = { rows: kept.map((at) => rows[at]!), labels: kept.map((at) => labels[at]!) }
  return {
    classes,
    classifier: all.without(outRows),
    byWords: byWords.without(outRows),
    centroids: centroids(features.dense, some, classes),
  }
}

/** So many of a list, evenly spread over it. */
function spread(list: readonly number[], most: number): number[] {
  if (list.length <= most) return [...list]
  return Array.from({ length: most }, (_, at) => list[Math.floor((at * list.length) / most)]!)
}

function joinedScores({ scores }: Held): TopicScores {
  return [
    joined(scores.map(([one]) => one)),
    joined(scores.map(([, two]) => two)),
    joined(scores.map(([, , three]) => three)),
  ]
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
