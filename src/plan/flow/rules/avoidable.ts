/**
 * The avoidable part of what is to come: how much of a queue each topic is, how much of that is failure demand, and
 * what improvements are expected to take away.
 */
import { type Interval, wilsonInterval } from '../../../kernel/statistics.ts'

export type TopicShare = { readonly topicId: string; readonly share: number; readonly interval: Interval }

/** As many contacts of the usual mix stand behind every queue, so that a small one is not taken at its word. */
const priorContacts = 50

/**
 * Shares of topics in a queue's channel, drawn towards their shares in all channels together (a Dirichlet prior of 50
 * contacts), with Wilson's 95 % interval on the contacts that stand behind. All contacts are counted, those without
 * topic too, so that shares of known topics add up to at most 1.
 *
 * @example 30 of 100 contacts in the channel, 20 % of all: (30 + 10) ÷ 150 = 0.267
 */
export function topicShares(
  own: ReadonlyMap<string, number>,
  all: ReadonlyMap<string, number>,
  totals: { readonly own: number; readonly all: number },
): readonly TopicShare[] {
  const n = totals.own + priorContacts
  if (totals.all <= 0) return []
  return [...all].map(([topicId, contacts]) => {
    const share = Math.min(1, ((own.get(topicId) ?? 0) + (priorContacts * contacts) / totals.all) / n)
    return { topicId, share, interval: wilsonInterval(share, n, 0.95) }
  })
}

/** An improvement that was promised to take a share away, and what was measured: a change of −0.2 is 20 % fewer. */
export type KeptPromise = { readonly promised: number; readonly change: number }

/**
 * How much of what improvements promise comes true here: the mean of measured ÷ promised, each within 0–1, drawn
 * towards one half as if two had been seen. Without any it is one half, which is nobody's figure, and said as such.
 *
 * @example one promised 30 % and took 30 %: (1 + 1) ÷ 3 = 0.67
 */
export function realisationOf(promises: readonly KeptPromise[]): number {
  const kept = promises.map(({ promised, change }) => Math.min(1, Math.max(0, -change / promised)))
  return (kept.reduce((sum, each) => sum + each, 0) + 1) / (kept.length + 2)
}

/** What goes away of the topics' contacts: expected, and from nothing to all that was promised. */
export type ExpectedDrop = { readonly mean: number; readonly low: number; readonly high: number }

export const expectedDrop = (promised: number, realisation: number): ExpectedDrop => ({
  mean: promised * realisation,
  low: 0,
  high: promised,
})

/** What a queue's contacts are multiplied by; `low` is with everything that was promised. */
export type Factor = { readonly mean: number; readonly low: number; readonly high: number }

/**
 * The factor of improvements on the same queue. Each takes its part of what those before it have left, so that they can
 * never take more than there is.
 *
 * @example 20 % of the queue, of which a quarter goes away: 0.95
 */
export function factorOf(parts: readonly (ExpectedDrop & { readonly share: number })[]): Factor {
  const product = (drop: (part: ExpectedDrop) => number) =>
    parts.reduce((left, part) => left * (1 - part.share * drop(part)), 1)
  return {
    mean: product(({ mean }) => mean),
    low: product(({ high }) => high),
    high: product(({ low }) => low),
  }
}

/** The factor over days of which only some lie after the improvement's day; days as numbers, both ends included. */
export function partOfDays(from: number, to: number, countedFrom: number): number {
  if (countedFrom <= from) return 1
  return countedFrom > to ? 0 : (to - countedFrom + 1) / (to - from + 1)
}

/**
 * The share of a queue that is failure demand, over the topics of which a sample has been coded; `known` is how much of
 * the queue that is. Nothing when none has been.
 */
export function failureOf(
  shares: readonly TopicShare[],
  failure: ReadonlyMap<string, { readonly value: number; readonly low: number; readonly high: number }>,
): { readonly share: number; readonly low: number; readonly high: number; readonly known: number } | null {
  let [share, low, high, known] = [0, 0, 0, 0]
  for (const each of shares) {
    const coded = failure.get(each.topicId)
    if (!coded) continue
    known += each.share
    share += each.share * coded.value
    low += each.share * coded.low
    high += each.share * coded.high
  }
  return known > 0 ? { share, low, high, known } : null
}

/**
 * Failure demand over all queues, each by what it is offered; null when it is known of none.
 *
 * @example 50 % of 300 and 20 % of 100: (150 + 20) ÷ 400 = 0.425
 */
export function failureOverAll(
  queues: readonly { readonly offered: number; readonly failure: { readonly share: number } | null }[],
): number | null {
  const known = queues.filter(({ failure }) => failure !== null)
  const offered = known.reduce((sum, queue) => sum + queue.offered, 0)
  if (offered === 0) return null
  return known.reduce((sum, queue) => sum + queue.failure!.share * queue.offered, 0) / offered
}
