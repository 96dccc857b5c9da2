import { useMemo } from 'react'
import type { Progress } from '../../../src/measure/fieldwork/contract.ts'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { fieldworkTexts } from '../../i18n/fieldwork.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

type Pause = Progress['pauses'][number]

/** When the fieldwork was held back, by whom and why. */
export function PauseHistory({ pauses }: { readonly pauses: readonly Pause[] }) {
  const t = useTexts(fieldworkTexts)
  const format = useFormats()
  const columns = useMemo(
    (): readonly TableColumn<Pause>[] => [
      {
        id: 'from',
        header: t('pause.from'),
        value: ({ pausedAt }) => pausedAt,
        cell: ({ pausedAt }) => format.instant(pausedAt),
      },
      {
        id: 'to',
        header: t('pause.to'),
        value: ({ resumedAt }) => resumedAt ?? null,
        cell: ({ resumedAt }) => (resumedAt === undefined ? t('pause.open') : format.instant(resumedAt)),
      },
      { id: 'reason', header: t('pause.reason'), value: ({ reason }) => reason },
      { id: 'by', header: t('pause.by'), value: ({ pausedBy }) => pausedBy },
    ],
    [t, format],
  )
  return (
    <div className="lp-card">
      <DataTable
        title={t('pause.history')}
        name="pauses"
        rows={pauses}
        columns={columns}
        rowKey={({ pausedAt }) => pausedAt}
      />
    </div>
  )
}
