/** Deliveries, newest first: of one source, or of all. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { IntakeBatch } from '../../../src/understand/intake/contract.ts'
import { api } from '../../api.ts'
import { Status, type Tone } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { intakeTexts } from '../../i18n/intake.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { maskedIn } from './words.ts'

export const batchTones: Readonly<Record<IntakeBatch['state'], Tone>> = {
  waiting: 'information',
  running: 'information',
  done: 'good',
  failed: 'bad',
  cancelled: 'neutral',
}

const shown = 50

export function Deliveries({ sourceId }: { readonly sourceId?: string }) {
  const t = useTexts(intakeTexts)
  const input = { limit: shown, ...(sourceId !== undefined && { sourceId }) }
  const batches = useQuery(api.intake.batches.list.queryOptions({ input }))
  return (
    <div className="lp-card">
      <DataTable
        title={t('deliveries')}
        rows={batches.data?.items as readonly IntakeBatch[] | undefined}
        error={batches.error}
        onAgain={() => void batches.refetch()}
        columns={useColumns(sourceId === undefined)}
        rowKey={({ batchId }) => batchId}
        rowLink={({ batchId }) => ({ to: '/understand/intake/batches/$batchId', params: { batchId } })}
        usualPageSize={10}
        name="deliveries"
      />
    </div>
  )
}

function useColumns(withSource: boolean): readonly TableColumn<IntakeBatch>[] {
  const t = useTexts(intakeTexts)
  const formats = useFormats()
  return useMemo(() => {
    const source: TableColumn<IntakeBatch> = {
      id: 'source',
      header: t('source'),
      value: ({ sourceName }) => sourceName,
    }
    const columns: readonly TableColumn<IntakeBatch>[] = [
      {
        id: 'at',
        header: t('delivery'),
        value: ({ receivedAt }) => receivedAt,
        cell: ({ receivedAt, fileName }) =>
          [formats.instant(receivedAt), fileName ?? ''].filter((part) => part !== '').join(' · '),
      },
      ...(withSource ? [source] : []),
      { id: 'landed', header: t('batch.landed'), value: ({ counts }) => counts.landed },
      { id: 'known', header: t('batch.known'), value: ({ counts }) => counts.known },
      { id: 'changed', header: t('batch.changed'), value: ({ counts }) => counts.changed },
      { id: 'refused', header: t('refused'), value: ({ counts }) => counts.refused },
      { id: 'masked', header: t('masked'), value: ({ masked }) => maskedIn(masked) },
      {
        id: 'state',
        header: t('state'),
        value: ({ state }) => t(`batchState.${state}`),
        cell: ({ state }) => <Status tone={batchTones[state]}>{t(`batchState.${state}`)}</Status>,
      },
    ]
    return columns
  }, [t, formats, withSource])
}
