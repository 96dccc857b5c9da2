/** What the page is about, kept in the address, and its data: read anew every minute while somebody looks. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { toLocal } from '../../../src/kernel/zone.ts'
import type { QueueNeed, TodayPlan } from '../../../src/plan/today/contract.ts'
import type { TodayQueue, TodayView } from '../../../src/plan/traffic/contract.ts'
import { api } from '../../api.ts'
import type { PathTarget } from '../../design/path-target.ts'
import type { Search } from '../../search.ts'

export type { QueueNeed, TodayPlan, TodayQueue, TodayView }
export type ProposedView = TodayPlan['proposed'][number]

/** Milliseconds; a page that is hidden does not ask. */
const every = 60_000

export type Chosen = {
  readonly queueId?: string
  /** Percent of customers, as it is typed. */
  readonly callback?: number
  readonly message?: number
}

const idLike = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What is written wrong in the address is as good as not written. */
export function useChosen(): Chosen {
  const { queue, callback, message } = useSearch({ strict: false }) as Search
  const share = (text: string | undefined) =>
    text !== undefined && /^[1-8]?\d$/.test(text) && Number(text) >= 1 ? Number(text) : undefined
  const [called, told] = [share(callback), share(message)]
  return {
    ...(queue !== undefined && idLike.test(queue) && { queueId: queue }),
    ...(called !== undefined && { callback: called }),
    ...(told !== undefined && { message: told }),
  }
}

export function todayLink({ queueId, callback, message }: Chosen): PathTarget {
  const search = {
    ...(queueId && { queue: queueId }),
    ...(callback && { callback: String(callback) }),
    ...(message && { message: String(message) }),
  }
  return { to: '/plan/today', search }
}

export const useTodayView = () =>
  useQuery({ ...api.traffic.today.queryOptions({ input: {} }), refetchInterval: every })

export const useNeeds = () =>
  useQuery({ ...api.today.needs.queryOptions({ input: {} }), refetchInterval: every })

export function usePlan(queueId: string, { callback, message }: Chosen) {
  const input = {
    queueId,
    ...(callback && { callback: callback / 100 }),
    ...(message && { message: message / 100 }),
  }
  return useQuery({
    ...api.today.plan.queryOptions({ input }),
    refetchInterval: every,
    placeholderData: keepPreviousData,
  })
}

/** An instant on the Norwegian clock, `HH:MM`. */
export const clockOfInstant = (instant: string): string => toLocal(new Date(instant)).time.slice(0, 5)

export type DayState = 'closed' | 'before' | 'open' | 'over'

/** Where the queue is in its day. */
export function stateOf({ opening }: Pick<TodayQueue, 'opening'>, now: string): DayState {
  const first = opening[0]
  const last = opening.at(-1)
  if (!first || !last) return 'closed'
  const clock = clockOfInstant(now)
  return clock < first.from ? 'before' : clock >= last.to ? 'over' : 'open'
}

/** Came ÷ expected − 1, of what has been counted; null until something could be compared. */
export const deviationOf = ({ soFar, expectedSoFar }: TodayQueue): number | null =>
  expectedSoFar === null || expectedSoFar === 0 ? null : soFar / expectedSoFar - 1

/** The opened queue: the one that is named, or else where most is wrong. */
export function openedOf(
  { queues, now }: TodayView,
  needs: readonly QueueNeed[],
  { queueId }: Chosen,
): TodayQueue | undefined {
  const named = queues.find(({ queue }) => queue.id === queueId)
  if (named) return named
  const missing = (queue: TodayQueue) =>
    needs.find((need) => need.queueId === queue.queue.id)?.worst?.missing ?? 0
  const weight = (queue: TodayQueue) =>
    missing(queue) +
    (queue.alarm === null ? 0 : 1000) +
    (stateOf(queue, now) === 'open' ? 0.5 : 0) +
    (queue.opening.length > 0 ? 0.2 : 0)
  return queues.toSorted((one, other) => weight(other) - weight(one))[0]
}

/** Whether an open queue has had no count for longer than two intervals and a quarter of an hour. */
export function isLate({ opening, seenUntil, queue }: TodayQueue, now: string): boolean {
  if (stateOf({ opening }, now) !== 'open') return false
  const since = seenUntil === null ? opening[0]!.from : clockOfInstant(seenUntil)
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
  return minutes(clockOfInstant(now)) - minutes(since) > 2 * queue.intervalMinutes + 15
}
