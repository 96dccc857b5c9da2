/** Ward's grouping of weighted points, kept as a tree that can be cut at any number of groups. */
import type { Dense } from './dense.ts'

export type WardTree = {
  readonly leaves: number
  /** Leaves that have any weight; the others take no part. */
  readonly used: number
  /** Merge m joins the groups that hold the leaves `kept[m]` and `gone[m]`; the first keeps its name. */
  readonly kept: Uint32Array
  readonly gone: Uint32Array
  /** What each merge adds to the sum of squares within groups; never descending. */
  readonly cost: Float64Array
}

export type WardOptions = {
  /** Leaves with the same number ≥ 0 are joined first; with different numbers they are never joined. −1 is free. */
  readonly bound?: Int32Array
}

/**
 * Joins, step by step, the two groups whose joining costs least: w_a·w_b / (w_a + w_b) · |a − b|² (Ward 1963;
 * weights as in Murtagh & Legendre 2014). Time and memory grow with the square of the number of leaves. With
 * `bound` leaves the tree may end with several groups left, and so may one of leaves without weight.
 *
 * @example points 0, 1, 10 on a line with weight 1: first 0 and 1 for 0.5, then 0.5 and 10 for 60.17
 */
export function wardTree(points: Dense, weights: ArrayLike<number>, { bound }: WardOptions = {}): WardTree {
  const state = new WardState(points, weights, bound)
  const [kept, gone, cost]: [number[], number[], number[]] = [[], [], []]
  for (let merge = state.next(); merge; merge = state.next()) {
    kept.push(merge.kept)
    gone.push(merge.gone)
    cost.push(merge.cost)
  }
  return {
    leaves: points.rows,
    used: Array.from(weights).filter((weight) => weight > 0).length,
    kept: Uint32Array.from(kept),
    gone: Uint32Array.from(gone),
    cost: Float64Array.from(cost),
  }
}

/**
 * The group of each leaf when the tree is cut at so many groups, or as near above as it goes. Groups are numbered
 * by their first leaf.
 */
export function cutTree({ leaves, used, kept, gone }: WardTree, groups: number): Uint32Array {
  const into = Int32Array.from({ length: leaves }, (_, leaf) => leaf)
  const merges = Math.max(0, Math.min(kept.length, used - groups))
  for (let merge = merges - 1; merge >= 0; merge--) into[gone[merge]!] = into[kept[merge]!]!
  const numbers = new Map<number, number>()
  return Uint32Array.from(into, (_, leaf) => {
    const root = rootOf(into, leaf)
    if (!numbers.has(root)) numbers.set(root, numbers.size)
    return numbers.get(root)!
  })
}

function rootOf(into: Int32Array, leaf: number): number {
  let root = leaf
  while (into[root] !== root) root = into[root]!
  return root
}

const never = Number.POSITIVE_INFINITY

class WardState {
  readonly #columns: number
  readonly #centre: Float64Array
  readonly #weight: Float64Array
  readonly #bound: Int32Array | undefined
  readonly #cost: Float64Array
  readonly #nearest: Int32Array
  readonly #least: Float64Array
  readonly #alive: Uint8Array
  #dearest = 0

  constructor({ rows, columns, value }: Dense, weights: ArrayLike<number>, bound: Int32Array | undefined) {
    this.#columns = columns
    this.#centre = Float64Array.from(value)
    this.#weight = Float64Array.from(weights)
    this.#bound = bound?.slice()
    this.#alive = Uint8Array.from(weights, (weight) => (weight > 0 ? 1 : 0))
    this.#cost = new Float64Array(rows * rows).fill(never)
    this.#nearest = new Int32Array(rows)
    this.#least = new Float64Array(rows).fill(never)
    for (let leaf = 0; leaf < rows; leaf++) for (let other = 0; other < leaf; other++) this.#set(leaf, other)
    for (let leaf = 0; leaf < rows; leaf++) this.#look(leaf)
  }

  next(): { kept: number; gone: number; cost: number } | undefined {
    let first = 0
    for (let leaf = 1; leaf < this.#least.length; leaf++)
      if (this.#least[leaf]! < this.#least[first]!) first = leaf
    const [cost, second] = [this.#least[first]!, this.#nearest[first]!]
    if (!(cost < never)) return undefined
    const [kept, gone] = first < second ? [first, second] : [second, first]
    this.#join(kept, gone)
    // Joins that were asked for stand below all others; rounding must not make the costs descend.
    this.#dearest = Math.max(this.#dearest, cost, 0)
    return { kept, gone, cost: this.#dearest }
  }

  #set(a: number, b: number): void {
    const rows = this.#weight.length
    const cost = this.#priceOf(a, b)
    this.#cost[a * rows + b] = cost
    this.#cost[b * rows + a] = cost
  }

  #priceOf(a: number, b: number): number {
    if (!this.#alive[a] || !this.#alive[b]) return never
    const [boundA, boundB] = [this.#bound?.[a] ?? -1, this.#bound?.[b] ?? -1]
    if (boundA >= 0 && boundB >= 0) return boundA === boundB ? -1 : never
    const columns = this.#columns
    let squares = 0
    for (let column = 0, [p, q] = [a * columns, b * columns]; column < columns; column++) {
      const difference = this.#centre[p + column]! - this.#centre[q + column]!
      squares += difference * difference
    }
    return (squares * this.#weight[a]! * this.#weight[b]!) / (this.#weight[a]! + this.#weight[b]!)
  }

  #look(leaf: number): void {
    const rows = this.#weight.length
    let best = leaf
    let least = never
    for (let other = 0; other < rows; other++) {
      const cost = this.#cost[leaf * rows + other]!
      if (cost < least) {
        least = cost
        best = other
      }
    }
    this.#nearest[leaf] = best
    this.#least[leaf] = least
  }

  #join(kept: number, gone: number): void {
    const columns = this.#columns
    const [a, b] = [this.#weight[kept]!, this.#weight[gone]!]
    for (let column = 0; column < columns; column++) {
      const place = kept * columns + column
      this.#centre[place] = (this.#centre[place]! * a + this.#centre[gone * columns + column]! * b) / (a + b)
    }
    this.#weight[kept] = a + b
    this.#alive[gone] = 0
    if (this.#bound) this.#bound[kept] = Math.max(this.#bound[kept]!, this.#bound[gone]!)
    const rows = this.#weight.length
    for (let other = 0; other < rows; other++) {
      if (other !== kept) this.#set(kept, other)
      if (other !== gone) this.#set(gone, other)
    }
    this.#least[gone] = never
    for (let other = 0; other < rows; other++) {
      if (!this.#alive[other] || other === kept) continue
      const cost = this.#cost[other * rows + kept]!
      if (this.#nearest[other] === kept || this.#nearest[other] === gone) this.#look(other)
      else if (cost < this.#least[other]!) {
        this.#nearest[other] = kept
        this.#least[other] = cost
      }
    }
    this.#look(kept)
  }
}
