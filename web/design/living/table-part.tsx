import { useMemo } from 'react'
import { livingTexts } from '../../i18n/living.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { Interval } from '../chart/interval.tsx'
import { niceDomain } from '../chart/scale.ts'
import { Status, type Tone } from '../status.tsx'
import type { TableColumn } from '../table/column.ts'
import { DataTable } from '../table/data-table.tsx'
import { type SampleRow, sampleRows } from './sample.ts'

const tones: Readonly<Record<SampleRow['state'], Tone>> = {
  done: 'good',
  waiting: 'information',
  late: 'warning',
}
const domain = niceDomain([40, 100], { limits: [0, 100] })

export function TablePart() {
  const t = useTexts(livingTexts)
  const columns = useMemo<readonly TableColumn<SampleRow>[]>(
    () => [
      { id: 'name', header: t('table.name'), value: (row) => row.name },
      {
        id: 'class',
        header: t('table.class'),
        value: (row) => t(`table.${row.class}`),
        filter: { of: (row) => row.class, label: (code) => t(`table.${code as SampleRow['class']}`) },
      },
      { id: 'score', header: t('table.score'), value: (row) => row.score, decimals: 1 },
      { id: 'n', header: t('table.n'), value: (row) => row.n },
      {
        id: 'interval',
        header: t('table.interval'),
        value: () => null,
        sortable: false,
        axis: domain,
        cell: (row) =>
          row.score !== null && <Interval value={row.score} low={row.low} high={row.high} domain={domain} />,
      },
      {
        id: 'state',
        header: t('table.state'),
        value: (row) => t(`table.${row.state}`),
        cell: (row) => <Status tone={tones[row.state]}>{t(`table.${row.state}`)}</Status>,
        filter: { of: (row) => row.state, label: (code) => t(`table.${code as SampleRow['state']}`) },
      },
    ],
    [t],
  )
  return (
    <div className="lp-card">
      <DataTable
        title={t('table.title')}
        rows={sampleRows}
        columns={columns}
        rowKey={(row) => row.key}
        rowLink={(row) => ({ to: '/design', search: { row: row.key } })}
        isHighlighted={(row) => row.key === '3'}
        usualSorting={{ column: 'score', descending: true }}
      />
    </div>
  )
}
