/** What has been brought in, the latest first: the records behind every count. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { DeliveryView } from '../../../../src/plan/traffic/imports/contract.ts'
import { api } from '../../../api.ts'
import { ConfirmDialog } from '../../../design/confirm-dialog.tsx'
import { EmptyState, ErrorState } from '../../../design/states.tsx'
import { Status } from '../../../design/status.tsx'
import type { TableColumn } from '../../../design/table/column.ts'
import { DataTable } from '../../../design/table/data-table.tsx'
import { trafficCountsTexts } from '../../../i18n/traffic-counts.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'
import { useHasRole } from '../../../session.ts'
import { useAfterChange } from '../use-traffic-change.ts'
import { RefusedLines } from './refused-lines.tsx'

export function Deliveries({ queueId }: { readonly queueId: string }) {
  const t = useTexts(trafficCountsTexts)
  const query = useQuery(api.traffic.imports.deliveries.queryOptions({ input: { queueId } }))
  const plans = useHasRole('manager', 'planner', 'admin')
  const rows = query.data?.items as DeliveryView[] | undefined
  const last = rows?.find(({ canUndo }) => canUndo)
  return (
    <div className="lp-card">
      <DataTable
        title={t('deliveries.title')}
        rows={rows}
        columns={useColumns()}
        rowKey={({ deliveryId }) => deliveryId}
        usualPageSize={10}
        {...(plans && last && { actions: <Undo delivery={last} /> })}
        name="deliveries"
        error={query.error}
        onAgain={() => void query.refetch()}
        empty={<EmptyState title={t('deliveries.empty')}>{t('deliveries.emptyText')}</EmptyState>}
      />
    </div>
  )
}

/** A file that should not have been brought in, or belongs to another queue, goes as it came. */
function Undo({ delivery }: { readonly delivery: DeliveryView }) {
  const t = useTexts(trafficCountsTexts)
  const { instant } = useFormats()
  const [isAsking, setIsAsking] = useState(false)
  const afterChange = useAfterChange()
  const undo = useMutation({
    ...api.traffic.imports.undo.mutationOptions(),
    ...afterChange(t('undo.done'), () => setIsAsking(false)),
  })
  const { deliveryId, fileName, way, receivedAt, added, changed } = delivery
  return (
    <>
      <Button variant="secondary" data-size="sm" onClick={() => setIsAsking(true)}>
        {t('undo.act')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={t('undo.title', { what: fileName ?? t(`way.${way}`) })}
        confirm={t('undo.confirm')}
        busy={undo.isPending}
        onConfirm={() => undo.mutate({ deliveryId })}
        onClose={() => setIsAsking(false)}
      >
        <p>{t('undo.text', { at: instant(receivedAt), added, changed })}</p>
        {undo.error && <ErrorState error={undo.error} />}
      </ConfirmDialog>
    </>
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
        cell: ({ way, fileName, undoneAt }) => (
          <>
            {fileName ?? t(`way.${way}`)} {undoneAt && <Status tone="neutral">{t('undo.undone')}</Status>}
          </>
        ),
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
