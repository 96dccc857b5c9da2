/** Will we answer next week? Where not, why, and what would help. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { addDays, isoWeek } from '../../../src/kernel/calendar.ts'
import type { PlanOverview } from '../../../src/plan/staffing/contract.ts'
import { api } from '../../api.ts'
import { LinkButton } from '../../design/link-button.tsx'
import { linkTo } from '../../design/path-target.ts'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { planOverviewTexts } from '../../i18n/plan-overview.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useHasRole } from '../../session.ts'
import { PlanFrame } from '../plan-frame.tsx'
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
      actions={<WeekChoice overview={overview} week={week} />}
    >
      <Awaited query={query} lines={12}>
        {(answer) => <Filled overview={answer as PlanOverview} week={week} />}
      </Awaited>
    </PlanFrame>
  )
}

type Choosing = { readonly week: ChosenWeek }

function Filled({ overview, week }: Choosing & { readonly overview: PlanOverview }) {
  const t = useTexts(planOverviewTexts)
  if (overview.queue === null)
    return (
      <div className="lp-card">
        <EmptyState title={t('empty')} actions={<LinkButton to="/plan/traffic">{t('toTraffic')}</LinkButton>}>
          {t('emptyText')}
        </EmptyState>
      </div>
    )
  return (
    <>
      {overview.queues.length > 1 && <Queues overview={overview} week={week} />}
      {overview.lacks === null && overview.cells.length > 0 ? (
        <RiskMap overview={overview} />
      ) : (
        <div className="lp-card">
          <EmptyState title={t(`lacks.${overview.lacks ?? 'quiet'}.title`)}>
            {t(`lacks.${overview.lacks ?? 'quiet'}.text`)}
          </EmptyState>
        </div>
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
    <nav className="lp-parts" aria-label={t('queues')}>
      <ul>
        {overview.queues.map(({ id, name, worst, lacks }) => (
          <li key={id}>
            <Link
              {...linkTo(weekLink({ ...week, queueId: id }))}
              {...(id === overview.queue?.id ? { 'aria-current': 'page' as const } : {})}
            >
              {name}
              <span className="lp-small lp-quiet lp-plan-tab">
                {lacks !== null
                  ? t('tab.unknown')
                  : worst
                    ? t('tab.missing', { n: worst.missing })
                    : t('tab.fine')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function WeekChoice({ overview, week }: Choosing & { readonly overview: PlanOverview | undefined }) {
  const t = useTexts(planOverviewTexts)
  if (!overview?.queue) return null
  const step = (weeks: number) => weekLink({ ...week, from: addDays(overview.from, 7 * weeks) })
  return (
    <>
      <LinkButton {...step(-1)} variant="tertiary">
        {t('before')}
      </LinkButton>
      <LinkButton {...step(1)} variant="tertiary">
        {t('after')}
      </LinkButton>
    </>
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
