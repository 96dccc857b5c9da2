/** Which channel settles each topic best, what could move to self-service, and what must not? */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ChannelStrategy } from '../../../src/understand/overview/contract.ts'
import { api } from '../../api.ts'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { DataTable } from '../../design/table/data-table.tsx'
import { overviewTexts } from '../../i18n/overview.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { UnderstandFrame } from '../understand-frame.tsx'
import { CostsCard } from './costs-card.tsx'
import { topicLink } from './links.ts'
import { OldFigures } from './old-figures.tsx'
import { PeriodChoice } from './period-choice.tsx'
import { useStrategyColumns } from './strategy-columns.tsx'
import { type UsePeriod, usePeriod } from './use-period.ts'
import './overview.css'

export function ChannelsPage() {
  const period = usePeriod()
  const t = useTexts(overviewTexts)
  const { from, to } = period.chosen
  const query = useQuery({
    ...api.overview.channels.get.queryOptions({ input: { ...(from && { from }), ...(to && { to }) } }),
    placeholderData: keepPreviousData,
  })
  const { title, subtitle } = useHead(query.data as ChannelStrategy | undefined)
  return (
    <UnderstandFrame part="channels" width="wide" title={title} {...(subtitle && { subtitle })}>
      <Awaited query={query} lines={12}>
        {(answer) =>
          answer.period === null ? (
            <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
          ) : (
            <Filled strategy={answer as ChannelStrategy} period={period} />
          )
        }
      </Awaited>
    </UnderstandFrame>
  )
}

function useHead(strategy: ChannelStrategy | undefined): {
  readonly title: string
  readonly subtitle?: string
} {
  const t = useTexts(overviewTexts)
  const format = useFormats()
  if (!strategy?.period) return { title: t('channels.name') }
  const count = (verdict: string) => strategy.rows.filter((row) => row.verdict === verdict).length
  const movable = count('move')
  const { from, to } = strategy.period
  return {
    title: movable === 0 ? t('channels.titleNone') : t('channels.title', { count: movable }),
    subtitle: t('channels.subtitle', {
      stay: count('stay'),
      cause: count('cause'),
      from: format.shortDate(from),
      to: format.date(to),
    }),
  }
}

function Filled({ strategy, period }: { readonly strategy: ChannelStrategy; readonly period: UsePeriod }) {
  const t = useTexts(overviewTexts)
  const columns = useStrategyColumns()
  return (
    <>
      <OldFigures period={strategy.period!} />
      <PeriodChoice {...period} period={strategy.period!} withChannel={false} />
      <div className="lp-card">
        <DataTable
          title={t('channels.table')}
          rows={strategy.rows}
          columns={columns}
          rowKey={({ topicId }) => topicId}
          rowLink={({ topicId }) => topicLink(topicId)}
        />
      </div>
      <CostsCard strategy={strategy} />
    </>
  )
}
