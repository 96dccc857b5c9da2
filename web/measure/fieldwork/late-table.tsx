import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { toLocal } from '../../../src/kernel/zone.ts'
import type { LateContact } from '../../../src/measure/fieldwork/contract.ts'
import { api } from '../../api.ts'
import { EmptyState } from '../../design/states.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { useToast } from '../../design/toast.tsx'
import { channelTexts } from '../../i18n/channels.ts'
import { fieldworkTexts } from '../../i18n/fieldwork.ts'
import type { Formats } from '../../i18n/format.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { ReasonDialog } from './reason-dialog.tsx'

type LateProps = { readonly editionId: string; readonly late: readonly LateContact[] }

/** What should have happened and has not, the longest overdue first; each can be left out with a reason. */
export function LateTable({ editionId, late }: LateProps) {
  const t = useTexts(fieldworkTexts)
  const [leavingOut, setLeavingOut] = useState<LateContact>()
  return (
    <div className="lp-card" id="late">
      <DataTable
        title={t('table.lateTitle')}
        name="late"
        rows={late}
        columns={useLateColumns(setLeavingOut)}
        rowKey={({ contactId }) => contactId}
        usualSorting={{ column: 'since', descending: false }}
        empty={<EmptyState title={t('table.noneLate')}>{t('table.noneLateText')}</EmptyState>}
      />
      {leavingOut && (
        <ExcludeDialog editionId={editionId} contact={leavingOut} onClose={() => setLeavingOut(undefined)} />
      )}
    </div>
  )
}

function useLateColumns(onExclude: (contact: LateContact) => void): readonly TableColumn<LateContact>[] {
  const t = useTexts(fieldworkTexts)
  const channel = useTexts(channelTexts)
  const format = useFormats()
  return useMemo(
    () => [
      { id: 'number', header: t('table.number'), value: ({ number }) => number },
      {
        id: 'participant',
        header: t('table.participant'),
        value: ({ participant }) => participant,
        filter: { of: ({ participant }) => participant, label: (name) => name },
      },
      {
        id: 'channel',
        header: t('table.channel'),
        value: (contact) => channel(contact.channel),
        filter: {
          of: (contact) => contact.channel,
          label: (code) => channel(code as LateContact['channel']),
        },
      },
      {
        id: 'observer',
        header: t('table.observer'),
        value: ({ observer }) => observer ?? null,
        filter: { of: ({ observer }) => observer ?? '', label: (name) => name || t('by.none') },
      },
      {
        id: 'thing',
        header: t('table.thing'),
        value: ({ thing }) => t(`thing.${thing}`),
        filter: { of: ({ thing }) => thing, label: (code) => t(`thing.${code as LateContact['thing']}`) },
      },
      {
        id: 'since',
        header: t('table.since'),
        value: ({ since }) => since,
        cell: ({ since }) => deadlineText(since, format),
      },
      {
        id: 'date',
        header: t('table.date'),
        value: ({ date }) => date,
        cell: ({ date }) => format.date(date),
        hidden: true,
      },
      {
        id: 'action',
        header: t('table.action'),
        value: () => null,
        sortable: false,
        cell: (contact) => (
          <Button
            variant="tertiary"
            data-size="sm"
            aria-label={`${t('exclude.action')}: ${t('review.number', { number: contact.number })}`}
            onClick={() => onExclude(contact)}
          >
            {t('exclude.action')}
          </Button>
        ),
      },
    ],
    [t, channel, format, onExclude],
  )
}

/** A deadline at midnight is the end of the day before, and is written as that day. */
function deadlineText(instant: string, format: Formats): string {
  const { time } = toLocal(new Date(instant))
  if (time !== '00:00:00') return format.instant(instant)
  return format.date(toLocal(new Date(Date.parse(instant) - 1)).date)
}

type ExcludeProps = {
  readonly editionId: string
  readonly contact: Pick<LateContact, 'contactId' | 'number' | 'participant'>
  readonly onClose: () => void
}

function ExcludeDialog({ editionId, contact, onClose }: ExcludeProps) {
  const t = useTexts(fieldworkTexts)
  const toast = useToast()
  const queries = useQueryClient()
  const { contactId, number, participant } = contact
  const exclude = useMutation(
    api.fieldwork.exclude.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: api.fieldwork.key() })
        toast({ text: t('exclude.done', { number }) })
        onClose()
      },
    }),
  )
  return (
    <ReasonDialog
      open
      title={t('exclude.title', { number })}
      label={t('exclude.reason')}
      confirm={t('exclude.confirm')}
      dangerous
      busy={exclude.isPending}
      error={exclude.error}
      onReason={(reason) => exclude.mutate({ editionId, contactId, reason })}
      onClose={onClose}
    >
      <p>{t('exclude.text', { participant })}</p>
    </ReasonDialog>
  )
}
