/** What the pages of traffic are about, kept in the address: queue, span, days or weeks, and the day that is open. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import { isPlainDate } from '../../../src/kernel/calendar.ts'
import type { PathTarget } from '../../design/path-target.ts'
import { linkTo } from '../../design/path-target.ts'
import type { Search } from '../../search.ts'

export type Chosen = {
  readonly queueId?: string
  readonly from?: string
  readonly to?: string
  readonly per?: 'week'
  readonly day?: string
  /** The interval whose parts are told, as HH:MM. */
  readonly at?: string
}

const idLike = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const clockLike = /^[0-2]\d:[0-5]\d$/

/** What is written wrong in the address is as good as not written. */
export function useChosen(): Chosen {
  const { queue, from, to, per, day, at } = useSearch({ strict: false }) as Search
  const isDate = (text: string | undefined): text is string => text !== undefined && isPlainDate(text)
  return {
    ...(queue !== undefined && idLike.test(queue) && { queueId: queue }),
    ...(isDate(from) && { from }),
    ...(isDate(to) && (!isDate(from) || from <= to) && { to }),
    ...(per === 'week' && { per }),
    ...(isDate(day) && { day }),
    ...(at !== undefined && clockLike.test(at) && { at }),
  }
}

export type TrafficPath =
  | '/plan/traffic'
  | '/plan/traffic/causes'
  | '/plan/traffic/queues'
  | '/plan/traffic/counts'

/** One of the pages with these choices. */
export function trafficLink(chosen: Chosen, to: TrafficPath = '/plan/traffic'): PathTarget {
  const { queueId, ...rest } = chosen
  const search: Record<string, string> = { ...(queueId && { queue: queueId }) }
  for (const [name, value] of Object.entries(rest)) if (value) search[name] = value
  return { to, search }
}

/** Changes the address in place, so that "back" leaves the page rather than walks through every choice. */
export function useChoose(to: TrafficPath = '/plan/traffic'): (chosen: Chosen) => void {
  const navigate = useNavigate()
  return (chosen) =>
    void navigate({ ...linkTo(trafficLink(chosen, to)), replace: true, resetScroll: false } as Parameters<
      typeof navigate
    >[0])
}
