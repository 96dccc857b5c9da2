/** What has been brought in, the latest first: the records behind every count. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { DeliveryView } from '../../../../src/plan/traffic/imports/contract.ts'
import { api } from '../../../api.ts'
import { EmptyState } from '../../../design/states.tsx'
import type { TableColumn } from '../../../design/table/column.ts'
import { DataTable } from '../../../design/table/data-table.tsx'
import { trafficCountsTexts } from '../../../i18n/traffic-counts.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'
import { RefusedLines } from './refused-lines.tsx'

export function Deliveries({ queueId }: { readonly queueId: string }) {
  const t = useTexts(trafficCountsTexts)
  const query = useQuery(api.traffic.imports.deliveries.queryOptions({ input: { queueId } }))
  return (
    <div className="lp-card">
      <DataTable
        title={t('deliveries.title')}
        rows={query.data?.items as DeliveryView[] | undefined}
        columns={useColumns()}
        rowKey={({ deliveryId }) => deliveryId}
        usualPageSize={10}
        name="deliveries"
        error={query.error}
        onAgain={() => void query.refetch()}
        empty={<EmptyState title={t('deliveries.empty')}>{t('deliveries.emptyText')}</EmptyState>}
      />
    </div>
  )
}

function useColumns(): readonly TableColumn<DeliveryView>[] {
  const t = useTexts(trafficCountsTexts)
  const { instant } = useFormats()
  return useMemo(
    () => [
      {
        id: 'receivedAt',
        header: t('deliveries.at'),
        value: ({ receivedAt }) => receivedAt,
        cell: ({ receivedAt }) => instant(receivedAt),
      },
      {
        id: 'way',
        header: t('deliveries.way'),
        value: ({ way, fileName }) => fileName ?? t(`way.${way}`),
        filter: {
          of: ({ way }) => way,
          label: (way) => t(`way.${ways.find((each) => each === way) ?? 'file'}`),
        },
      },
      {
        id: 'person',
        header: t('deliveries.person'),
        value: ({ person }) => person ?? t('deliveries.system'),
      },
      {
        id: 'span',
        header: t('deliveries.span'),
        value: ({ first }) => first,
        cell: ({ first, last }) => (first && last ? `${instant(first)} – ${instant(last)}` : '–'),
      },
      { id: 'added', header: t('deliveries.added'), value: ({ added }) => added },
      { id: 'changed', header: t('deliveries.changed'), value: ({ changed }) => changed },
      { id: 'same', header: t('deliveries.same'), value: ({ same }) => same, hidden: true },
      {
        id: 'refused',
        header: t('deliveries.refused'),
        value: ({ refused }) => refused,
        cell: ({ refused, lines }) => (refused === 0 ? '0' : <RefusedLines lines={lines} count={refused} />),
      },
    ],
    [t, instant],
  )
}

const ways = ['file', 'enquiries', 'live'] as const
