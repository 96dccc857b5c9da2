/** Which of my submissions can I object to, and what came of those that I did? */
import { useQuery } from '@tanstack/react-query'
import type { AppealWindow, OwnContact } from '../../../src/measure/appeals/contract.ts'
import { api } from '../../api.ts'
import { Awaited } from '../../design/states.tsx'
import { Status } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { appealsTexts } from '../../i18n/appeals.ts'
import { channelTexts } from '../../i18n/channels.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { EditionFrame, useEditionId } from '../edition/edition-frame.tsx'
import { ChangeLog } from './change-log.tsx'
import { lastDay } from './last-day.ts'
import './appeals.css'

export function OwnAppeals() {
  const t = useTexts(appealsTexts)
  const format = useFormats()
  const editionId = useEditionId()
  const query = useQuery(api.appeals.mine.queryOptions({ input: { editionId } }))
  const { data } = query
  const open = data?.window?.open === true
  const free = data?.items.filter((one) => mayBeAppealed(one, data.window)).length ?? 0
  const title =
    data === undefined
      ? t('appeals')
      : open
        ? t('own.title', { count: free })
        : t(data.window ? 'own.closed' : 'own.notOpen')
  return (
    <EditionFrame
      title={title}
      subtitle={
        open && data?.window
          ? t('own.subtitle', { date: format.date(lastDay(data.window.closesAt)) })
          : t('own.subtitleClosed')
      }
    >
      <Awaited query={query}>
        {({ items, window, published }) => (
          <>
            <Contacts editionId={editionId} items={items} window={window} />
            {published && <ChangeLog editionId={editionId} />}
          </>
        )}
      </Awaited>
    </EditionFrame>
  )
}

function mayBeAppealed({ contactState, appeal }: OwnContact, window: AppealWindow | null): boolean {
  return window?.open === true && contactState === 'approved' && appeal === undefined
}

type ContactsProps = {
  readonly editionId: string
  readonly items: readonly OwnContact[]
  readonly window: AppealWindow | null
}

function Contacts({ editionId, items, window }: ContactsProps) {
  const t = useTexts(appealsTexts)
  const channel = useTexts(channelTexts)
  const format = useFormats()
  const standing = (one: OwnContact): string => {
    if (one.appeal?.outcome) return t(`outcome.${one.appeal.outcome}`)
    if (one.appeal) return t(`state.${one.appeal.state}`)
    return t(mayBeAppealed(one, window) ? 'own.mayAppeal' : 'own.no')
  }
  const several = new Set(items.map(({ participant }) => participant)).size > 1
  const columns: readonly TableColumn<OwnContact>[] = [
    { id: 'number', header: t('number'), value: ({ number }) => number },
    ...(several
      ? [{ id: 'participant', header: t('participant'), value: ({ participant }: OwnContact) => participant }]
      : []),
    { id: 'channel', header: t('channel'), value: (one) => channel(one.channel) },
    {
      id: 'date',
      header: t('own.date'),
      value: ({ date }) => date,
      cell: ({ date }) => format.date(date),
    },
    { id: 'score', header: t('own.score'), value: ({ score }) => score, decimals: 1 },
    {
      id: 'appeal',
      header: t('own.appeal'),
      value: standing,
      cell: (one) => (
        <Status tone={one.appeal ? (one.appeal.outcome ? 'good' : 'information') : 'neutral'}>
          {standing(one)}
        </Status>
      ),
    },
  ]
  return (
    <div className="lp-card">
      <DataTable
        title={t('own.table')}
        name="own"
        rows={items}
        columns={columns}
        rowKey={({ contactId }) => contactId}
        rowLink={({ contactId }) => ({
          to: '/measure/editions/$editionId/appeals/contacts/$contactId',
          params: { editionId, contactId },
        })}
      />
    </div>
  )
}
