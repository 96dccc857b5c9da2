/** Will we answer next week? Where not, why, and what would help. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { isoWeek } from '../../../src/kernel/calendar.ts'
import type { PlanOverview } from '../../../src/plan/staffing/contract.ts'
import { api } from '../../api.ts'
import { LinkButton } from '../../design/link-button.tsx'
import { Awaited } from '../../design/states.tsx'
import { planOverviewTexts } from '../../i18n/plan-overview.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useHasRole } from '../../session.ts'
import { LacksCard, nextLook } from '../lacks-card.tsx'
import { NoQueues } from '../no-queues.tsx'
import { PlanFrame } from '../plan-frame.tsx'
import { QueueTabs } from '../queue-tabs.tsx'
import { WeekSteps } from '../week-steps.tsx'
import { CauseCard } from './cause-card.tsx'
import { ForecastCard } from './forecast-card.tsx'
import { PastCard } from './past-card.tsx'
import { RiskMap } from './risk-map.tsx'
import { useFinding } from './use-finding.ts'
import { useTarget } from './use-target.ts'
import { type ChosenWeek, useWeek, weekLink } from './use-week.ts'
import './overview.css'

export function PlanOverviewPage() {
  const plans = useHasRole('manager', 'planner', 'admin')
  return plans ? <Planning /> : <ForOthers />
}

function ForOthers() {
  const t = useTexts(planOverviewTexts)
  const isAgent = useHasRole('agent')
  return (
    <PlanFrame part="overview" title={t('title.others')}>
      <p>{t('others')}</p>
      {isAgent && (
        <div>
          <LinkButton to="/plan/own">{t('own')}</LinkButton>
        </div>
      )}
    </PlanFrame>
  )
}

function Planning() {
  const week = useWeek()
  const query = useQuery({
    ...api.staffing.overview.queryOptions({ input: week }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => nextLook(state.data as PlanOverview | undefined),
  })
  const overview = query.data as PlanOverview | undefined
  const title = useFinding(overview)
  const subtitle = useSubtitle(overview)
  return (
    <PlanFrame
      part="overview"
      width="wide"
      title={title}
      {...(subtitle && { subtitle })}
      actions={
        overview?.queue && <WeekSteps from={overview.from} linkOf={(from) => weekLink({ ...week, from })} />
      }
    >
      <Awaited query={query} lines={12}>
        {(answer) => <Filled overview={answer as PlanOverview} week={week} />}
      </Awaited>
    </PlanFrame>
  )
}

type Choosing = { readonly week: ChosenWeek }

function Filled({ overview, week }: Choosing & { readonly overview: PlanOverview }) {
  if (overview.queue === null) return <NoQueues />
  return (
    <>
      <Queues overview={overview} week={week} />
      {overview.lacks === null && overview.cells.length > 0 ? (
        <RiskMap overview={overview} />
      ) : (
        <LacksCard lacks={overview.lacks} queueId={overview.queue.id} />
      )}
      {overview.worst && <CauseCard overview={overview} worst={overview.worst} />}
      {overview.expected.length > 0 && (
        <div className="lp-plan-two">
          <ForecastCard overview={overview} />
          <PastCard past={overview.past} />
        </div>
      )}
    </>
  )
}

/** Each queue with what it lacks in the week, so that the tabs alone tell where to look. */
function Queues({ overview, week }: Choosing & { readonly overview: PlanOverview }) {
  const t = useTexts(planOverviewTexts)
  return (
    <QueueTabs
      queues={overview.queues}
      current={overview.queue?.id}
      linkOf={(queueId) => weekLink({ ...week, queueId })}
      noteOf={({ worst, lacks, scheduled }) => {
        if (lacks !== null) return t(`tab.${lacks}`)
        if (!scheduled) return t('tab.nobody')
        return worst ? t('tab.missing', { n: worst.missing }) : t('tab.fine')
      }}
    />
  )
}

function useSubtitle(overview: PlanOverview | undefined): string | undefined {
  const t = useTexts(planOverviewTexts)
  const { shortDate } = useFormats()
  const target = useTarget(overview)
  if (!overview?.queue) return undefined
  return t('subtitle', {
    week: Number(isoWeek(overview.from).slice(-2)),
    from: shortDate(overview.from),
    to: shortDate(overview.to),
    target,
  })
}
