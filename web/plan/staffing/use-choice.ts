/** What the pages are about, from the address: `queue` and `from` as on the front page, and the interval `day` `time`. */
import { useSearch } from '@tanstack/react-router'
import { isPlainDate } from '../../../src/kernel/calendar.ts'
import type { PathTarget } from '../../design/path-target.ts'
import type { Search } from '../../search.ts'
import { type ChosenWeek, useWeek } from '../overview/use-week.ts'

export type Choice = ChosenWeek & { readonly day?: string; readonly time?: string }

export function useChoice(): Choice {
  const week = useWeek()
  const { day, time } = useSearch({ strict: false }) as Search
  return {
    ...week,
    ...(day !== undefined && isPlainDate(day) && { day }),
    ...(time !== undefined && /^\d\d:\d\d$/.test(time) && { time }),
  }
}

/** The same page about something else. */
export function choiceLink(to: PathTarget['to'], { queueId, from, day, time }: Choice): PathTarget {
  return {
    to,
    search: {
      ...(queueId && { queue: queueId }),
      ...(from && { from }),
      ...(day && { day }),
      ...(time && { time }),
    },
  }
}
