/**
 * Days that hang together because shifts go on past midnight: a first plan by hand's rules, then two days at a time as
 * well as they can be with the others as they are, over and over until a round of them gives nothing. A search over all
 * days at once seldom finds a plan as good within its time, and goes on from this one.
 */
import type { Highs } from 'highs'
import { quartersOf } from '../rules/quarter-grid.ts'
import { type CostWeights, costOfNobody, costOfOneMore, usualWeights } from '../rules/roster/costs.ts'
import { countOn, greedyCover, type PlacedShift, workedQuartersOf } from '../rules/roster/greedy-cover.ts'
import { type CoverInput, type Piece, type Solved, solve } from './cover-model.ts'
import type { SolveControl } from './solve-roster.ts'

/** Nodes of the search tree for two days: counted, so that the machine's speed decides nothing. */
const windowNodes = 40
const mostSweeps = 3

type Turn = { readonly control: SolveControl; readonly seconds: number }

export function coverByWindows(solver: Highs, piece: Piece, input: CoverInput, turn: Turn): Solved {
  const { weights = usualWeights } = input
  const costOf = (placed: readonly PlacedShift[]) => costOfPlaced(piece, placed, weights)
  const deadline = turn.control.clock() + 1000 * turn.seconds
  const secondsLeft = () => (deadline - turn.control.clock()) / 1000
  const days = [...new Set(piece.candidates.map(({ day }) => day))].sort((a, b) => a - b)
  let placed = greedyCover(piece.queue, piece.candidates, weights)
  let cost = costOf(placed)
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    const before = cost
    for (const day of days.slice(0, -1)) {
      if (secondsLeft() <= 0 || turn.control.isCancelled?.()) break
      const next = betterWindow(solver, { piece, placed, day }, input, { ...turn, seconds: secondsLeft() })
      const nextCost = costOf(next)
      if (nextCost < cost - 1e-6) [placed, cost] = [next, nextCost]
    }
    if (cost > before - 1e-6) break
  }
  return { placed, cost, bound: 0, stopped: 'time' }
}

type Window = { readonly piece: Piece; readonly placed: readonly PlacedShift[]; readonly day: number }

/** The whole plan with the shifts that begin on two days chosen anew, all others as they are. */
function betterWindow(
  solver: Highs,
  { piece, placed, day }: Window,
  input: CoverInput,
  turn: Turn,
): PlacedShift[] {
  const isFree = (of: { readonly day: number }) => of.day === day || of.day === day + 1
  const kept = placed.filter(({ candidate }) => !isFree(candidate))
  const free = placed.filter(({ candidate }) => isFree(candidate))
  const candidates = piece.candidates.filter(isFree)
  const starts = candidates.map(({ start }) => start)
  const ends = candidates.map(({ end }) => end)
  const quarters = quartersOf(input.grid)
  const window: Piece = {
    queue: piece.queue,
    candidates,
    span: [Math.min(...starts), Math.min(quarters, Math.max(...ends))],
    on: countOn(kept, quarters),
  }
  const before = { placed: free, cost: Number.POSITIVE_INFINITY, bound: 0, stopped: 'time' as const }
  return [...kept, ...solve(solver, [window], input, { ...turn, nodes: windowNodes, before }).placed]
}

/** As the linear model counts it. */
function costOfPlaced(
  { queue: { need, weight = 1 } }: Piece,
  placed: readonly PlacedShift[],
  weights: CostWeights,
): number {
  const on = countOn(placed, need.length)
  let cost = placed.reduce((sum, { candidate }) => sum + workedQuartersOf(candidate), 0)
  for (let at = 0; at < need.length; at++) {
    cost += costOfNobody(need[at]!, weight, weights)
    for (let count = 0; count < on[at]!; count++) cost += costOfOneMore(count, need[at]!, weight, weights)
  }
  return cost
}
