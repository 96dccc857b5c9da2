/** A first plan of shifts without names, fast and never worse than nobody: what a search begins from. */
import type { QueueNeed } from '../types.ts'
import { bestBreaks, type Candidate } from './candidates.ts'
import { type CostWeights, costOfOneMore } from './costs.ts'

/** A shift of a kind, with the first quarter of each of its breaks. */
export type PlacedShift = {
  readonly queueId: string
  readonly candidate: Candidate
  readonly breaks: readonly number[]
}

/** Quarters of the grid in which the shift answers: its breaks are out. */
export function quartersOn({ candidate, breaks }: Omit<PlacedShift, 'queueId'>, quarters: number): number[] {
  const on: number[] = []
  for (let at = candidate.start; at < Math.min(candidate.end, quarters); at++)
    if (!breaks.some((start, number) => start <= at && at < start + candidate.breaks[number]!.length))
      on.push(at)
  return on
}

export const workedQuartersOf = ({ start, end, breaks }: Candidate) =>
  end - start - breaks.reduce((sum, { length }) => sum + length, 0)

/** How many are on in each quarter. */
export function countOn(placed: readonly PlacedShift[], quarters: number): Int32Array {
  const on = new Int32Array(quarters)
  for (const shift of placed) for (const at of quartersOn(shift, quarters)) on[at]! += 1
  return on
}

/**
 * From the first quarter to the last: while somebody is missing there, the shift over it that saves most for each
 * quarter that it costs, as long as one saves more than it costs.
 */
export function greedyCover(
  queue: QueueNeed,
  candidates: readonly Candidate[],
  weights: CostWeights,
): PlacedShift[] {
  const { queueId, need } = queue
  const quarters = need.length
  const on = new Int32Array(quarters)
  const placed: PlacedShift[] = []
  const over = candidatesOver(candidates, quarters)
  for (let at = 0; at < quarters; at++)
    while (on[at]! < need[at]!) {
      const saved = savedByOneMore(queue, on, weights)
      const best = bestOf(over[at]!, saved, at)
      if (!best) break
      placed.push({ queueId, ...best })
      for (const quarter of quartersOn(best, quarters)) on[quarter]! += 1
    }
  return placed
}

/** Of each quarter, the shifts that lie over it. */
function candidatesOver(candidates: readonly Candidate[], quarters: number): Candidate[][] {
  const over: Candidate[][] = Array.from({ length: quarters }, () => [])
  for (const candidate of candidates)
    for (let at = candidate.start; at < Math.min(candidate.end, quarters); at++) over[at]!.push(candidate)
  return over
}

/** Running sums of what one person more would save. */
function savedByOneMore({ need, weight = 1 }: QueueNeed, on: Int32Array, weights: CostWeights): Float64Array {
  const sums = new Float64Array(need.length + 1)
  for (let at = 0; at < need.length; at++)
    sums[at + 1] = sums[at]! - costOfOneMore(on[at]!, need[at]!, weight, weights)
  return sums
}

/** The shift that answers in this quarter and saves most for what it costs, of equal ones the longest; undefined when none saves more. */
function bestOf(
  candidates: readonly Candidate[],
  saved: Float64Array,
  quarter: number,
): Omit<PlacedShift, 'queueId'> | undefined {
  const least = Float64Array.from(saved, (value) => -value)
  let best: (Omit<PlacedShift, 'queueId'> & { readonly worth: number }) | undefined
  for (const candidate of candidates) {
    const pauses = bestBreaks(candidate, least)
    const last = saved.length - 1
    const inShift = saved[Math.min(candidate.end, last)]! - saved[candidate.start]!
    const worth = (inShift + pauses.gain) / workedQuartersOf(candidate)
    const shift = { candidate, breaks: pauses.at }
    if (worth <= 1 || (best && !isBetter({ candidate, worth }, best))) continue
    if (quartersOn(shift, last).includes(quarter)) best = { ...shift, worth }
  }
  return best && { candidate: best.candidate, breaks: best.breaks }
}

type Judged = { readonly candidate: Candidate; readonly worth: number }

const isBetter = (one: Judged, other: Judged) =>
  one.worth === other.worth
    ? workedQuartersOf(one.candidate) > workedQuartersOf(other.candidate)
    : one.worth > other.worth
