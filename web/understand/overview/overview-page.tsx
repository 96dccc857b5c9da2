/** What do they ask, in which channels, is it getting better? */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Overview } from '../../../src/understand/overview/contract.ts'
import { api } from '../../api.ts'
import { LinkButton } from '../../design/link-button.tsx'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { DataTable } from '../../design/table/data-table.tsx'
import { overviewTexts } from '../../i18n/overview.ts'
import { understandTexts } from '../../i18n/understand.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useHasRole } from '../../session.ts'
import { UnderstandFrame } from '../understand-frame.tsx'
import { Definitions } from './definitions.tsx'
import { HeadlineCards } from './headline-cards.tsx'
import { bringInLink, curateLink, topicLink } from './links.ts'
import { MixLegend } from './mix-bar.tsx'
import { NeckCard } from './neck-card.tsx'
import { OldFigures } from './old-figures.tsx'
import { PeriodChoice } from './period-choice.tsx'
import { RisingCard } from './rising-card.tsx'
import { isTopic, useTopicColumns } from './topic-columns.tsx'
import { useAnswerStates } from './use-answer-states.ts'
import { type UsePeriod, usePeriod } from './use-period.ts'
import './overview.css'

export function OverviewPage() {
  const mayRead = useHasRole('manager', 'agent', 'editor', 'planner', 'admin')
  return mayRead ? <Reading /> : <ForOthers />
}

/** Whoever only measures has nothing here, and is told why. */
function ForOthers() {
  const t = useTexts(overviewTexts)
  return (
    <UnderstandFrame part="overview" title={t('title.others')}>
      <p>{t('others')}</p>
    </UnderstandFrame>
  )
}

function Reading() {
  const period = usePeriod()
  const query = useQuery({
    ...api.overview.get.queryOptions({ input: period.chosen }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.period?.isOld === true ? 3000 : false),
  })
  const title = useTitle(query.data as Overview | undefined)
  const subtitle = useSubtitle(query.data as Overview | undefined)
  return (
    <UnderstandFrame
      part="overview"
      width="wide"
      title={title}
      {...(subtitle && { subtitle })}
      actions={<Actions overview={query.data as Overview | undefined} />}
    >
      <Awaited query={query} lines={12}>
        {(overview) =>
          overview.period === null ? <Empty /> : <Filled overview={overview as Overview} period={period} />
        }
      </Awaited>
    </UnderstandFrame>
  )
}

function Filled({ overview, period }: { readonly overview: Overview; readonly period: UsePeriod }) {
  const t = useTexts(overviewTexts)
  const { number } = useFormats()
  const answers = useAnswerStates()
  const columns = useTopicColumns({ period: overview.period!, answers, topics: overview.topics })
  return (
    <>
      <OldFigures period={overview.period!} />
      <PeriodChoice {...period} period={overview.period!} />
      <HeadlineCards overview={overview} />
      <div className="lp-card lp-topics">
        <DataTable
          title={t('table.title')}
          rows={overview.topics}
          columns={columns}
          rowKey={({ topicId }) => topicId}
          rowLink={(line) => (isTopic(line) ? topicLink(line.topicId) : curateLink)}
          actions={<MixLegend mix={overview.totals.mix} />}
        />
        <p className="lp-small lp-quiet">
          {t('reconcile', { contacts: number(Math.round(overview.totals.contacts)) })}
        </p>
      </div>
      <div className="lp-two">
        <NeckCard overview={overview} />
        <RisingCard overview={overview} />
      </div>
      <Definitions overview={overview} />
    </>
  )
}

function Actions({ overview }: { readonly overview: Overview | undefined }) {
  const t = useTexts(overviewTexts)
  const mayPrioritise = useHasRole('manager', 'editor', 'planner', 'admin')
  if (!overview?.period) return null
  return (
    <>
      {overview.tray.texts > 0 && mayPrioritise && (
        <LinkButton {...curateLink} variant="tertiary">
          {t('toCurate')}
        </LinkButton>
      )}
      {mayPrioritise && (
        <LinkButton to="/understand/priority" variant="secondary">
          {t('toPriority')}
        </LinkButton>
      )}
    </>
  )
}

function Empty() {
  const t = useTexts(overviewTexts)
  return (
    <div className="lp-card">
      <EmptyState
        title={t('empty.title')}
        actions={<LinkButton {...bringInLink}>{t('empty.action')}</LinkButton>}
      >
        {t('empty.text')}
      </EmptyState>
    </div>
  )
}

const spoken = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const

function useTitle(overview: Overview | undefined): string {
  const t = useTexts(overviewTexts)
  if (overview === undefined) return t('title.loading')
  if (overview.period === null) return t('title.empty')
  const { finding, points } = overview.neck
  if (finding === null) return t('title.spread', { number: points.length })
  const words = t(`count.n${spoken[finding.topics - 1]!}`)
  return t('title.finding', { count: finding.topics, words, part: t(`part.${finding.share}`) })
}

function useSubtitle(overview: Overview | undefined): string | undefined {
  const t = useTexts(overviewTexts)
  const words = useTexts(understandTexts)
  const format = useFormats()
  if (!overview?.period) return undefined
  const { from, to, channel } = overview.period
  const days = { from: format.shortDate(from), to: format.date(to) }
  const contacts = format.number(Math.round(overview.totals.contacts))
  if (channel !== null)
    return t('subtitleOne', { ...days, contacts, channel: words(`channel.${channel}`).toLowerCase() })
  return t('subtitle', {
    ...days,
    contacts,
    channels: overview.totals.mix.length,
    tray: format.number(overview.tray.texts),
  })
}
