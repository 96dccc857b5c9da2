import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ChannelId } from '../../../src/measure/edition/contract.ts'
import type { ParticipantCount } from '../../../src/measure/planning/contract.ts'
import { api } from '../../api.ts'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { channelTexts } from '../../i18n/channels.ts'
import { planningTexts } from '../../i18n/planning.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useEditionId } from '../edition/edition-frame.tsx'
import { contactsLink } from './links.ts'

const channels: readonly ChannelId[] = ['phone', 'email', 'chat', 'messenger']

/** Each participant's contacts per channel, and how far they are from the key. */
export function CountsTable() {
  const t = useTexts(planningTexts)
  const editionId = useEditionId()
  const counts = useQuery(api.planning.counts.queryOptions({ input: { editionId } }))
  return (
    <DataTable
      title={t('counts.title')}
      name="counts"
      phone="scroll"
      rows={counts.data?.items}
      error={counts.error}
      columns={useColumns()}
      rowKey={({ participantId }) => participantId}
      rowLink={({ participantId }) => contactsLink(editionId, { participant: participantId })}
    />
  )
}

function useColumns(): readonly TableColumn<ParticipantCount>[] {
  const t = useTexts(planningTexts)
  const channel = useTexts(channelTexts)
  return useMemo(
    () => [
      { id: 'participant', header: t('counts.participant'), value: ({ participant }) => participant },
      {
        id: 'class',
        header: t('counts.class'),
        value: (row) => row.class,
        filter: { of: (row) => row.class, label: (code) => code },
      },
      ...channels.map(
        (id): TableColumn<ParticipantCount> => ({
          id,
          header: channel(id),
          value: ({ counts }) => counts[id] ?? 0,
          align: 'end',
        }),
      ),
      { id: 'total', header: t('counts.total'), value: ({ counts }) => total(counts), align: 'end' },
      { id: 'difference', header: t('counts.difference'), value: difference, align: 'end' },
    ],
    [t, channel],
  )
}

function total(counts: ParticipantCount['counts']): number {
  return channels.reduce((sum, id) => sum + (counts[id] ?? 0), 0)
}

function difference({ counts, key }: ParticipantCount): number {
  return channels.reduce((sum, id) => sum + Math.abs((counts[id] ?? 0) - (key[id] ?? 0)), 0)
}
