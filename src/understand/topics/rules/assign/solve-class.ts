/** One class of the linear classifier: dual coordinate descent with shrinking (Hsieh et al. 2008, algorithm 3). */
import { type Random, randomInteger } from '../../../../kernel/random.ts'
import { addRow, type FeatureRows, scoreRow } from './feature-rows.ts'

export type ClassProblem = {
  readonly features: FeatureRows
  /** The row of each example. */
  readonly rows: ArrayLike<number>
  /** Whether an example belongs to the class. */
  readonly belongs: (example: number) => boolean
  /** Of each example: its row times itself plus 1/(2C). */
  readonly diagonal: ArrayLike<number>
  /** Changed: the dual variable of each example, 0 or more. */
  readonly duals: Float64Array
  /** Changed: the weights, always the sum of dual · sign · row. */
  readonly weights: Float32Array
}

export type ClassOptions = {
  readonly cost: number
  readonly tolerance: number
  readonly mostPasses: number
  readonly random: Random
}

/**
 * Solves for the examples of `active` (changed: its order) and leaves the others as they are. An example whose dual
 * is 0 and whose margin is well beyond 1 is left out of the following passes until the rest is done.
 */
export function solveClass(problem: ClassProblem, active: Uint32Array, options: ClassOptions): void {
  let size = active.length
  let limit = Number.POSITIVE_INFINITY
  for (let pass = 0; pass < options.mostPasses; pass++) {
    shuffle(active, size, options.random)
    const { largest, smallest, left } = sweep(problem, active, { size, limit, cost: options.cost })
    size = left
    const done = largest - smallest <= options.tolerance
    if (done && size === active.length) return
    limit = done || largest <= 0 ? Number.POSITIVE_INFINITY : largest
    if (done) size = active.length
  }
}

/** Takes what an example has added to the weights away again. */
export function release({ features, rows, belongs, duals, weights }: ClassProblem, example: number): void {
  const dual = duals[example]!
  if (dual === 0) return
  addRow(features, rows[example]!, belongs(example) ? -dual : dual, weights)
  duals[example] = 0
}

type Sweep = { readonly size: number; readonly limit: number; readonly cost: number }

/** One pass: each example's dual is set to the best value with all the others held. */
function sweep(
  { features, rows, belongs, diagonal, duals, weights }: ClassProblem,
  active: Uint32Array,
  { size, limit, cost }: Sweep,
): { largest: number; smallest: number; left: number } {
  let largest = Number.NEGATIVE_INFINITY
  let smallest = Number.POSITIVE_INFINITY
  let left = size
  for (let at = 0; at < left; ) {
    const example = active[at]!
    const row = rows[example]!
    const sign = belongs(example) ? 1 : -1
    const dual = duals[example]!
    const gradient = sign * scoreRow(features, row, weights) - 1 + dual / (2 * cost)
    if (dual === 0 && gradient > limit) {
      active[at] = active[--left]!
      active[left] = example
      continue
    }
    at++
    const projected = dual === 0 ? Math.min(gradient, 0) : gradient
    if (projected > largest) largest = projected
    if (projected < smallest) smallest = projected
    if (Math.abs(projected) < 1e-12) continue
    const next = Math.max(0, dual - gradient / diagonal[example]!)
    duals[example] = next
    addRow(features, row, (next - dual) * sign, weights)
  }
  return left === 0 ? { largest: 0, smallest: 0, left } : { largest, smallest, left }
}

function shuffle(items: Uint32Array, size: number, random: Random): void {
  for (let last = size - 1; last > 0; last--) {
    const other = randomInteger(random, last + 1)
    const kept = items[last]!
    items[last] = items[other]!
    items[other] = kept
  }
}
