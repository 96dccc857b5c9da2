/** The period and channel that a page is about, kept in the address. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import { isPlainDate } from '../../../src/kernel/calendar.ts'
import { type EnquiryChannel, enquiryChannels } from '../../../src/understand/intake/rules/enquiry-words.ts'
import type { Search } from '../../search.ts'

export type ChosenPeriod = {
  readonly from?: string
  readonly to?: string
  readonly channel?: EnquiryChannel
}

export type UsePeriod = {
  readonly chosen: ChosenPeriod
  readonly choose: (change: Readonly<Record<keyof ChosenPeriod, string | undefined>>) => void
}

/** What is written wrong in the address is as good as not written. */
export function usePeriod(): UsePeriod {
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const [from, to] = [dateOf(search.from), dateOf(search.to)]
  const channel = enquiryChannels.find((each) => each === search.channel)
  const inOrder = from === undefined || to === undefined || from <= to
  return {
    chosen: { ...(inOrder && from && { from }), ...(inOrder && to && { to }), ...(channel && { channel }) },
    choose: (change) =>
      void navigate({
        to: '.',
        search: ((before: Search) => ({ ...before, ...change })) as never,
        replace: true,
        resetScroll: false,
      }),
  }
}

const dateOf = (text: string | undefined) => (text !== undefined && isPlainDate(text) ? text : undefined)
