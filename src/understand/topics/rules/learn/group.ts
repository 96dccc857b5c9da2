import { type Dense, pickRows } from '../matrix/dense.ts'
import { fineGroups, type Grouping, lloyd, meansOf } from '../matrix/k-means.ts'
import { cutTree, type WardTree, wardTree } from '../matrix/ward.ts'
import type { Runner } from './row-work.ts'

export type GroupOptions = {
  readonly groups: number
  readonly seed: number
  readonly run: Runner
  /** The group of a text that a person has confirmed, or −1. */
  readonly fixed?: Int32Array | undefined
}

/** Twice as many fine groups as wanted, then joined: far steadier than k-means alone. */
const finePerGroup = 2

/** k groups of vectors: fine k-means groups, joined by Ward's method, then settled by k-means. */
export function group(points: Dense, { groups, seed, run, fixed }: GroupOptions): Uint32Array {
  const fineCount = Math.max(groups, Math.min(finePerGroup * groups, Math.floor(points.rows / 5)))
  const fine = fineGroups(points, Math.min(fineCount, points.rows), { seed, closest: run })
  const tree = treeOf(points, fine, fixed)
  return settled(points, { fine: tree.fine, cut: cutTree(tree.tree, groups), run, fixed })
}

export type FineTree = {
  /** The fine group (leaf of the tree) of each text. */
  readonly fine: Uint32Array
  readonly tree: WardTree
  readonly centres: Dense
}

/**
 * The tree over fine groups. A fine group that holds confirmed texts belongs to the confirmed group that most of them
 * are in; those of another one leave it and stand as a leaf of their own.
 */
export function treeOf(points: Dense, { centres, group: fineOf }: Grouping, fixed?: Int32Array): FineTree {
  const confirmed = fixed ? countOf(fixed) : 0
  const leaves = centres.rows + confirmed
  const bound = new Int32Array(leaves).fill(-1)
  const fine = fixed ? withoutStrangers(fineOf, fixed, bound.subarray(0, centres.rows)) : fineOf
  for (let group = 0; group < confirmed; group++) bound[centres.rows + group] = group
  const filler = pickRows(
    centres,
    Uint32Array.from({ length: leaves }, (_, leaf) => Math.min(leaf, centres.rows - 1)),
  )
  const means = confirmed > 0 ? meansOf(points, fine, filler) : centres
  const weights = new Float64Array(leaves)
  for (const leaf of fine) weights[leaf]! += 1
  return { fine, centres: means, tree: wardTree(means, weights, confirmed > 0 ? { bound } : {}) }
}

/** Fills in which confirmed group each fine group belongs to, and moves confirmed texts of others out of it. */
function withoutStrangers(fineOf: Uint32Array, fixed: Int32Array, bound: Int32Array): Uint32Array {
  const counts = Array.from(bound, () => new Map<number, number>())
  for (const [text, group] of fixed.entries())
    if (group >= 0) counts[fineOf[text]!]!.set(group, (counts[fineOf[text]!]!.get(group) ?? 0) + 1)
  for (const [leaf, own] of counts.entries()) {
    let most = 0
    for (const [group, count] of [...own].sort((a, b) => a[0] - b[0])) {
      if (count <= most) continue
      most = count
      bound[leaf] = group
    }
  }
  return fineOf.map((leaf, text) =>
    fixed[text]! >= 0 && fixed[text] !== bound[leaf] ? bound.length + fixed[text]! : leaf,
  )
}

/** How many groups the numbers speak of. */
export function countOf(numbers: Int32Array | Uint32Array): number {
  let most = 0
  for (const number of numbers) most = Math.max(most, number + 1)
  return most
}

type Cut = {
  readonly fine: Uint32Array
  /** The group of each leaf. */
  readonly cut: Uint32Array
  readonly run: Runner
  readonly fixed?: Int32Array | undefined
}

function settled(points: Dense, { fine, cut, run, fixed }: Cut): Uint32Array {
  const group = renumbered(
    fine.map((leaf) => cut[leaf]!),
    fixed,
  )
  const groups = countOf(group)
  const start = meansOf(points, group, {
    rows: groups,
    columns: points.columns,
    value: new Float32Array(groups * points.columns),
  })
  return lloyd(points, start, { rounds: 100, closest: run, ...(fixed ? { fixed } : {}) }).group
}

/** Groups numbered without gaps; those with confirmed texts have the numbers that the confirmations say. */
export function renumbered(group: Uint32Array, fixed?: Int32Array): Uint32Array {
  const numbers = new Map<number, number>()
  const confirmed = fixed ? countOf(fixed) : 0
  for (let row = 0; fixed && row < group.length; row++)
    if (fixed[row]! >= 0) numbers.set(group[row]!, fixed[row]!)
  let next = confirmed
  return group.map((number) => {
    if (!numbers.has(number)) numbers.set(number, next++)
    return numbers.get(number)!
  })
}
