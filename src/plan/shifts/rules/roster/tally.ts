/**
 * Who is on in each quarter and which queue each of them answers. People are counted by pool, which is a set of queues
 * that the same people can answer; within a quarter they are spread over the queues so that the cost is least: adding
 * or taking away one person moves others along one chain (a shortest augmenting path in a bipartite assignment with
 * convex costs, so the spread stays optimal; Ahuja, Magnanti & Orlin 1993, chapter 14).
 */
import type { RequirementGrid } from '../types.ts'
import { type CostWeights, costOfNobody, costOfOneMore } from './costs.ts'

/** Queue numbers that a pool's people can answer. */
export type Pools = readonly (readonly number[])[]

export type Tally = {
  add(pool: number, quarter: number): void
  remove(pool: number, quarter: number): void
  /** What one more of the pool would cost in every quarter. */
  costs(pool: number, into: Float64Array): void
  /** All quarters and queues together, and people that no queue can use. */
  total(): number
  count(queue: number, quarter: number): number
}

export function tallyOf(grid: RequirementGrid, pools: Pools, weights: CostWeights): Tally {
  const quarters = grid.queues[0]?.need.length ?? 0
  const queues = grid.queues.length
  const counts = grid.queues.map(() => new Int32Array(quarters))
  const placed = pools.map(() => grid.queues.map(() => new Int32Array(quarters)))
  const spare = pools.map(() => new Int32Array(quarters))
  const serves = pools.map((pool) => grid.queues.map((_, queue) => pool.includes(queue)))
  let sum = grid.queues.reduce(
    (all, { need, weight = 1 }) =>
      all + need.reduce((cost, each) => cost + costOfNobody(each, weight, weights), 0),
    0,
  )
  const oneMore = (queue: number, quarter: number, change = 0) => {
    const { need, weight = 1 } = grid.queues[queue]!
    return costOfOneMore(counts[queue]![quarter]! + change, need[quarter]!, weight, weights)
  }
  const [came, by] = [new Int32Array(queues), new Int32Array(queues)]
  const order: number[] = []

  /** Queues that one person of the pool can relieve, directly or by others moving on. `came` tells the way back. */
  function reach(pool: number, quarter: number): void {
    came.fill(-2)
    order.length = 0
    for (const queue of pools[pool]!) {
      came[queue] = -1
      order.push(queue)
    }
    for (let at = 0; at < order.length; at++) {
      const queue = order[at]!
      for (let other = 0; other < pools.length; other++) {
        if (placed[other]![queue]![quarter]! === 0) continue
        for (const next of pools[other]!) {
          if (came[next] !== -2) continue
          came[next] = queue
          by[next] = other
          order.push(next)
        }
      }
    }
  }

  function add(pool: number, quarter: number): void {
    reach(pool, quarter)
    if (order.length === 0) {
      spare[pool]![quarter]! += 1
      sum += weights.surplus
      return
    }
    let [best, cost] = [order[0]!, Number.POSITIVE_INFINITY]
    for (const queue of order) {
      const here = oneMore(queue, quarter)
      if (here < cost) [best, cost] = [queue, here]
    }
    sum += cost
    counts[best]![quarter]! += 1
    let at = best
    while (came[at]! >= 0) {
      const [from, mover] = [came[at]!, by[at]!]
      placed[mover]![from]![quarter]! -= 1
      placed[mover]![at]![quarter]! += 1
      at = from
    }
    placed[pool]![at]![quarter]! += 1
  }

  function remove(pool: number, quarter: number): void {
    if (spare[pool]![quarter]! > 0) {
      spare[pool]![quarter]! -= 1
      sum -= weights.surplus
      return
    }
    // Backwards: a queue that loses one is filled by a person who can leave another queue.
    came.fill(-2)
    order.length = 0
    for (let queue = 0; queue < queues; queue++) {
      if (placed[pool]![queue]![quarter]! === 0) continue
      came[queue] = -1
      order.push(queue)
    }
    for (let at = 0; at < order.length; at++) {
      const hole = order[at]!
      for (let other = 0; other < pools.length; other++) {
        if (!serves[other]![hole]) continue
        for (const next of pools[other]!) {
          if (came[next] !== -2 || placed[other]![next]![quarter]! === 0) continue
          came[next] = hole
          by[next] = other
          order.push(next)
        }
      }
    }
    let [best, saved] = [order[0]!, Number.NEGATIVE_INFINITY]
    for (const queue of order) {
      const here = oneMore(queue, quarter, -1)
      if (here > saved) [best, saved] = [queue, here]
    }
    sum -= saved
    counts[best]![quarter]! -= 1
    let at = best
    while (came[at]! >= 0) {
      const [hole, mover] = [came[at]!, by[at]!]
      placed[mover]![at]![quarter]! -= 1
      placed[mover]![hole]![quarter]! += 1
      at = hole
    }
    placed[pool]![at]![quarter]! -= 1
  }

  function costs(pool: number, into: Float64Array): void {
    const own = pools[pool]!
    for (let quarter = 0; quarter < quarters; quarter++) {
      if (own.length === 0) into[quarter] = weights.surplus
      else if (queues === 1) into[quarter] = oneMore(0, quarter)
      else {
        reach(pool, quarter)
        let cost = Number.POSITIVE_INFINITY
        for (const queue of order) cost = Math.min(cost, oneMore(queue, quarter))
        into[quarter] = cost
      }
    }
  }

  return { add, remove, costs, total: () => sum, count: (queue, quarter) => counts[queue]![quarter]! }
}

/** Every set of queues that somebody's skills cover, numbered, and the number of each set of skills. */
export function poolsOf(
  grid: RequirementGrid,
  skillSets: readonly (readonly string[])[],
): { readonly pools: Pools; readonly poolOf: readonly number[] } {
  const pools: number[][] = []
  const numbers = new Map<string, number>()
  const poolOf = skillSets.map((skills) => {
    const queues = [...grid.queues.keys()].filter((queue) => skills.includes(grid.queues[queue]!.skill))
    const key = queues.join(' ')
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, pools.length)
    return pools.push(queues) - 1
  })
  return { pools, poolOf }
}
