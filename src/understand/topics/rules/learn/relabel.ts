/** A linear classifier learns the groups from the texts that are surely in them, and then reads every text. */
import { trainClassifier } from '../assign/linear-classifier.ts'
import { type Dense, zeros } from '../matrix/dense.ts'
import type { Range } from '../matrix/product.ts'
import type { SparseRows } from '../matrix/sparse-rows.ts'

/** Classes to train, each by itself. */
export type TrainWork = {
  readonly kind: 'train'
  readonly sparse: SparseRows
  readonly rows: Uint32Array
  readonly labels: Uint32Array
  readonly seed: number
  /** classes × (features + 1): the weights, the constant last. */
  readonly weights: Dense
}

/** C of the support vector machines: low, for labels that are themselves guesses. */
const cost = 0.1

export function trainClasses({ sparse, rows, labels, seed, weights }: TrainWork, { from, to }: Range): void {
  const dense: Dense = { rows: sparse.rows, columns: 0, value: new Float32Array(0) }
  const examples = { rows, labels, classes: weights.rows }
  const trained = trainClassifier({ sparse, dense }, examples, { cost, seed, range: [from, to] })
  for (const [place, row] of trained.weights.entries())
    weights.value.set(row, (from + place) * weights.columns)
}

/** The weights turned, so that many texts can be scored at once: features × classes, and the constants apart. */
export type Scorer = {
  readonly byFeature: Dense
  readonly constant: Float32Array
  /** The group of each class; a group of several classes has the best of their scores. */
  readonly groupOf: Uint32Array
  readonly groups: number
}

export function scorerOf({ rows, columns, value }: Dense, groupOf: Uint32Array, groups: number): Scorer {
  const byFeature = zeros(columns - 1, rows)
  const constant = new Float32Array(rows)
  for (let row = 0; row < rows; row++) {
    for (let feature = 0; feature < columns - 1; feature++)
      byFeature.value[feature * rows + row] = value[row * columns + feature]!
    constant[row] = value[row * columns + columns - 1]!
  }
  return { byFeature, constant, groupOf, groups }
}

/** texts × groups: how far each text lies on the side of each group; 1 is the margin. */
export function scoresOf(
  texts: SparseRows,
  { byFeature, constant, groupOf, groups }: Scorer,
  product: (sparse: SparseRows, x: Dense) => Dense,
): Dense {
  const byClass = product(texts, byFeature)
  const scores = zeros(texts.rows, groups)
  scores.value.fill(Number.NEGATIVE_INFINITY)
  const classes = constant.length
  for (let place = 0; place < byClass.value.length; place++) {
    const of = place % classes
    const to = ((place - of) / classes) * groups + groupOf[of]!
    scores.value[to] = Math.max(scores.value[to]!, byClass.value[place]! + constant[of]!)
  }
  return scores
}
