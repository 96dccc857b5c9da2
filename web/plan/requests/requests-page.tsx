/** What must the planner decide? One request at a time with what a yes leads to; by keys. */
import { Button } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { addDays } from '../../../src/kernel/calendar.ts'
import { toLocal } from '../../../src/kernel/zone.ts'
import type { AbsenceOfAgent } from '../../../src/plan/shifts/people/contract.ts'
import type { SwapToDecide } from '../../../src/plan/shifts/week/contract.ts'
import { api } from '../../api.ts'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { shiftRequestTexts } from '../../i18n/shift-requests.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { Search } from '../../search.ts'
import { PlanFrame } from '../plan-frame.tsx'
import { ShiftParts } from '../shift-parts.tsx'
import { AbsenceTable } from './absence-table.tsx'
import { NoteAbsence } from './note-absence.tsx'
import { RequestDetail } from './request-detail.tsx'
import { RequestList } from './request-list.tsx'
import { waitingItems } from './waiting-items.ts'
import './requests.css'

/** Those that ended lately are told of too. */
const daysBack = 14

export function RequestsPage() {
  const t = useTexts(shiftRequestTexts)
  const [noting, setNoting] = useState(false)
  const from = addDays(toLocal(new Date()).date, -daysBack)
  const absences = useQuery(api.shifts.absences.list.queryOptions({ input: { from } }))
  const swaps = useQuery(api.shifts.swaps.list.queryOptions({ input: {} }))
  const all = absences.data?.items as readonly AbsenceOfAgent[] | undefined
  const swapped = swaps.data?.items as readonly SwapToDecide[] | undefined
  const items = all && swapped && waitingItems(all, swapped, new Date())
  const title = items && items.length > 0 ? t('title', { count: items.length }) : t('titleNone')
  return (
    <PlanFrame
      part="shifts"
      width="wide"
      title={items ? title : t('list')}
      subtitle={t('subtitle')}
      actions={
        <Button variant="secondary" onClick={() => setNoting(true)}>
          {t('note')}
        </Button>
      }
    >
      <ShiftParts current="requests" />
      <Awaited
        query={{
          data: items,
          error: absences.error ?? swaps.error,
          refetch: () => Promise.all([absences.refetch(), swaps.refetch()]),
        }}
        lines={10}
      >
        {(waiting) => (
          <>
            <Queue items={waiting} />
            <AbsenceTable absences={all ?? []} />
          </>
        )}
      </Awaited>
      <NoteAbsence open={noting} onClose={() => setNoting(false)} />
    </PlanFrame>
  )
}

function Queue({ items }: { readonly items: ReturnType<typeof waitingItems> }) {
  const t = useTexts(shiftRequestTexts)
  const navigate = useNavigate()
  const { request } = useSearch({ strict: false }) as Search
  if (items.length === 0)
    return (
      <div className="lp-card">
        <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
      </div>
    )
  const at = Math.max(
    0,
    items.findIndex(({ id }) => id === request),
  )
  const item = items[at]!
  const choose = (id: string | undefined): void => {
    if (id !== undefined)
      void navigate({ to: '.', search: { request: id } as never, replace: true, resetScroll: false })
  }
  return (
    <div className="lp-requests">
      <RequestList items={items} current={item.id} />
      <RequestDetail
        key={item.id}
        item={item}
        keys={[
          { key: 'j', does: t('keys.next'), act: () => choose(items[at + 1]?.id) },
          { key: 'k', does: t('keys.previous'), act: () => choose(items[at - 1]?.id) },
        ]}
        onDecided={() => choose((items[at + 1] ?? items[at - 1])?.id)}
      />
    </div>
  )
}
