/** The queue and the week that the page is about, kept in the address: `queue` and `from`. */
import { useSearch } from '@tanstack/react-router'
import { isPlainDate, mondayOf } from '../../../src/kernel/calendar.ts'
import type { PathTarget } from '../../design/path-target.ts'
import type { Search } from '../../search.ts'

export type ChosenWeek = { readonly queueId?: string; readonly from?: string }

const idLike = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What is written wrong in the address is as good as not written; a week begins on its Monday. */
export function useWeek(): ChosenWeek {
  const { queue, from } = useSearch({ strict: false }) as Search
  return {
    ...(queue !== undefined && idLike.test(queue) && { queueId: queue }),
    ...(from !== undefined && isPlainDate(from) && { from: mondayOf(from) }),
  }
}

/** The same page about another queue or week. */
export function weekLink({ queueId, from }: ChosenWeek): PathTarget {
  return { to: '/plan', search: { ...(queueId && { queue: queueId }), ...(from && { from }) } }
}
