/** Which queue, week and day the address asks for. */
import { useSearch } from '@tanstack/react-router'
import { addDays, isPlainDate, mondayOf } from '../../../src/kernel/calendar.ts'
import { toLocal } from '../../../src/kernel/zone.ts'
import type { PathTarget } from '../../design/path-target.ts'
import type { Search } from '../../search.ts'

export type ActualChoice = {
  readonly queueId: string | undefined
  /** A Monday; the one of yesterday unless another is asked for. */
  readonly week: string
  readonly day: string | undefined
  readonly byInterval: boolean
}

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Years that a calendar program would not know are no answer to anything. */
const isDay = (text: string | undefined): text is string =>
  text !== undefined && isPlainDate(text) && text > '2000' && text < '2100'

export function useActualChoice(): ActualChoice {
  const { queue, week, day, by } = useSearch({ strict: false }) as Search
  const yesterday = addDays(toLocal(new Date()).date, -1)
  const asked = isDay(day) ? day : undefined
  return {
    queueId: queue !== undefined && isId.test(queue) ? queue : undefined,
    week: mondayOf(asked ?? (isDay(week) ? week : yesterday)),
    day: asked,
    byInterval: by === 'interval',
  }
}

/** The same page with another choice. */
export function actualLink({ queueId, week, day, byInterval }: ActualChoice): PathTarget {
  return {
    to: '/plan/shifts/actual',
    search: {
      queue: queueId ?? '',
      week: day === undefined ? week : '',
      day: day ?? '',
      by: byInterval ? 'interval' : '',
    },
  }
}
