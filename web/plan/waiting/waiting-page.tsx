/** What does waiting do to our customers? When they give up, how long they would have waited, and what they do next. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { AfterView, WaitingView } from '../../../src/plan/waiting/contract.ts'
import { api } from '../../api.ts'
import { LinkButton } from '../../design/link-button.tsx'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { waitingTexts } from '../../i18n/waiting.ts'
import { useHasRole } from '../../session.ts'
import { PlanFrame } from '../plan-frame.tsx'
import { AfterCard } from './after-card.tsx'
import { CallbackCard } from './callback-card.tsx'
import { Queues, WeeksChoice } from './choices.tsx'
import { Headlines } from './headlines.tsx'
import { MeasuredCard } from './measured-card.tsx'
import { PatienceCard } from './patience-card.tsx'
import { TopicsCard } from './topics-card.tsx'
import { TrendCards } from './trend-cards.tsx'
import { type Chosen, useChosen } from './use-chosen.ts'
import { useFinding } from './use-words.ts'
import { WeekMap } from './week-map.tsx'
import './waiting.css'

export function WaitingPage() {
  const chosen = useChosen()
  const { queueId, weeks, days } = chosen
  const asked = { ...(queueId && { queueId }), weeks }
  const query = useQuery({
    ...api.waiting.get.queryOptions({ input: asked }),
    placeholderData: keepPreviousData,
  })
  const view = query.data as WaitingView | undefined
  const after = useQuery({
    ...api.waiting.after.queryOptions({ input: { ...asked, days } }),
    enabled: view?.queue != null,
    placeholderData: keepPreviousData,
  })
  const title = useFinding(view, after.data as AfterView | undefined)
  const subtitle = useSubtitle(view)
  return (
    <PlanFrame
      part="waiting"
      width="wide"
      title={title}
      {...(subtitle && { subtitle })}
      actions={view?.queue && <WeeksChoice chosen={chosen} />}
    >
      <Awaited query={{ ...query, data: view }} lines={12}>
        {(answer) => (
          <Filled view={answer} chosen={chosen} after={{ ...after, data: after.data as AfterView }} />
        )}
      </Awaited>
    </PlanFrame>
  )
}

function useSubtitle(view: WaitingView | undefined): string | undefined {
  const t = useTexts(waitingTexts)
  const { shortDate } = useFormats()
  if (!view?.queue) return undefined
  const parts = [
    t('subtitle', { from: shortDate(view.from), to: shortDate(view.to) }),
    t(`counts.${view.countsFrom}`),
    ...(view.total.p50 === null ? [] : [t(`logIs.${view.logIs}`)]),
  ]
  return parts.filter((part) => part !== '').join(' ')
}

type Props = {
  readonly view: WaitingView
  readonly chosen: Chosen
  readonly after: {
    readonly data: AfterView | undefined
    readonly error: unknown
    readonly refetch: () => unknown
  }
}

function Filled({ view, chosen, after }: Props) {
  const t = useTexts(waitingTexts)
  const plans = useHasRole('manager', 'planner', 'admin')
  if (view.queue === null)
    return (
      <div className="lp-card">
        <EmptyState title={t('empty')} actions={<LinkButton to="/plan/traffic">{t('toQueues')}</LinkButton>}>
          {t('emptyText')}
        </EmptyState>
      </div>
    )
  const queue = view.queue
  const isKnown = view.total.gaveUp !== null || view.total.meanWait !== null
  return (
    <>
      <Queues view={view} chosen={chosen} />
      {!isKnown && (
        <div className="lp-card">
          <EmptyState title={t('nothing')}>{t('nothingText')}</EmptyState>
        </div>
      )}
      {isKnown && (
        <>
          <Headlines view={view} chosen={chosen} after={after.data} />
          <WeekMap view={view} chosen={chosen} />
          <TrendCards view={view} />
        </>
      )}
      <PatienceCard queue={queue} weeks={view.weeks} mayTake={plans} />
      {queue.kind !== 'tasks' && (
        <Awaited query={after}>
          {(answer) => (
            <div className="lp-waiting__two">
              <AfterCard view={view} after={answer} chosen={chosen} />
              <TopicsCard after={answer} />
            </div>
          )}
        </Awaited>
      )}
      {plans && queue.kind === 'calls' && <CallbackCard queue={queue} medianWait={view.total.p50} />}
      {plans && <MeasuredCard queueId={queue.id} weeks={view.weeks} />}
    </>
  )
}
