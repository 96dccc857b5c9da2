/**
 * A group of agents who answer one call at a time: Erlang A with patience, Erlang C with endless patience (null), Erlang
 * B with none (0). Calls come by chance at a steady rate, last exponentially long, and are answered in turn.
 */
import { nobodyAnswers, nobodyComes, type QueueFigures } from './figures.ts'
import { blockingShare } from './loss.ts'
import { type FullGroup, queueBehind, waitingAfter } from './queue.ts'

export type CallGroup = {
  readonly callsPerSecond: number
  readonly handleSeconds: number
  /** Mean patience; 0 nobody waits, null everybody waits for ever. */
  readonly patienceSeconds: number | null
  readonly withinSeconds: number
}

/** Offered load in erlangs: how many are busy on average if all get through at once. 100 in 30 min of 180 s: 10. */
export const offeredLoad = ({ callsPerSecond, handleSeconds }: CallGroup) => callsPerSecond * handleSeconds

/**
 * @param agents whole number, 0 or more
 * @example solveErlang({ callsPerSecond: 100 / 1800, handleSeconds: 180, patienceSeconds: 300, withinSeconds: 20 }, 14)
 *   // servedWithin 0.916792, pAbandon 0.013984 (pyworkforce 0.1.0)
 */
export function solveErlang(calls: CallGroup, agents: number): QueueFigures {
  if (calls.callsPerSecond === 0) return nobodyComes
  if (agents === 0) return nobodyAnswers(calls)
  return queueBehind(fullGroup(calls, agents))
}

/** The share that would still wait after each of the seconds; see `waitingAfter`. */
export function waitCurve(calls: CallGroup, agents: number, seconds: readonly number[]): number[] {
  if (calls.callsPerSecond === 0) return seconds.map(() => 0)
  return agents === 0 ? seconds.map(() => 1) : waitingAfter(fullGroup(calls, agents), seconds)
}

const fullGroup = (calls: CallGroup, agents: number): FullGroup => ({
  blocking: blockingShare(agents, offeredLoad(calls)),
  arrivals: calls.callsPerSecond,
  capacity: agents / calls.handleSeconds,
  patience: calls.patienceSeconds,
  within: calls.withinSeconds,
})

/**
 * Some of the time one more than the rest of the time: agents need not be a whole number when part of them is away now
 * and then. Between two whole numbers every figure is weighed by that time.
 */
export function blendFigures(agents: number, figuresOf: (whole: number) => QueueFigures): QueueFigures {
  const below = Math.floor(agents)
  const part = agents - below
  const low = figuresOf(below)
  if (part === 0) return low
  const high = figuresOf(below + 1)
  const mix = (name: keyof QueueFigures) => low[name] + (high[name] - low[name]) * part
  return {
    pWait: mix('pWait'),
    servedWithin: mix('servedWithin'),
    abandonedWithin: mix('abandonedWithin'),
    meanWaitSeconds: Number.isFinite(low.meanWaitSeconds) ? mix('meanWaitSeconds') : low.meanWaitSeconds,
    pAbandon: mix('pAbandon'),
    occupancy: mix('occupancy'),
  }
}
