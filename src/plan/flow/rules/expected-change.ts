/**
 * What a change of first-contact resolution or of self-service makes of each queue's contacts: the same needs go
 * through the same linear system as reports and forecasts, before and after.
 */
import type { Factor } from './avoidable.ts'
import { type FlowQueue, type FlowRefusal, type FlowVolumes, firstFrom, offeredFrom } from './flow-system.ts'
import { type SelfService, selfServiceFactor } from './self-service.ts'

export type FlowChange = {
  /** The queue of whose handled contacts another share returns; null: self-service, for every queue. */
  readonly queueId: string | null
  /** Of the share that returns, or of the share of those who try that is settled: −0.05 is five points fewer. */
  readonly difference: number
}

export type ChangeAnswer =
  | { readonly ok: true; readonly factors: ReadonlyMap<string, number> }
  | { readonly ok: false; readonly refusal: FlowRefusal | { readonly kind: 'noSelfService' | 'noChange' } }

/**
 * @param offered contacts of each queue in any period
 * @param selfService what is said of it; a change of it cannot be reckoned without
 * @returns what the contacts of each queue are multiplied by
 *
 * @example one queue, nobody gives up, returns 0.2 and then 0.1: (1 − 0.2) ÷ (1 − 0.1) = 0.889
 * @example half try self-service, of these 0.4 are settled and then 0.5, 0.1 give up: 0.70 ÷ 0.75 = 0.933
 */
export function changeFactors(
  queues: readonly FlowQueue[],
  { queueId, difference }: FlowChange,
  { offered, selfService }: { readonly offered: FlowVolumes; readonly selfService: SelfService | undefined },
): ChangeAnswer {
  if (queueId === null) return selfServiceFactors(queues, difference, selfService)
  const first = firstFrom(queues, offered)
  if (!first.ok) return first
  const changed = queues.map((queue) =>
    queue.id === queueId ? { ...queue, pReturn: snapped(queue.pReturn + difference) } : queue,
  )
  const wrong = changed.find(({ pReturn }) => !(pReturn >= 0 && pReturn <= mostReturns))
  if (wrong) return refuse({ kind: 'notAShare', queue: wrong.id, value: wrong.pReturn })
  const after = offeredFrom(changed, first.volumes)
  if (!after.ok) return after
  const factorOf = (id: string) => {
    const before = offered.get(id) ?? 0
    return before > 0 ? (after.volumes.get(id) ?? 0) / before : 1
  }
  return answerOf(queues.map(({ id }) => [id, factorOf(id)]))
}

/** What the store takes too. */
const mostReturns = 0.95
const dust = 1e-9
/** All of a share taken away is nothing left, not a dust below it. */
const snapped = (share: number): number => (Math.abs(share) < dust ? 0 : share)

function selfServiceFactors(
  queues: readonly FlowQueue[],
  difference: number,
  before: SelfService | undefined,
): ChangeAnswer {
  const { tried = 0, settled = 0, givenUp = 0 } = before ?? {}
  if (!before || tried === 0 || tried * (settled + givenUp) >= 1) return refuse({ kind: 'noSelfService' })
  const after = settled + difference
  if (!(after >= -dust && after + givenUp <= 1 + dust))
    return refuse({ kind: 'notAShare', queue: '', value: after })
  const factor = selfServiceFactor(before, { ...before, settled: Math.max(0, after) })
  return answerOf(queues.map(({ id }) => [id, factor]))
}

const refuse = (refusal: Extract<ChangeAnswer, { ok: false }>['refusal']): ChangeAnswer => ({
  ok: false,
  refusal,
})

function answerOf(factors: readonly (readonly [string, number])[]): ChangeAnswer {
  const moves = factors.some(([, factor]) => Math.abs(factor - 1) > dust)
  return moves ? { ok: true, factors: new Map(factors) } : refuse({ kind: 'noChange' })
}

/**
 * The factor over days of which only a part lies after the change's day. What is expected is what was said; the
 * interval reaches from there to nothing coming of it.
 *
 * @example factor 0.9 for half of the days: 0.95, from 0.95 to 1
 */
export function factorOfDays(factor: number, part: number): Factor {
  const mean = 1 + (factor - 1) * part
  return { mean, low: Math.min(1, mean), high: Math.max(1, mean) }
}
