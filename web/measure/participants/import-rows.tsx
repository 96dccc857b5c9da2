import { useMemo } from 'react'
import type { ImportRow } from '../../../src/measure/participants/contract.ts'
import { Status, type Tone } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { participantTexts } from '../../i18n/participants.ts'
import { useTexts } from '../../i18n/use-texts.ts'

const tones: Readonly<Record<ImportRow['change'], Tone>> = {
  new: 'accent',
  changed: 'warning',
  unchanged: 'neutral',
}

/** What the import would do, row by row. */
export function ImportRows({ rows }: { readonly rows: readonly ImportRow[] }) {
  const t = useTexts(participantTexts)
  const columns = useMemo(
    (): readonly TableColumn<ImportRow>[] => [
      { id: 'line', header: t('import.line'), value: ({ line }) => line },
      { id: 'name', header: t('column.name'), value: ({ name }) => name },
      { id: 'class', header: t('column.class'), value: (row) => row.class },
      {
        id: 'change',
        header: t('import.change'),
        value: ({ change }) => t(`import.${change}`),
        cell: ({ change }) => <Status tone={tones[change]}>{t(`import.${change}`)}</Status>,
        filter: { of: ({ change }) => change, label: (code) => t(`import.${code as ImportRow['change']}`) },
      },
      {
        id: 'fields',
        header: t('import.fields'),
        value: ({ fields }) => fields.map((field) => t(`import.field.${field}`)).join(', ') || null,
      },
    ],
    [t],
  )
  return (
    <div className="lp-card">
      <DataTable title={t('import.rows')} rows={rows} columns={columns} rowKey={({ line }) => String(line)} />
    </div>
  )
}
