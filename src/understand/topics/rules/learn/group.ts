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

/** Confirmed texts leave their fine groups and stand as leaves of their own, one for each confirmed group. */
export function treeOf(points: Dense, { centres, group: fineOf }: Grouping, fixed?: Int32Array): FineTree {
  const confirmed = fixed ? fixed.reduce((most, number) => Math.max(most, number + 1), 0) : 0
  const fine = fixed
    ? fineOf.map((leaf, row) => (fixed[row]! >= 0 ? centres.rows + fixed[row]! : leaf))
    : fineOf
  const leaves = centres.rows + confirmed
  const filler = pickRows(
    centres,
    Uint32Array.from({ length: leaves }, (_, leaf) => Math.min(leaf, centres.rows - 1)),
  )
  const means = confirmed > 0 ? meansOf(points, fine, filler) : centres
  const weights = new Float64Array(leaves)
  for (const leaf of fine) weights[leaf]! += 1
  const bound = Int32Array.from({ length: leaves }, (_, leaf) =>
    leaf < centres.rows ? -1 : leaf - centres.rows,
  )
  return { fine, centres: means, tree: wardTree(means, weights, confirmed > 0 ? { bound } : {}) }
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
  const groups = group.reduce((most, number) => Math.max(most, number + 1), 0)
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
  const confirmed = fixed ? fixed.reduce((most, number) => Math.max(most, number + 1), 0) : 0
  for (let row = 0; fixed && row < group.length; row++)
    if (fixed[row]! >= 0) numbers.set(group[row]!, fixed[row]!)
  let next = confirmed
  return group.map((number) => {
    if (!numbers.has(number)) numbers.set(number, next++)
    return numbers.get(number)!
  })
}
