/**
 * Who is on against who is needed, counted from shifts alone: the figures of the solver, of hand editing and of the
 * pages. A person with several skills counts once in a quarter, for the queue where that helps most.
 */
import { quarterMinutes, quarterOf, quartersOf } from './quarter-grid.ts'
import { type CostWeights, usualWeights } from './roster/costs.ts'
import { poolsOf, type Tally, tallyOf } from './roster/tally.ts'
import type { Agent, RequirementGrid, Shift, ShortInterval, Span } from './types.ts'

export type Coverage = {
  /** Of each queue, people on in each quarter. */
  readonly on: readonly Int32Array[]
  readonly short: readonly ShortInterval[]
  /** Minutes of people that are missing, all queues together. */
  readonly shortMinutes: number
  readonly neededMinutes: number
  readonly scheduledMinutes: number
}

/** Quarters in which somebody with the shift answers for the whole quarter: breaks are out. */
export function answeringQuarters(
  grid: RequirementGrid,
  { from, to, breaks }: Span & Pick<Shift, 'breaks'>,
): number[] {
  const found: number[] = []
  const first = Math.max(0, Math.ceil(quarterOf(grid, from)))
  const end = Math.min(quartersOf(grid), Math.floor(quarterOf(grid, to)))
  const pauses = breaks.map((pause) => [quarterOf(grid, pause.from), quarterOf(grid, pause.to)] as const)
  for (let at = first; at < end; at++)
    if (!pauses.some(([start, stop]) => start < at + 1 && stop > at)) found.push(at)
  return found
}

export function coverageOf(
  grid: RequirementGrid,
  agents: readonly Agent[],
  shifts: readonly Shift[],
  weights: CostWeights = usualWeights,
): Coverage {
  const skillsOf = new Map(agents.map(({ id, skills }) => [id, skills]))
  const known = shifts.filter(({ agentId }) => skillsOf.has(agentId))
  const sets = known.map(({ agentId, skill }) => (skill === undefined ? skillsOf.get(agentId)! : [skill]))
  const { pools, poolOf } = poolsOf(grid, sets)
  const tally = tallyOf(grid, pools, weights)
  let scheduled = 0
  known.forEach((shift, at) => {
    for (const quarter of answeringQuarters(grid, shift)) {
      tally.add(poolOf[at]!, quarter)
      scheduled += quarterMinutes
    }
  })
  return coverageFrom(grid, tally, scheduled)
}

function coverageFrom(grid: RequirementGrid, tally: Tally, scheduledMinutes: number): Coverage {
  const quarters = quartersOf(grid)
  const on = grid.queues.map((_, queue) =>
    Int32Array.from({ length: quarters }, (__, at) => tally.count(queue, at)),
  )
  const short = grid.queues.flatMap((_, queue) => shortIntervals(grid, queue, on[queue]!))
  return {
    on,
    short,
    shortMinutes: short.reduce((sum, { missing, from, to }) => sum + missing * (to - from), 0),
    neededMinutes:
      grid.queues.reduce((sum, { need }) => sum + need.reduce((a, b) => a + b, 0), 0) * quarterMinutes,
    scheduledMinutes,
  }
}

/** Neighbouring quarters with the same need and the same number missing. */
export function shortIntervals(grid: RequirementGrid, queue: number, on: Int32Array): ShortInterval[] {
  const { need, queueId } = grid.queues[queue]!
  const found: ShortInterval[] = []
  for (let at = 0; at < on.length; at++) {
    const missing = need[at]! - on[at]!
    if (missing <= 0) continue
    const from = grid.from + at * quarterMinutes
    const last = found.at(-1)
    if (last && last.to === from && last.missing === missing && last.needed === need[at])
      found[found.length - 1] = { ...last, to: from + quarterMinutes }
    else found.push({ queueId, from, to: from + quarterMinutes, missing, needed: need[at]! })
  }
  return found
}
