/** The organiser's list, what waits for a reply first, and the chosen one beside it. */
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { FeedbackLine, FeedbackList } from '../../../src/measure/feedback/contract.ts'
import { api } from '../../api.ts'
import { LinkButton } from '../../design/link-button.tsx'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { Status } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { feedbackTexts } from '../../i18n/feedback.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import type { Search } from '../../search.ts'
import { EditionFrame } from '../edition/edition-frame.tsx'
import { FeedbackDetail } from './feedback-detail.tsx'
import { Links } from './links.tsx'
import { stateTones } from './thread.tsx'
import { isWaiting, useSenderName } from './words.ts'

type Props = { readonly editionId: string }

export function OrganiserFeedback({ editionId }: Props) {
  const t = useTexts(feedbackTexts)
  const query = useQuery(api.feedback.list.queryOptions({ input: { editionId } }))
  const list = query.data as FeedbackList | undefined
  const title = useTitle(list)
  return (
    <EditionFrame
      title={title}
      subtitle={t('subtitle')}
      width="wide"
      actions={
        <LinkButton
          to="/measure/editions/$editionId/feedback/preparation"
          params={{ editionId }}
          variant="secondary"
        >
          {t('preparation.name')}
        </LinkButton>
      }
    >
      <Awaited query={{ data: list, error: query.error, refetch: query.refetch }}>
        {({ items }) => <Desk editionId={editionId} items={items} />}
      </Awaited>
      <Links editionId={editionId} title={t('links.title')} />
    </EditionFrame>
  )
}

function useTitle(list: FeedbackList | undefined): string {
  const t = useTexts(feedbackTexts)
  if (!list) return t('name')
  const { items, waiting } = list
  if (items.length === 0) return t('title.none')
  if (waiting > 0) return t('title.waiting', { count: waiting })
  const unread = items.filter(({ state }) => state === 'received').length
  return unread > 0 ? t('title.unread', { count: unread }) : t('title.done')
}

function Desk({ editionId, items }: Props & { readonly items: readonly FeedbackLine[] }) {
  const t = useTexts(feedbackTexts)
  const search = useSearch({ strict: false }) as Search
  const columns = useColumns()
  const chosen = items.find(({ feedbackId }) => feedbackId === search.feedback) ?? items[0]
  if (!chosen) return <EmptyState title={t('title.none')}>{t('empty')}</EmptyState>
  const kept = Object.fromEntries(
    Object.entries(search).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
  )
  return (
    <div className="lp-feedback-desk">
      <div className="lp-card">
        <DataTable
          title={t('list')}
          rows={items}
          columns={columns}
          rowKey={({ feedbackId }) => feedbackId}
          rowLink={({ feedbackId }) => ({
            to: '/measure/editions/$editionId/feedback',
            params: { editionId },
            search: { ...kept, feedback: feedbackId },
          })}
          isHighlighted={({ feedbackId }) => feedbackId === chosen.feedbackId}
        />
      </div>
      <div className="lp-card lp-feedback-open">
        <FeedbackDetail key={chosen.feedbackId} editionId={editionId} feedback={chosen} />
      </div>
    </div>
  )
}

const shortText = 90

function useColumns(): readonly TableColumn<FeedbackLine>[] {
  const t = useTexts(feedbackTexts)
  const format = useFormats()
  const nameOf = useSenderName()
  return useMemo(
    () => [
      {
        id: 'text',
        header: t('mine.text'),
        value: ({ text }) => text,
        cell: ({ text }) => (text.length > shortText ? `${text.slice(0, shortText).trimEnd()} …` : text),
      },
      {
        id: 'state',
        header: t('filterState'),
        value: (line) => (isWaiting(line) ? t('waits') : t(`state.${line.state}`)),
        cell: (line) =>
          isWaiting(line) ? (
            <Status tone="bad">{t('waits')}</Status>
          ) : (
            <Status tone={stateTones[line.state]}>{t(`state.${line.state}`)}</Status>
          ),
        filter: { of: ({ state }) => state, label: (code) => t(`state.${code as 'received'}`) },
      },
      {
        id: 'topic',
        header: t('filterTopic'),
        value: ({ topic }) => t(`topic.${topic}`),
        hidden: true,
        filter: { of: ({ topic }) => topic, label: (code) => t(`topic.${code as 'other'}`) },
      },
      { id: 'from', header: t('source.participant'), value: nameOf, hidden: true },
      {
        id: 'received',
        header: t('links.received'),
        value: ({ receivedAt }) => receivedAt.slice(0, 10),
        cell: ({ receivedAt }) => format.shortDate(receivedAt),
      },
    ],
    [t, format, nameOf],
  )
}
