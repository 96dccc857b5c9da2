/** What will come, and why? What came and what is expected on one line, a day with its reasons, and how good it has been. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { TrafficView } from '../../../src/plan/traffic/contract.ts'
import { api } from '../../api.ts'
import { LinkButton } from '../../design/link-button.tsx'
import { linkTo } from '../../design/path-target.ts'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { trafficTexts } from '../../i18n/traffic.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useHasRole } from '../../session.ts'
import { DayCard } from './day/day-card.tsx'
import { ForecastState, MakeButton, useMaking } from './forecast-state.tsx'
import { PastCard } from './past-card.tsx'
import { ProposedShock } from './proposed-shock.tsx'
import { QueueChoice } from './queue-choice.tsx'
import { TimelineCard } from './timeline-card.tsx'
import { TrafficFrame } from './traffic-frame.tsx'
import { type Chosen, trafficLink, useChoose, useChosen } from './use-chosen.ts'
import { useTrafficFinding } from './use-traffic-finding.ts'

/** Milliseconds between looks while a forecast is on its way. */
const lookAgain = 2000

export function TrafficPage() {
  const chosen = useChosen()
  const { queueId, from, to } = chosen
  const query = useQuery({
    ...api.traffic.get.queryOptions({
      input: { ...(queueId && { queueId }), ...(from && { from }), ...(to && { to }) },
    }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (isOnItsWay(state.data as TrafficView | undefined) ? lookAgain : false),
  })
  const view = query.data as TrafficView | undefined
  const making = useMaking(view?.queueId ?? null)
  const title = useTrafficFinding(view)
  const subtitle = useSubtitle(view)
  return (
    <TrafficFrame
      current="forecast"
      queueId={view?.queueId ?? queueId}
      title={title}
      {...(subtitle && { subtitle })}
      actions={view?.forecast && <MakeButton making={making} />}
    >
      <Awaited query={{ ...query, data: view }} lines={12}>
        {(answer) => <Filled view={answer} chosen={chosen} making={making} />}
      </Awaited>
    </TrafficFrame>
  )
}

function isOnItsWay(view: TrafficView | undefined): boolean {
  const queue = view?.queues.find(({ id }) => id === view.queueId)
  if (!queue || queue.closedAt !== null || queue.firstDay === null) return false
  return view?.forecast ? view.forecast.isStale : view?.forecastComing === true
}

type Props = {
  readonly view: TrafficView
  readonly chosen: Chosen
  readonly making: ReturnType<typeof useMaking>
}

function Filled({ view, chosen, making }: Props) {
  if (view.queueId === null) return <NoQueue />
  const queue = view.queues.find(({ id }) => id === view.queueId)
  if (queue?.firstDay === null) return <NoTraffic view={view} chosen={chosen} queueId={view.queueId} />
  const openDay =
    chosen.day ??
    view.finding?.day ??
    view.forecast?.days.find(({ mean }) => mean > 0)?.date ??
    queue?.lastDay
  return (
    <>
      <ForecastState view={view} making={making} />
      <ProposedShock view={view} />
      <TimelineCard view={view} chosen={chosen} openDay={openDay ?? undefined} />
      {openDay && <DayCard view={view} queueId={view.queueId} day={openDay} chosen={chosen} />}
      {view.forecast && <PastCard past={view.forecast.past} methodVersion={view.forecast.methodVersion} />}
    </>
  )
}

/** From nothing to a forecast: a queue, a file, and then it comes by itself. */
function NoQueue() {
  const t = useTexts(trafficTexts)
  const plans = useHasRole('manager', 'planner', 'admin')
  return (
    <div className="lp-card">
      <EmptyState
        title={t('empty.title')}
        actions={
          plans && (
            <LinkButton {...linkTo(trafficLink({}, '/plan/traffic/queues'))}>{t('empty.queue')}</LinkButton>
          )
        }
      >
        {t(plans ? 'empty.text' : 'empty.others')}
      </EmptyState>
    </div>
  )
}

function NoTraffic({ view, chosen, queueId }: Omit<Props, 'making'> & { readonly queueId: string }) {
  const t = useTexts(trafficTexts)
  const choose = useChoose()
  const plans = useHasRole('manager', 'planner', 'admin')
  return (
    <div className="lp-card">
      <QueueChoice
        queues={view.queues}
        queueId={queueId}
        onQueue={(id) => choose({ ...chosen, queueId: id })}
      />
      <EmptyState
        title={t('empty.noTraffic')}
        actions={
          plans && (
            <LinkButton {...linkTo(trafficLink({ queueId }, '/plan/traffic/counts'))}>
              {t('empty.bringIn')}
            </LinkButton>
          )
        }
      >
        {t('empty.noTrafficText')}
      </EmptyState>
    </div>
  )
}

function useSubtitle(view: TrafficView | undefined): string | undefined {
  const t = useTexts(trafficTexts)
  const { instant, date } = useFormats()
  const queue = view?.queues.find(({ id }) => id === view.queueId)
  if (!view || !queue) return t('subtitle.none')
  if (view.forecastComing) return undefined
  if (!view.forecast) return queue.firstDay === null ? t('subtitle.noTraffic') : t('subtitle.tooShort')
  return t('subtitle.made', {
    at: instant(view.forecast.madeAt),
    version: view.forecast.methodVersion,
    from: date(queue.firstDay ?? view.from),
    share: Math.round(view.forecast.modelShare * 100),
  })
}
