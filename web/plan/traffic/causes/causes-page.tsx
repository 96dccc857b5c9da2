/** What moves traffic: events with what they have done, shocks, and values from outside. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { addDays } from '../../../../src/kernel/calendar.ts'
import { toLocal } from '../../../../src/kernel/zone.ts'
import type { TrafficView } from '../../../../src/plan/traffic/contract.ts'
import { api } from '../../../api.ts'
import { Progress } from '../../../design/progress.tsx'
import { Awaited } from '../../../design/states.tsx'
import { trafficTexts } from '../../../i18n/traffic.ts'
import { trafficCausesTexts } from '../../../i18n/traffic-causes.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'
import { QueueChoice } from '../queue-choice.tsx'
import { TrafficFrame } from '../traffic-frame.tsx'
import { useChoose, useChosen } from '../use-chosen.ts'
import { DriversCard } from './drivers-card.tsx'
import { EventsTable } from './events-table.tsx'
import { KindsCard } from './kinds-card.tsx'
import { ShocksCard } from './shocks-card.tsx'

export function CausesPage() {
  const t = useTexts(trafficCausesTexts)
  const { queueId } = useChosen()
  const today = toLocal(new Date()).date
  const query = useQuery({
    ...api.traffic.get.queryOptions({
      input: { ...(queueId && { queueId }), from: addDays(today, -400), to: addDays(today, 366) },
    }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      (state.data as TrafficView | undefined)?.forecast?.isStale ? 2000 : false,
  })
  const view = query.data as TrafficView | undefined
  const title = useCausesFinding(view)
  return (
    <TrafficFrame current="causes" queueId={view?.queueId ?? queueId} title={title} subtitle={t('subtitle')}>
      <Awaited query={{ ...query, data: view }} lines={10}>
        {(answer) => <Filled view={answer} />}
      </Awaited>
    </TrafficFrame>
  )
}

function Filled({ view }: { readonly view: TrafficView }) {
  const t = useTexts(trafficTexts)
  const choose = useChoose('/plan/traffic/causes')
  return (
    <>
      {view.queues.length > 1 && (
        <div className="lp-traffic-choice lp-no-print">
          <QueueChoice
            queues={view.queues}
            queueId={view.queueId}
            onQueue={(queueId) => choose({ queueId })}
          />
        </div>
      )}
      {view.forecast?.isStale && (
        <div className="lp-card">
          <Progress label={t('make.stale')} />
        </div>
      )}
      <KindsCard view={view} />
      <EventsTable view={view} />
      {view.queueId && <ShocksCard view={view} queueId={view.queueId} />}
      <DriversCard queues={view.queues} />
    </>
  )
}

/** The kind of event that has been found to do most. */
function useCausesFinding(view: TrafficView | undefined): string {
  const t = useTexts(trafficCausesTexts)
  const { percent } = useFormats()
  const queue = view?.queues.find(({ id }) => id === view.queueId)?.name
  const learned = (view?.kinds ?? []).flatMap(({ name, learned: found }) => {
    if (found?.basis !== 'learned') return []
    const peak = found.days.reduce((most, day) => (Math.abs(day.change) > Math.abs(most.change) ? day : most))
    return [{ name, ...peak }]
  })
  const sure = learned.filter(({ low, high }) => low > 0 || high < 0)
  const most = sure.toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change))[0]
  if (queue === undefined || !most) return t('title')
  return t(most.change > 0 ? 'findingMore' : 'findingFewer', {
    queue,
    event: most.name,
    share: percent(Math.abs(most.change)),
  })
}
