/** How is it going, what will the rest of the day be, and what can I do? */
import { LinkButton } from '../../design/link-button.tsx'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { todayTexts } from '../../i18n/today.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useHasRole } from '../../session.ts'
import { PlanFrame } from '../plan-frame.tsx'
import { DayCard } from './day-card.tsx'
import { DoneCard } from './done-card.tsx'
import { MissingCounts } from './missing-counts.tsx'
import { mostNeeded, OwnDay } from './own-day.tsx'
import { ProposalsCard } from './proposals-card.tsx'
import { QueueTiles } from './queue-tiles.tsx'
import { RestCard } from './rest-card.tsx'
import { useTodayTitle } from './use-title.ts'
import {
  type Chosen,
  clockOfInstant,
  openedOf,
  type QueueNeed,
  type TodayPlan,
  type TodayQueue,
  type TodayView,
  useChosen,
  useNeeds,
  usePlan,
  useTodayView,
} from './use-today.ts'
import './today.css'

export function TodayPage() {
  const chosen = useChosen()
  const plans = useHasRole('manager', 'planner', 'admin')
  const readsTraffic = useHasRole('manager', 'editor', 'planner', 'admin')
  const query = useTodayView()
  const needsQuery = useNeeds()
  const view = query.data as TodayView | undefined
  const needs = (needsQuery.data?.queues ?? []) as readonly QueueNeed[]
  const day = view && openedOf(view, needs, chosen)
  const need = needs.find(({ queueId }) => queueId === day?.queue.id)
  const title = useTodayTitle()(day, need, view?.now ?? '')
  const agentTitle = useAgentTitle()(needs)
  const subtitle = useSubtitle(view, day)
  return (
    <PlanFrame
      part="today"
      width="wide"
      title={readsTraffic ? title : agentTitle}
      {...(subtitle && { subtitle })}
    >
      <Awaited query={{ ...query, data: view }} lines={12}>
        {(answer) =>
          day ? (
            <>
              {!readsTraffic && <OwnDay view={answer} needs={needs} />}
              <QueueTiles view={answer} needs={needs} chosen={chosen} openedId={day.queue.id} />
              <MissingCounts view={answer} day={day} />
              {day.cells.length > 0 && <DayCard view={answer} day={day} need={need} />}
              {plans && day.opening.length > 0 && <Planning queueId={day.queue.id} chosen={chosen} />}
            </>
          ) : (
            <NoQueue />
          )
        }
      </Awaited>
    </PlanFrame>
  )
}

function Planning({ queueId, chosen }: { readonly queueId: string; readonly chosen: Chosen }) {
  const query = usePlan(queueId, chosen)
  return (
    <Awaited query={query} lines={6}>
      {(answer) => {
        const plan = answer as TodayPlan
        return (
          <>
            <div className="lp-today-plan">
              <ProposalsCard plan={plan} chosen={chosen} />
              <RestCard plan={plan} />
            </div>
            <DoneCard plan={plan} />
          </>
        )
      }}
    </Awaited>
  )
}

function NoQueue() {
  const t = useTexts(todayTexts)
  const plans = useHasRole('manager', 'planner', 'admin')
  return (
    <div className="lp-card">
      <EmptyState
        title={t('empty.title')}
        actions={plans && <LinkButton to="/plan/traffic">{t('empty.go')}</LinkButton>}
      >
        {t('empty.text')}
      </EmptyState>
    </div>
  )
}

function useAgentTitle(): (needs: readonly QueueNeed[]) => string {
  const t = useTexts(todayTexts)
  const { time } = useFormats()
  return (needs) => {
    const most = mostNeeded(needs)
    if (most?.worst) {
      const { from, to, missing } = most.worst
      return t('agent.titleShort', { queue: most.name, from: time(from), to: time(to), n: missing })
    }
    const isKnown = needs.some(({ now }) => now !== null && now.on !== null)
    return isKnown ? t('agent.titleEnough') : t('agent.titleUnknown')
  }
}

function useSubtitle(view: TodayView | undefined, day: TodayQueue | undefined): string | undefined {
  const t = useTexts(todayTexts)
  const { time } = useFormats()
  if (!view || !day) return undefined
  const read = time(clockOfInstant(view.now))
  return day.seenUntil === null
    ? t('subtitleNone', { read })
    : t('subtitle', { until: time(clockOfInstant(day.seenUntil)), read })
}
