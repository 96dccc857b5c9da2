/**
 * Linear classifier: for each class one support vector machine against all the others, L2-regularised with squared
 * hinge loss, solved in the dual one coordinate at a time (Hsieh, Chang, Lin, Keerthi & Sundararajan 2008, "A dual
 * coordinate descent method for large-scale linear SVM"; what LIBLINEAR calls solver 1).
 * Minimises ½‖w‖² + C Σ max(0, 1 − y·wᵀx)². The constant is a feature like the others. Method, figures and worked
 * example: docs/methods/assignment.md.
 */
import { seededRandom } from '../../../../kernel/random.ts'
import { type FeatureRows, featureCount, scoreRow, squaredLength } from './feature-rows.ts'
import { type ClassOptions, type ClassProblem, release, solveClass } from './solve-class.ts'

export type ClassifierOptions = {
  /** C: how much an error costs beside simple weights. */
  readonly cost: number
  /** A class is done when its projected gradients lie no further apart than this. */
  readonly tolerance?: number
  readonly mostPasses?: number
  readonly seed?: number
}

/** Weights per class: sparse features first, then dense ones, then the constant. */
export type LinearClassifier = { readonly features: number; readonly weights: readonly Float32Array[] }

/** Rows of a feature matrix, each row once, with the class that each is known to have. */
export type Examples = { readonly rows: ArrayLike<number>; readonly labels: ArrayLike<number> }

const forgotten = -1

/** How many examples there is room for at first, beyond those that are given. */
const spareRoom = 64

/** Trains once. `range` takes only some of the classes, so that threads can share the work. */
export function trainClassifier(
  features: FeatureRows,
  examples: Examples & { readonly classes: number },
  options: ClassifierOptions & { readonly range?: readonly [from: number, to: number] },
): LinearClassifier {
  const [from, to] = options.range ?? [0, examples.classes]
  const trainer = new ClassifierTrainer(features, examples, { ...options, range: [from, to] })
  trainer.fit()
  return trainer.model
}

/**
 * A classifier that goes on learning: it keeps the dual variable of every example and class, so that one more example
 * costs little.
 */
export class ClassifierTrainer {
  readonly model: { readonly features: number; readonly weights: Float32Array[] }
  #features: FeatureRows
  readonly #options: Required<ClassifierOptions>
  readonly #first: number
  readonly #rows: number[]
  readonly #labels: number[]
  readonly #diagonal: number[]
  readonly #placeOf: Map<number, number>
  #duals: Float64Array[]
  #fresh = new Set<number>()
  /** Classes that are to be solved over every example at the next refit. */
  readonly #untrained = new Set<number>()

  constructor(
    features: FeatureRows,
    { rows, labels, classes }: Examples & { readonly classes: number },
    { range = [0, classes], ...options }: ClassifierOptions & { readonly range?: readonly [number, number] },
  ) {
    this.#features = features
    this.#options = { tolerance: 0.1, mostPasses: 60, seed: 0, ...options }
    this.#first = range[0]
    this.#rows = Array.from(rows)
    this.#labels = Array.from(labels)
    this.#placeOf = new Map(this.#rows.map((row, place) => [row, place]))
    this.#diagonal = this.#rows.map((row) => this.#diagonalOf(row))
    const count = range[1] - range[0]
    const width = featureCount(features)
    this.#duals = Array.from({ length: count }, () => new Float64Array(this.#rows.length + spareRoom))
    this.model = {
      features: width,
      weights: Array.from({ length: count }, () => new Float32Array(width)),
    }
  }

  /** Solves every class over every example, from where it stands. */
  fit(): void {
    const active = Uint32Array.from(this.#places())
    for (let at = 0; at < this.#duals.length; at++) this.#solve(at, active.slice())
    this.#fresh.clear()
    this.#untrained.clear()
  }

  /**
   * Takes in what was confirmed since the last fit. A class for which every new example lies beyond its margin is at
   * its optimum as it stands; the others are solved over their support vectors and what is new. `fit` now and then
   * looks at the rest too.
   */
  refit(): void {
    const fresh = [...this.#fresh]
    for (let at = 0; at < this.#duals.length; at++) {
      if (this.#untrained.has(at)) this.#solve(at, Uint32Array.from(this.#places()))
      else if (fresh.some((place) => this.#isWithinMargin(at, place)))
        this.#solve(at, this.#supportOf(at, fresh))
    }
    this.#fresh.clear()
    this.#untrained.clear()
  }

  /**
   * The classifier that there would be without these rows, for trying it on them; this one stays as it is. Solved over
   * the support vectors that are left, which costs a fraction of training anew.
   */
  without(rows: Iterable<number>): LinearClassifier {
    const out = [...rows].flatMap((row) => this.#placeOf.get(row) ?? [])
    const weights = this.#duals.map((kept, at) => {
      const problem = { ...this.#problem(at), duals: kept.slice(), weights: this.model.weights[at]!.slice() }
      for (const place of out) release(problem, place)
      const support = this.#supportOf(at, []).filter((place) => problem.duals[place]! > 0)
      solveClass(problem, support, this.#solving(at))
      return problem.weights
    })
    return { features: this.model.features, weights }
  }

  /** One more class, without examples as yet; its number. Only for a trainer of all classes. */
  addClass(): number {
    const at = this.#duals.length
    this.#duals.push(new Float64Array(this.#duals[0]?.length ?? this.#rows.length + spareRoom))
    this.model.weights.push(new Float32Array(this.model.features))
    this.#untrained.add(at)
    return this.#first + at
  }

  /** Further rows after those that there were; the columns are the same. */
  extend(features: FeatureRows): void {
    this.#features = features
  }

  /** The row belongs to the class, whatever it was before. */
  confirm(row: number, label: number): void {
    const known = this.#placeOf.get(row)
    if (known !== undefined && this.#labels[known] === label) return
    if (known === undefined) this.#append(row, label)
    else {
      this.#release(known)
      this.#labels[known] = label
      this.#fresh.add(known)
    }
  }

  /** The row is no example any more. */
  forget(row: number): void {
    const place = this.#placeOf.get(row)
    if (place === undefined) return
    this.#release(place)
    this.#labels[place] = forgotten
    this.#fresh.delete(place)
  }

  /** Takes what an example has added to the weights away again. */
  #release(place: number): void {
    for (let at = 0; at < this.#duals.length; at++) release(this.#problem(at), place)
  }

  #append(row: number, label: number): void {
    const place = this.#rows.length
    this.#rows.push(row)
    this.#labels.push(label)
    this.#diagonal.push(this.#diagonalOf(row))
    this.#placeOf.set(row, place)
    this.#fresh.add(place)
    if (place < (this.#duals[0]?.length ?? 0)) return
    this.#duals = this.#duals.map((duals) => {
      const wider = new Float64Array(2 * place)
      wider.set(duals)
      return wider
    })
  }

  #solve(at: number, active: Uint32Array): void {
    solveClass(this.#problem(at), active, this.#solving(at))
  }

  #problem(at: number): ClassProblem {
    return {
      features: this.#features,
      rows: this.#rows,
      belongs: (place) => this.#labels[place] === this.#first + at,
      diagonal: this.#diagonal,
      duals: this.#duals[at]!,
      weights: this.model.weights[at]!,
    }
  }

  #solving(at: number): ClassOptions {
    const { seed, ...options } = this.#options
    return { ...options, random: seededRandom(`${seed}/${this.#first + at}`) }
  }

  #isWithinMargin(at: number, place: number): boolean {
    const sign = this.#labels[place] === this.#first + at ? 1 : -1
    return sign * scoreRow(this.#features, this.#rows[place]!, this.model.weights[at]!) < 1
  }

  #supportOf(at: number, fresh: readonly number[]): Uint32Array {
    const duals = this.#duals[at]!
    const places = new Set(fresh)
    for (let place = 0; place < this.#rows.length; place++) if (duals[place]! > 0) places.add(place)
    return Uint32Array.from(places)
  }

  *#places(): Generator<number> {
    for (const [place, label] of this.#labels.entries()) if (label !== forgotten) yield place
  }

  #diagonalOf(row: number): number {
    return squaredLength(this.#features, row) + 1 / (2 * this.#options.cost)
  }
}
