/**
 * The cheapest week of one person, exactly: a shortest path over shifts in order of time. A node is the end of a shift
 * with the quarters worked so far, whether the week has had its weekly rest, and days in a row. Breaks are placed
 * where they cost least. Used to price columns (each quarter has a dual price) and to improve a plan (each quarter has
 * the cost of one person more); Bard & Purnomo 2005 and Van den Bergh et al. 2013 describe this split of the problem.
 */
import { bestBreaks, type Candidate } from './candidates.ts'
import type { PersonWeek, Quarters } from './person-week.ts'

export type PlacedShift = { readonly candidate: Candidate; readonly breaks: readonly number[] }

export type Pattern = {
  readonly shifts: readonly PlacedShift[]
  /** Quarters worked this week, by what is chosen here. */
  readonly worked: number
  /** Without the quarters' costs: wishes, and agreed time that is not used; and a quarter's pay for each that is worked. */
  readonly own: number
  /** With them. */
  readonly cost: number
}

/** A shift with its breaks as they cost least now; the same for all people of a pool. */
export type Priced = { readonly cost: number; readonly breaks: readonly number[] }

/** @param quarterCost cost of being on in each quarter @returns candidates with breaks placed and their cost */
export function priceCandidates(
  candidates: readonly Candidate[],
  quarterCost: Float64Array,
): Map<Candidate, Priced> {
  const sums = new Float64Array(quarterCost.length + 1)
  for (let at = 0; at < quarterCost.length; at++) sums[at + 1] = sums[at]! + quarterCost[at]!
  return new Map(candidates.map((candidate) => [candidate, priceOf(candidate, sums)]))
}

function priceOf(candidate: Candidate, sums: Float64Array): Priced {
  const last = sums.length - 1
  const { start, end } = candidate
  if (candidate.fixed) {
    // Placed by a person: shifts and breaks lie where they lie.
    let cost = 0
    for (const at of candidate.fixed.present) if (at >= 0 && at < last) cost += sums[at + 1]! - sums[at]!
    return { cost, breaks: [] }
  }
  const { at, gain } = bestBreaks(candidate, sums)
  return { cost: sums[Math.min(end, last)]! - sums[Math.min(start, last)]! - gain, breaks: at }
}

type Node = { readonly day: number; readonly end: number }

/** What does not change from one search to the next for a person. */
export type Search = {
  readonly week: PersonWeek
  readonly nodes: readonly Node[]
  /** Of each day's choices, the node at its end. */
  readonly nodeOf: readonly (readonly number[])[]
  /** Quarters that can have been worked, in order. */
  readonly sums: readonly number[]
  readonly sumAt: ReadonlyMap<number, number>
}

export function searchOf(week: PersonWeek): Search {
  const keys = new Map<number, Node>()
  week.choices.forEach((choices, day) => {
    for (const { candidate } of choices) keys.set(candidate.end * 8 + day, { day, end: candidate.end })
  })
  const nodes = [
    { day: -1, end: week.lastEnd },
    ...[...keys.values()].sort((a, b) => a.end - b.end || a.day - b.day),
  ]
  const places = new Map(nodes.map(({ day, end }, at) => [end * 8 + day, at]))
  const nodeOf = week.choices.map((choices, day) =>
    choices.map(({ candidate }) => places.get(candidate.end * 8 + day)!),
  )
  let sums = new Set([week.workedBefore])
  for (const choices of week.choices) {
    const lengths = new Set(choices.map(({ worked }) => worked))
    sums = new Set([...sums, ...[...sums].flatMap((sum) => [...lengths].map((length) => sum + length))])
  }
  // What a person has placed stays, also where it is more than agreed.
  const placed = week.choices.flatMap((choices) => choices.filter(({ candidate }) => candidate.fixed))
  const most = Math.max(
    week.most,
    placed.reduce((sum, { worked }) => sum + worked, week.workedBefore),
  )
  const allowed = [...sums].filter((sum) => sum <= most).sort((a, b) => a - b)
  return { week, nodes, nodeOf, sums: allowed, sumAt: new Map(allowed.map((sum, at) => [sum, at])) }
}

/**
 * @param priced what each candidate costs now
 * @returns undefined when not even days off keep every limit, as when shifts placed by hand break one
 */
export function bestPattern(search: Search, priced: ReadonlyMap<Candidate, Priced>): Pattern | undefined {
  const { freeSets } = search.week
  if (freeSets.length === 0) return bestOf(search, priced, [])
  // Few weeks have more than one: each way of leaving one of a set free is tried.
  let ways: Quarters[][] = [[]]
  for (const set of freeSets)
    ways = ways.flatMap((way) =>
      set.some((free) => way.includes(free)) ? [way] : set.map((free) => [...way, free]),
    )
  let best: Pattern | undefined
  for (const way of ways) {
    const found = bestOf(search, priced, way)
    if (found && (!best || found.cost < best.cost)) best = found
  }
  return best
}

function bestOf(
  search: Search,
  priced: ReadonlyMap<Candidate, Priced>,
  off: readonly Quarters[],
): Pattern | undefined {
  const { week, nodes, nodeOf, sums, sumAt } = search
  const limit = week.mostDaysInRow
  const rows = limit > 0 ? limit + 1 : 1
  const flags = 2 * rows
  const count = nodes.length
  const stride = flags * count
  const cost = new Float64Array(sums.length * stride).fill(Number.POSITIVE_INFINITY)
  const from = new Int32Array(cost.length).fill(-1)
  const choice = new Int16Array(cost.length)
  const start =
    sumAt.get(week.workedBefore)! * stride +
    2 * (limit > 0 ? Math.min(limit, week.daysInRowBefore) : 0) * count
  let base = 0
  for (const each of week.offCost) base += each
  cost[start] = base
  const bestAll = new Int32Array(2 * count)
  const bestRow = new Int32Array(flags * count)

  /** Of each state, the cheapest with an end no later, among days before `day`; days right before it by their row. */
  function prepare(sum: number, day: number, earliest: number): void {
    const offset = sum * stride
    for (let rest = 0; rest < 2; rest++) {
      let best = -1
      for (let node = 1; node < count; node++) {
        const own = nodes[node]!.day
        if (own >= earliest && own < day - (limit > 0 ? 1 : 0))
          for (let row = 0; row < rows; row++) {
            const state = offset + (rest + 2 * row) * count + node
            if (cost[state]! < (best < 0 ? Number.POSITIVE_INFINITY : cost[best]!)) best = state
          }
        bestAll[rest * count + node] = best
      }
    }
    if (limit === 0) return
    for (let flag = 0; flag < flags; flag++) {
      let best = -1
      for (let node = 1; node < count; node++) {
        const state = offset + flag * count + node
        if (
          nodes[node]!.day === day - 1 &&
          cost[state]! < (best < 0 ? Number.POSITIVE_INFINITY : cost[best]!)
        )
          best = state
        bestRow[flag * count + node] = best
      }
    }
  }

  /** The last node that ends at `until` or before. */
  function lastNode(until: number): number {
    let [low, high] = [0, count - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (nodes[middle]!.end <= until) low = middle
      else high = middle - 1
    }
    return low
  }

  for (let day = 0; day < week.choices.length; day++) {
    const choices = week.choices[day]!
    if (choices.length === 0) continue
    // lastIndexOf counts −1 from the end, so the first day is asked apart.
    const earliest = day === 0 ? -1 : week.bound.lastIndexOf(true, day - 1)
    const places = choices.map(({ candidate }) => ({
      rested: lastNode(candidate.start - week.dailyRest),
      free: lastNode(candidate.start - week.weeklyRest),
      first: candidate.start - week.lastEnd >= week.dailyRest,
      firstFree: candidate.start - Math.max(week.lastEnd, week.weekStart) >= week.weeklyRest,
    }))
    for (let sum = sums.length - 1; sum >= 0; sum--) {
      prepare(sum, day, earliest)
      for (let at = 0; at < choices.length; at++) {
        const { candidate, worked, cost: wish } = choices[at]!
        const target = sumAt.get(sums[sum]! + worked)
        if (target === undefined || (off.length > 0 && !candidate.fixed && touches(candidate, off))) continue
        const own = priced.get(candidate)!.cost + wish - week.offCost[day]! + worked
        const { rested, free, first, firstFree } = places[at]!
        const node = nodeOf[day]![at]!
        const reach = (state: number, rest: number, row: number) => {
          if (state < 0) return
          const next = target * stride + (rest + 2 * row) * count + node
          const value = cost[state]! + own
          if (value < cost[next]!) {
            cost[next] = value
            from[next] = state
            choice[next] = at
          }
        }
        const fresh = limit > 0 ? 1 : 0
        if (rested > 0) {
          reach(bestAll[rested]!, 0, fresh)
          reach(bestAll[count + rested]!, 1, fresh)
          for (let row = 0; limit > 0 && row < limit; row++)
            for (let rest = 0; rest < 2; rest++)
              reach(bestRow[(rest + 2 * row) * count + rested]!, rest, row + 1)
        }
        if (free > 0) {
          reach(bestAll[free]!, 1, fresh)
          for (let row = 0; limit > 0 && row < limit; row++)
            reach(bestRow[2 * row * count + free]!, 1, row + 1)
        }
        if (first && earliest < 0 && sums[sum] === week.workedBefore) {
          const row = limit === 0 ? 0 : day === 0 ? week.daysInRowBefore + 1 : 1
          if (row < rows || limit === 0) reach(start, firstFree ? 1 : 0, limit === 0 ? 0 : row)
        }
      }
    }
  }
  return cheapestEnd(search, priced, { cost, from, choice, count, flags, stride, start })
}

type Table = {
  readonly cost: Float64Array
  readonly from: Int32Array
  readonly choice: Int16Array
  readonly count: number
  readonly flags: number
  readonly stride: number
  readonly start: number
}

function cheapestEnd(
  { week, nodes, sums }: Search,
  priced: ReadonlyMap<Candidate, Priced>,
  table: Table,
): Pattern | undefined {
  const { cost, count, flags, stride } = table
  const lastBound = week.bound.lastIndexOf(true)
  let [best, least] = [-1, Number.POSITIVE_INFINITY]
  for (let sum = 0; sum < sums.length; sum++) {
    const unused = Math.max(0, week.target - sums[sum]!) * week.unusedCost
    for (let flag = 0; flag < flags; flag++)
      for (let node = 0; node < count; node++) {
        const state = sum * stride + flag * count + node
        const total = cost[state]! + unused
        if (total >= least) continue
        const end = nodes[node]!.end
        const rested = flag % 2 === 1 || week.weekEnd - Math.max(end, week.weekStart) >= week.weeklyRest
        if ((!rested && node > 0) || week.nextStart - end < week.dailyRest) continue
        if (nodes[node]!.day < lastBound) continue
        const row = node > 0 && nodes[node]!.day === week.choices.length - 1 ? flag >> 1 : 0
        if (row > 0 && row + week.daysInRowAfter > week.mostDaysInRow) continue
        ;[best, least] = [state, total]
      }
  }
  if (best < 0) return undefined
  const shifts: PlacedShift[] = []
  let [quarterCosts, at] = [0, best]
  for (; table.from[at]! >= 0; at = table.from[at]!) {
    const { candidate } = week.choices[nodes[at % count]!.day]![table.choice[at]!]!
    const { cost: quarters, breaks } = priced.get(candidate)!
    shifts.unshift({ candidate, breaks })
    quarterCosts += quarters
  }
  const worked = sums[Math.floor(best / stride)]! - week.workedBefore
  return { shifts, worked, own: least - quarterCosts, cost: least }
}

function touches({ start, end }: Candidate, spans: readonly Quarters[]): boolean {
  return spans.some((span) => start < span.end && end > span.start)
}

/** The quarters in which somebody with this pattern is on. */
export function presentQuarters({ shifts }: Pattern, quarters: number): number[] {
  const present: number[] = []
  for (const { candidate, breaks } of shifts) {
    if (candidate.fixed) {
      for (const at of candidate.fixed.present) if (at >= 0 && at < quarters) present.push(at)
      continue
    }
    for (let at = candidate.start; at < Math.min(candidate.end, quarters); at++)
      if (!breaks.some((from, number) => at >= from && at < from + candidate.breaks[number]!.length))
        present.push(at)
  }
  return present
}
