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

type Held = { readonly scores: TopicScores[]; readonly labels: number[] }

export function calibrate(
  space: LogSpace,
  examples: Examples & { readonly classes: number },
  trainers: Trainers,
  seed: number,
): Calibration {
  const { rows, labels, classes } = examples
  const folds = foldsOf(labels, foldCount, seed)
  const [own, anew]: [Held, Held] = [
    { scores: [], labels: [] },
    { scores: [], labels: [] },
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
  const enough = own.labels.length >= 2 * classes
  return {
    weights: enough ? weightsOf(own) : weightsUnseen,
    weightsOfNew: enough ? weightsOf(anew) : weightsUnseen,
    familiarity: learnFamiliarity(margins, likenesses),
  }
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

function weightsOf({ scores, labels }: Held): number[] {
  const kinds = [0, 1, 2] as const
  return fitWeights(
    kinds.map((kind) => joined(scores.map((part) => part[kind]))),
    labels,
  )
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
