/** What the page is about, kept in the address; what is written wrong there is as good as not written. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import { returnDays, waitingWeeks } from '../../../src/plan/waiting/contract.ts'
import { linkTo, type PathTarget } from '../../design/path-target.ts'
import type { Search } from '../../search.ts'

export const shownFigures = ['gaveUp', 'mean', 'p90'] as const
export type ShownFigure = (typeof shownFigures)[number]

export type Chosen = {
  readonly queueId?: string
  readonly weeks: number
  readonly days: number
  /** What the week shows; left out, whatever tells most. */
  readonly show?: ShownFigure
}

const idLike = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const usual = { weeks: 12, days: 7 } as const

export function useChosen(): Chosen {
  const { queue, weeks, days, show } = useSearch({ strict: false }) as Search
  const shown = shownFigures.find((each) => each === show)
  return {
    ...(queue !== undefined && idLike.test(queue) && { queueId: queue }),
    weeks: waitingWeeks.find((each) => String(each) === weeks) ?? usual.weeks,
    days: returnDays.find((each) => String(each) === days) ?? usual.days,
    ...(shown && { show: shown }),
  }
}

export function waitingLink({ queueId, weeks, days, show }: Chosen): PathTarget {
  return {
    to: '/plan/waiting',
    search: {
      ...(queueId && { queue: queueId }),
      ...(weeks !== usual.weeks && { weeks: String(weeks) }),
      ...(days !== usual.days && { days: String(days) }),
      ...(show && { show }),
    },
  }
}

/** Changes the address in place, so that "back" leaves the page rather than walks through every choice. */
export function useChoose(): (chosen: Chosen) => void {
  const navigate = useNavigate()
  return (chosen) =>
    void navigate({ ...linkTo(waitingLink(chosen)), replace: true, resetScroll: false } as Parameters<
      typeof navigate
    >[0])
}
