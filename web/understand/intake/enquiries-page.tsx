/** Every enquiry behind every number: filtered by the address, newest first. */
import { Button } from '@digdir/designsystemet-react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import {
  type EnquiryFilter,
  type EnquiryLine,
  enquiryFilterSchema,
} from '../../../src/understand/intake/contract.ts'
import { api } from '../../api.ts'
import { EmptyState, ErrorState, Loading } from '../../design/states.tsx'
import { intakeTexts } from '../../i18n/intake.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import type { Search } from '../../search.ts'
import { UnderstandFrame } from '../understand-frame.tsx'
import { EnquiryFilters } from './enquiry-filters.tsx'
import { EnquiryItem } from './enquiry-item.tsx'
import './intake.css'

/** What the address says, without what cannot be meant. */
function readFilter(search: Search): EnquiryFilter {
  const shape = enquiryFilterSchema.shape
  const kept = Object.entries(search).filter(
    ([key, value]) =>
      value !== '' && Object.hasOwn(shape, key) && shape[key as keyof typeof shape].safeParse(value).success,
  )
  return Object.fromEntries(kept) as EnquiryFilter
}

export function EnquiriesPage() {
  const t = useTexts(intakeTexts)
  const { number } = useFormats()
  const navigate = useNavigate()
  const filter = readFilter(useSearch({ strict: false }) as Search)
  const change = (changed: Readonly<Record<string, string | undefined>>): void =>
    void navigate({ to: '/understand/intake/enquiries', search: { ...filter, ...changed } as never })
  const count = useQuery(api.intake.enquiries.count.queryOptions({ input: filter }))
  const list = useInfiniteQuery({
    ...api.intake.enquiries.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...filter, limit: 50, ...(cursor && { cursor }) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next,
    }),
    placeholderData: keepPreviousData,
  })
  const items = list.data?.pages.flatMap((page) => page.items) as readonly EnquiryLine[] | undefined
  const none = items?.length === 0
  return (
    <UnderstandFrame
      part="intake"
      title={
        count.data === undefined
          ? t('list.title')
          : none
            ? t('list.foundNone')
            : t('list.found', { contacts: number(count.data.contacts) })
      }
      trail={[{ to: '/understand/intake', label: t('name') }]}
      width="wide"
    >
      <EnquiryFilters filter={filter} first={items?.[0]} onChange={change} />
      {list.error !== null && <ErrorState error={list.error} onAgain={() => void list.refetch()} />}
      {items === undefined && list.error === null && <Loading lines={10} />}
      {none && <EmptyState title={t('list.foundNone')}>{t('list.foundNoneText')}</EmptyState>}
      {items !== undefined && items.length > 0 && (
        <div className="lp-card" aria-busy={list.isPlaceholderData}>
          <ul className="lp-plain-list lp-enquiries">
            {items.map((item) => (
              <EnquiryItem key={item.enquiryId} enquiry={item} />
            ))}
          </ul>
        </div>
      )}
      {list.hasNextPage && (
        <div>
          <Button
            variant="secondary"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('list.more')}
          </Button>
        </div>
      )}
    </UnderstandFrame>
  )
}
