/** How much came in each channel, and how much of it is only counted. */
import { useMemo } from 'react'
import { type EnquiryChannel, enquiryChannels } from '../../../src/understand/intake/rules/enquiry-words.ts'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { intakeTexts } from '../../i18n/intake.ts'
import { understandTexts } from '../../i18n/understand.ts'
import { useTexts } from '../../i18n/use-texts.ts'

type Total = {
  readonly channel: EnquiryChannel
  readonly rows: number
  readonly contacts: number
  readonly countOnly: number
}

export function Channels({ channels }: { readonly channels: readonly Total[] }) {
  const t = useTexts(intakeTexts)
  const rows = useMemo(
    () =>
      enquiryChannels.flatMap((channel) => {
        const of = channels.filter((total) => total.channel === channel)
        const sum = (key: 'rows' | 'contacts' | 'countOnly') => of.reduce((all, one) => all + one[key], 0)
        return of.length === 0
          ? []
          : [{ channel, rows: sum('rows'), contacts: sum('contacts'), countOnly: sum('countOnly') }]
      }),
    [channels],
  )
  return (
    <div className="lp-card">
      <DataTable
        title={t('channels')}
        rows={rows}
        columns={useColumns()}
        rowKey={({ channel }) => channel}
        rowLink={({ channel }) => ({ to: '/understand/intake/enquiries', search: { channel } })}
        usualSorting={{ column: 'contacts', descending: true }}
        name="channels"
      />
      <p className="lp-small lp-quiet">{t('countOnlyHelp')}</p>
    </div>
  )
}

function useColumns(): readonly TableColumn<Total>[] {
  const t = useTexts(intakeTexts)
  const u = useTexts(understandTexts)
  return useMemo(
    () => [
      { id: 'channel', header: t('channel'), value: ({ channel }) => u(`channel.${channel}`) },
      { id: 'contacts', header: t('contacts'), value: ({ contacts }) => contacts },
      { id: 'countOnly', header: t('countOnly'), value: ({ countOnly }) => countOnly },
      { id: 'rows', header: t('rows'), value: ({ rows }) => rows },
    ],
    [t, u],
  )
}
