/**
 * The queue behind a group of servers that are all busy, exact: with patience (Erlang A), without patience (loss), and
 * with endless patience (Erlang C). Which group it is, people on the telephone or places for chats, shows only in
 * `blocking` and `capacity`, so that calls and chats share these formulas.
 *
 * With V the wait that somebody with endless patience would have, g(t) = y(1 − e^(−θt)) − ct and yₜ = y e^(−θt):
 * P(V > t | V > 0) = e^g(t) A(x, yₜ) / A(x, y), and served within t = 1 − P(V > 0) + P(V > 0)/ρ · [1 − P(V > t | V > 0)
 * − (1 − e^g(t))/A], both from Palm's density of V by one integration by parts. See docs/methods/staffing.md.
 */
import type { QueueFigures } from './figures.ts'
import { logPatienceSum, patienceSum } from './patience-sum.ts'

export type FullGroup = {
  /** The share that would meet a full group if nobody waited. */
  readonly blocking: number
  /** Arrivals a second. */
  readonly arrivals: number
  /** Contacts that the full group finishes in a second. */
  readonly capacity: number
  /** Mean patience in seconds; 0 nobody waits, null everybody waits for ever. */
  readonly patience: number | null
  /** The target's seconds. */
  readonly within: number
}

export function queueBehind(group: FullGroup): QueueFigures {
  if (group.patience === null) return endless(group)
  if (group.patience === 0) return nobodyWaits(group)
  return impatient(group)
}

function impatient({ blocking, arrivals, capacity, patience, within }: FullGroup): QueueFigures {
  const theta = 1 / patience!
  const x = capacity / theta
  const y = arrivals / theta
  const rho = arrivals / capacity
  const { log, waiting } = patienceSum(x, y)
  const perSum = Math.exp(-log)
  const pWait = blocking / (blocking + (1 - blocking) * perSum)
  // Of those who meet a full group, as many give up as leave the mean queue.
  const pAbandon = Math.min(1, (pWait * waiting) / y)
  const lost = -Math.expm1(-theta * within)
  const exponent = y * lost - capacity * within
  const stillWaiting =
    within === 0 ? 1 : Math.exp(exponent + logPatienceSum(x, y * Math.exp(-theta * within)) - log)
  // (e^g − 1)/A, whose parts overflow when far more come than can be served.
  const grown = exponent < 1 ? Math.expm1(exponent) * perSum : Math.exp(exponent - log) - perSum
  const served = 1 - pWait + (pWait / rho) * (1 - stillWaiting + grown)
  const servedWithin = clamp(served, 0, 1 - pAbandon)
  const gone = 1 - (1 - lost) * pWait * stillWaiting
  return {
    pWait,
    servedWithin,
    abandonedWithin: clamp(gone - served, 0, pAbandon),
    meanWaitSeconds: pAbandon * patience!,
    pAbandon,
    occupancy: Math.min(1, rho * (1 - pAbandon)),
  }
}

function endless({ blocking, arrivals, capacity, within }: FullGroup): QueueFigures {
  const rho = arrivals / capacity
  if (rho >= 1)
    return {
      pWait: 1,
      servedWithin: 0,
      abandonedWithin: 0,
      meanWaitSeconds: Number.POSITIVE_INFINITY,
      pAbandon: 0,
      occupancy: 1,
    }
  const pWait = blocking / (1 - rho * (1 - blocking))
  const spare = capacity - arrivals
  return {
    pWait,
    servedWithin: 1 - pWait * Math.exp(-spare * within),
    abandonedWithin: 0,
    meanWaitSeconds: pWait / spare,
    pAbandon: 0,
    occupancy: rho,
  }
}

function nobodyWaits({ blocking, arrivals, capacity }: FullGroup): QueueFigures {
  return {
    pWait: blocking,
    servedWithin: 1 - blocking,
    abandonedWithin: blocking,
    meanWaitSeconds: 0,
    pAbandon: blocking,
    occupancy: Math.min(1, (arrivals / capacity) * (1 - blocking)),
  }
}

/**
 * The share of all who would still be waiting after each of these seconds if nobody gave up: the offered wait.
 * The curve of the calculator; at 0 it is `pWait`.
 */
export function waitingAfter(group: FullGroup, seconds: readonly number[]): number[] {
  const { arrivals, capacity, patience } = group
  const { pWait } = queueBehind(group)
  if (patience === 0) return seconds.map(() => 0)
  if (patience === null)
    return seconds.map((t) => (arrivals >= capacity ? 1 : pWait * Math.exp(-(capacity - arrivals) * t)))
  const theta = 1 / patience
  const [x, y] = [capacity / theta, arrivals / theta]
  const log = logPatienceSum(x, y)
  return seconds.map((t) => {
    const exponent = -y * Math.expm1(-theta * t) - capacity * t
    return pWait * Math.min(1, Math.exp(exponent + logPatienceSum(x, y * Math.exp(-theta * t)) - log))
  })
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))
