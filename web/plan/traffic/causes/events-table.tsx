/** Every event of the queue, past and planned. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { EventView } from '../../../../src/plan/traffic/causes/contract.ts'
import type { TrafficView } from '../../../../src/plan/traffic/contract.ts'
import { api } from '../../../api.ts'
import { FormDialog } from '../../../design/confirm-dialog.tsx'
import { EmptyState, ErrorState } from '../../../design/states.tsx'
import type { TableColumn } from '../../../design/table/column.ts'
import { DataTable } from '../../../design/table/data-table.tsx'
import { useToast } from '../../../design/toast.tsx'
import { trafficCausesTexts } from '../../../i18n/traffic-causes.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'
import { useHasRole } from '../../../session.ts'
import { trafficLink } from '../use-chosen.ts'
import { useAfterChange } from '../use-traffic-change.ts'
import { EventForm } from './event-form.tsx'

export function EventsTable({ view }: { readonly view: TrafficView }) {
  const t = useTexts(trafficCausesTexts)
  const plans = useHasRole('manager', 'planner', 'admin')
  const [editing, setEditing] = useState<EventView | 'new'>()
  const remove = useRemoving()
  const columns = useColumns(view, { plans, onEdit: setEditing, onRemove: remove.run })
  return (
    <div className="lp-card">
      <DataTable
        title={t('events.title')}
        rows={view.events}
        columns={columns}
        rowKey={({ eventId }) => eventId}
        rowLink={({ day }) =>
          trafficLink({ ...(view.queueId && { queueId: view.queueId }), day, ...spanFor(day, view) })
        }
        usualSorting={{ column: 'day', descending: true }}
        usualPageSize={10}
        name="events"
        empty={<EmptyState title={t('events.empty')}>{t('events.emptyText')}</EmptyState>}
        actions={
          plans && (
            <Button data-size="sm" disabled={view.kinds.length === 0} onClick={() => setEditing('new')}>
              {t('events.add')}
            </Button>
          )
        }
      />
      {view.events.length === 0 && plans && view.kinds.length > 0 && (
        <Button onClick={() => setEditing('new')}>{t('events.add')}</Button>
      )}
      {remove.error && <ErrorState error={remove.error} />}
      <FormDialog
        open={editing !== undefined}
        title={t(editing === 'new' ? 'events.add' : 'events.edit')}
        onClose={() => setEditing(undefined)}
      >
        <EventForm
          {...(editing !== 'new' && editing && { event: editing })}
          view={view}
          onDone={() => setEditing(undefined)}
        />
      </FormDialog>
    </div>
  )
}

/** A day outside the usual span takes its own with it. */
function spanFor(day: string, { today }: TrafficView): { readonly from?: string; readonly to?: string } {
  const [from, to] = [shifted(today, -56), shifted(today, 35)]
  if (day < from) return { from: shifted(day, -21), to: today }
  return day > to ? { from, to: shifted(day, 14) } : {}
}

const shifted = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** An event is removed at once, and can be put back. */
function useRemoving() {
  const t = useTexts(trafficCausesTexts)
  const toast = useToast()
  const after = useAfterChange()
  const add = useMutation(api.traffic.events.add.mutationOptions(after(t('events.back'))))
  const remove = useMutation(api.traffic.events.remove.mutationOptions())
  const { onSuccess: readAgain } = after(t('events.removed'))
  return {
    error: remove.error ?? add.error,
    run: ({ eventId, ...fields }: EventView) =>
      remove.mutate(
        { eventId },
        {
          onSuccess: () => {
            void readAgain()
            toast({ text: t('events.undo'), onUndo: () => add.mutate(fields) })
          },
        },
      ),
  }
}

type Acts = {
  readonly plans: boolean
  readonly onEdit: (event: EventView) => void
  readonly onRemove: (event: EventView) => void
}

function useColumns(view: TrafficView, { plans, onEdit, onRemove }: Acts): readonly TableColumn<EventView>[] {
  const t = useTexts(trafficCausesTexts)
  const { date, weekday, number } = useFormats()
  const { kinds, today } = view
  return useMemo(() => {
    const kindName = ({ kindId }: EventView) => kinds.find((kind) => kind.kindId === kindId)?.name ?? ''
    const effect = ({ factor }: EventView) =>
      factor === null ? t('events.learned') : t('events.set', { factor: number(factor) })
    const columns: TableColumn<EventView>[] = [
      {
        id: 'day',
        header: t('events.day'),
        value: ({ day }) => day,
        cell: ({ day }) => `${weekday(day).slice(0, 3)} ${date(day)}`,
      },
      {
        id: 'kind',
        header: t('events.kind'),
        value: kindName,
        filter: {
          of: ({ kindId }) => kindId,
          label: (id) => kinds.find(({ kindId }) => kindId === id)?.name ?? '',
        },
      },
      {
        id: 'when',
        header: t('events.when'),
        value: ({ day }) => t(day < today ? 'events.past' : 'events.planned'),
        filter: {
          of: ({ day }) => (day < today ? 'past' : 'planned'),
          label: (code) => t(code === 'past' ? 'events.past' : 'events.planned'),
        },
      },
      { id: 'size', header: t('events.size'), value: ({ size }) => size },
      { id: 'effect', header: t('events.effect'), value: effect },
      { id: 'note', header: t('events.note'), value: ({ note }) => note || null },
    ]
    if (!plans) return columns
    return [
      ...columns,
      {
        id: 'acts',
        header: t('events.acts'),
        isAction: true,
        value: () => null,
        cell: (event) => (
          <span className="lp-row">
            <Button
              variant="tertiary"
              data-size="sm"
              onClick={() => onEdit(event)}
              aria-label={t('events.editOne', { name: kindName(event), day: date(event.day) })}
            >
              {t('edit')}
            </Button>
            <Button
              variant="tertiary"
              data-color="danger"
              data-size="sm"
              onClick={() => onRemove(event)}
              aria-label={t('events.removeOne', { name: kindName(event), day: date(event.day) })}
            >
              {t('remove')}
            </Button>
          </span>
        ),
      },
    ]
  }, [kinds, today, plans, onEdit, onRemove, t, date, weekday, number])
}
