/** The parts of shifts side by side: the week, what is asked for, the people, and how it went. */
import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { PartsMenu } from '../design/parts-menu.tsx'
import type { PathTarget } from '../design/path-target.ts'
import { shiftRequestTexts } from '../i18n/shift-requests.ts'
import { useTexts } from '../i18n/use-texts.ts'

type ShiftPart = 'week' | 'requests' | 'people' | 'templates' | 'actual'

const parts: readonly { readonly id: ShiftPart; readonly to: PathTarget['to'] }[] = [
  { id: 'week', to: '/plan/shifts' },
  { id: 'requests', to: '/plan/shifts/requests' },
  { id: 'people', to: '/plan/shifts/people' },
  { id: 'templates', to: '/plan/shifts/templates' },
  { id: 'actual', to: '/plan/shifts/actual' },
]

/** Stands under the menu of Plan on every page of shifts. */
export function ShiftParts({ current }: { readonly current: ShiftPart }) {
  const t = useTexts(shiftRequestTexts)
  const { data } = useQuery(api.shifts.requests.count.queryOptions({ input: {} }))
  const waiting = data ? data.absences + data.uncovered + data.swaps : 0
  const shown = parts.map(({ id, to }) => ({
    id,
    to,
    label: id === 'requests' && waiting > 0 ? `${t('part.requests')} (${waiting})` : t(`part.${id}`),
  }))
  return <PartsMenu label={t('parts')} current={current} parts={shown} />
}
