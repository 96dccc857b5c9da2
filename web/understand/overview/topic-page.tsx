/** Why do they ask this, what should we answer, what are we doing about it? */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { TopicCard } from '../../../src/understand/overview/contract.ts'
import { api } from '../../api.ts'
import { LinkButton } from '../../design/link-button.tsx'
import { Awaited } from '../../design/states.tsx'
import { overviewTexts } from '../../i18n/overview.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useMe } from '../../session.ts'
import { UnderstandFrame } from '../understand-frame.tsx'
import { ChannelTable } from './channel-table.tsx'
import { HopsCard } from './hops-card.tsx'
import { recordsLink } from './links.ts'
import { OldFigures } from './old-figures.tsx'
import { PeriodChoice } from './period-choice.tsx'
import { ProfileCard } from './profile-card.tsx'
import { RecordsCard } from './records-card.tsx'
import { TopicDecisions } from './topic-decisions.tsx'
import { TopicFigures } from './topic-figures.tsx'
import { actionSlots, answerSlots, type TopicSlot } from './topic-slots.ts'
import { type UsePeriod, usePeriod } from './use-period.ts'
import { WeekChart } from './week-chart.tsx'
import './overview.css'

export function TopicPage() {
  const { topicId } = useParams({ strict: false }) as { topicId: string }
  const t = useTexts(overviewTexts)
  const period = usePeriod()
  const query = useQuery({
    ...api.overview.topic.queryOptions({ input: { topicId, ...period.chosen } }),
    placeholderData: keepPreviousData,
  })
  const card = query.data as TopicCard | undefined
  const { title, subtitle } = useHead(card)
  return (
    <UnderstandFrame
      part="overview"
      width="wide"
      title={title}
      {...(subtitle && { subtitle })}
      trail={[]}
      actions={
        card && (
          <LinkButton
            {...recordsLink(card.period, { topicId, channel: card.period.channel })}
            variant="secondary"
          >
            {t('topic.all')}
          </LinkButton>
        )
      }
    >
      <Awaited query={query} lines={12}>
        {(answer) => <Filled card={answer as TopicCard} period={period} />}
      </Awaited>
    </UnderstandFrame>
  )
}

function useHead(card: TopicCard | undefined): { readonly title: string; readonly subtitle?: string } {
  const t = useTexts(overviewTexts)
  const format = useFormats()
  if (!card) return { title: t('table.topic') }
  const { line, period } = card
  const subtitle = t('topic.subtitle', {
    contacts: format.number(Math.round(line.contacts)),
    share: format.percent(line.share, 1),
    from: format.shortDate(period.from),
    to: format.date(period.to),
  })
  if (line.rise === null) return { title: line.name, subtitle }
  return {
    title: t('topic.title.rising', {
      name: line.name,
      change: `${format.number(line.rise.change * 100, 0)} %`,
    }),
    subtitle,
  }
}

function Filled({ card, period }: { readonly card: TopicCard; readonly period: UsePeriod }) {
  const t = useTexts(overviewTexts)
  const { topicId } = card.line
  return (
    <>
      <OldFigures period={card.period} />
      <PeriodChoice {...period} period={card.period} />
      <TopicFigures card={card} />
      <h2>{t('topic.why')}</h2>
      <WeekChart card={card} />
      <div className="lp-two">
        <RecordsCard title={t('topic.typical')} records={card.typical} />
        <RecordsCard title={t('topic.odd')} records={card.odd} />
      </div>
      <div className="lp-two">
        <HopsCard hops={card.hops} />
        <ChannelTable card={card} />
      </div>
      {answerSlots.length > 0 && <h2>{t('topic.what')}</h2>}
      <Slots slots={answerSlots} topicId={topicId} />
      <h2>{t('topic.doing')}</h2>
      <div className="lp-two">
        <ProfileCard card={card} />
        <TopicDecisions card={card} />
      </div>
      <Slots slots={actionSlots} topicId={topicId} />
    </>
  )
}

function Slots({ slots, topicId }: { readonly slots: readonly TopicSlot[]; readonly topicId: string }) {
  const { roles } = useMe().person
  return slots
    .filter((slot) => slot.roles === undefined || slot.roles.some((role) => roles.includes(role)))
    .map(({ id, component: Slot }) => <Slot key={id} topicId={topicId} />)
}
