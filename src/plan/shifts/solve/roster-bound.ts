/**
 * What no plan can cost less than: the linear relaxation of the whole week over all lawful patterns of all people, by
 * column generation (Dantzig & Wolfe 1960). HiGHS solves the master; the exact search for a person's cheapest week
 * prices new columns. At every step the master's value plus everybody's most negative reduced cost is a bound already
 * (Lasdon 1970), so that stopping early is honest.
 */
import type { Highs } from 'highs'
import {
  bestPattern,
  type Pattern,
  presentQuarters,
  priceCandidates,
  type Search,
} from '../rules/roster/best-pattern.ts'
import type { Candidate } from '../rules/roster/candidates.ts'
import { type CostWeights, marginOf } from '../rules/roster/costs.ts'
import { keyOf } from '../rules/roster/improve.ts'
import type { Pools } from '../rules/roster/tally.ts'
import type { RequirementGrid } from '../rules/types.ts'
import { type Column, type Entry, linearModel, packed } from './linear-model.ts'

export type BoundInput = {
  readonly highs: Highs
  readonly grid: RequirementGrid
  readonly pools: Pools
  readonly weights: CostWeights
  readonly searches: readonly Search[]
  readonly candidatesOf: readonly (readonly Candidate[])[]
  /** Columns to begin with; at least one for each person. */
  readonly begin: readonly { readonly person: number; readonly pattern: Pattern }[]
  readonly rounds: number
  /** Asked between rounds with the bound so far. */
  readonly stop: (bound: number, round: number) => boolean
}

export type Bound = {
  readonly bound: number
  /** The master's value: what the bound grows towards. */
  readonly relaxed: number
  readonly rounds: number
  readonly columns: readonly { readonly person: number; readonly pattern: Pattern; readonly share: number }[]
}

type Master = {
  /** Of each pool, the row in which its people are counted in each quarter; −1 where nobody can be used. */
  readonly rowOf: readonly Int32Array[]
  readonly personRow: number
  readonly model: ReturnType<typeof linearModel>
}

function masterOf({ grid, pools, weights, searches }: BoundInput): Master {
  const model = linearModel()
  const quarters = grid.queues[0]?.need.length ?? 0
  const infinite = Number.POSITIVE_INFINITY
  const cover = grid.queues.map(({ need, weight = 1 }) =>
    Int32Array.from({ length: quarters }, (_, at) => {
      const row = model.row(need[at]!, need[at]!)
      const margin = Math.min(need[at]!, marginOf(need[at]!))
      const slack = (cost: number, upper: number, value: number) =>
        upper > 0 && model.column({ cost, lower: 0, upper, entries: [[row, value]] })
      slack(weights.short * weight, margin, 1)
      slack(weights.shortMore * weight, need[at]! - margin, 1)
      slack(0, marginOf(need[at]!), -1)
      slack(weights.surplus, infinite, -1)
      return row
    }),
  )
  const rowOf = pools.map((pool) => {
    if (pool.length === 1) return cover[pool[0]!]!
    return Int32Array.from({ length: quarters }, (_, at) => {
      const row = model.row(0, 0)
      for (const queue of pool)
        model.column({
          cost: 0,
          lower: 0,
          upper: infinite,
          entries: [
            [row, -1],
            [cover[queue]![at]!, 1],
          ],
        })
      if (pool.length === 0)
        model.column({ cost: weights.surplus, lower: 0, upper: infinite, entries: [[row, -1]] })
      return row
    })
  })
  const personRow = model.row(1, 1)
  for (let person = 1; person < searches.length; person++) model.row(1, 1)
  return { rowOf, personRow, model }
}

export function rosterBound(input: BoundInput): Bound {
  const { highs, searches, grid, candidatesOf } = input
  const quarters = grid.queues[0]?.need.length ?? 0
  const { rowOf, personRow, model: built } = masterOf(input)
  const known = new Set<string>()
  const columns: { person: number; pattern: Pattern }[] = []
  const columnOf = (person: number, pattern: Pattern): Column => {
    const rows = rowOf[searches[person]!.week.pool]!
    const present = presentQuarters(pattern, quarters).map((at): Entry => [rows[at]!, 1])
    return {
      cost: pattern.own,
      lower: 0,
      upper: Number.POSITIVE_INFINITY,
      entries: [[personRow + person, 1], ...present],
    }
  }
  const isNew = (person: number, pattern: Pattern) => {
    const key = `${person} ${keyOf(pattern)}`
    if (known.has(key)) return false
    known.add(key)
    columns.push({ person, pattern })
    return true
  }
  let first = -1
  for (const { person, pattern } of input.begin)
    if (isNew(person, pattern)) {
      const at = built.column(columnOf(person, pattern))
      if (first < 0) first = at
    }
  const model = highs.createModel(built.data())
  try {
    model.options.set({ output_flag: false })
    let [bound, relaxed, round] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 0]
    for (; round < input.rounds; round++) {
      model.run()
      const { rowDual } = model.getSolution()
      relaxed = model.getObjectiveValue()
      const added: Column[] = []
      let gained = 0
      const priced = pricesOf(rowOf, rowDual, quarters)
      searches.forEach((search, person) => {
        const pattern = bestPattern(search, priced(search.week.pool, candidatesOf[person]!))
        if (!pattern) return
        const reduced = Math.min(0, pattern.cost - rowDual[personRow + person]!)
        gained += reduced
        if (reduced < -1e-6 && isNew(person, pattern)) added.push(columnOf(person, pattern))
      })
      bound = Math.max(bound, relaxed + gained)
      if (added.length === 0 || input.stop(bound, round)) break
      model.addCols({
        cost: Float64Array.from(added, ({ cost }) => cost),
        lower: new Float64Array(added.length),
        upper: new Float64Array(added.length).fill(Number.POSITIVE_INFINITY),
        matrix: {
          format: 'csc',
          numRows: personRow + searches.length,
          numCols: added.length,
          ...packed(added),
        },
      })
    }
    const { colValue } = model.getSolution()
    return {
      bound,
      relaxed,
      rounds: round + 1,
      columns: columns.map((column, at) => ({ ...column, share: colValue[first + at] ?? 0 })),
    }
  } finally {
    model.dispose()
  }
}

/** Candidates priced by the duals of a pool, each pool once. */
function pricesOf(
  rowOf: readonly Int32Array[],
  rowDual: Float64Array,
  quarters: number,
): (pool: number, candidates: readonly Candidate[]) => ReturnType<typeof priceCandidates> {
  const costs = rowOf.map((rows) => Float64Array.from({ length: quarters }, (_, at) => -rowDual[rows[at]!]!))
  return (pool, candidates) => priceCandidates(candidates, costs[pool]!)
}
