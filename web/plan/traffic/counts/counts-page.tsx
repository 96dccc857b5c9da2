/** Counts in and out: a file, the log of enquiries, a telephone system; what has come in; and everything as a file. */
import { useQuery } from '@tanstack/react-query'
import type { QueueView } from '../../../../src/plan/traffic/queues/contract.ts'
import { api } from '../../../api.ts'
import { LinkButton } from '../../../design/link-button.tsx'
import { linkTo } from '../../../design/path-target.ts'
import { Awaited, EmptyState } from '../../../design/states.tsx'
import { trafficCountsTexts } from '../../../i18n/traffic-counts.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'
import { useHasRole } from '../../../session.ts'
import { QueueChoice } from '../queue-choice.tsx'
import { TrafficFrame } from '../traffic-frame.tsx'
import { trafficLink, useChoose, useChosen } from '../use-chosen.ts'
import { Deliveries } from './deliveries.tsx'
import { ExportCard } from './export-card.tsx'
import { FileImport } from './file-import.tsx'
import { FromEnquiries } from './from-enquiries.tsx'
import { LiveGuide } from './live-guide.tsx'

export function CountsPage() {
  const t = useTexts(trafficCountsTexts)
  const { date } = useFormats()
  const chosen = useChosen()
  const query = useQuery(api.traffic.queues.list.queryOptions({ input: {} }))
  const queues = (query.data?.items ?? []).filter(({ closedAt }) => closedAt === null)
  const queue = queues.find(({ id }) => id === chosen.queueId) ?? queues[0]
  const title = !queue
    ? t('title')
    : queue.lastDay === null
      ? t('titleNone', { queue: queue.name })
      : t('titleUntil', { queue: queue.name, to: date(queue.lastDay) })
  return (
    <TrafficFrame current="counts" queueId={queue?.id} title={title} subtitle={t('subtitle')}>
      <Awaited query={query}>
        {() => (queue ? <Filled key={queue.id} queue={queue} queues={queues} /> : <NoQueue />)}
      </Awaited>
    </TrafficFrame>
  )
}

type Props = { readonly queue: QueueView; readonly queues: readonly QueueView[] }

function Filled({ queue, queues }: Props) {
  const plans = useHasRole('manager', 'planner', 'admin')
  const choose = useChoose('/plan/traffic/counts')
  return (
    <>
      {queues.length > 1 && (
        <div className="lp-traffic-choice lp-no-print">
          <QueueChoice queues={queues} queueId={queue.id} onQueue={(queueId) => choose({ queueId })} />
        </div>
      )}
      {plans && <FileImport queue={queue} />}
      <Deliveries queueId={queue.id} />
      <div className="lp-columns lp-columns--wide">
        {plans && <FromEnquiries queue={queue} />}
        <ExportCard queue={queue} />
      </div>
      {plans && <LiveGuide queueId={queue.id} minutes={queue.intervalMinutes} />}
    </>
  )
}

function NoQueue() {
  const t = useTexts(trafficCountsTexts)
  return (
    <div className="lp-card">
      <EmptyState
        title={t('noQueue')}
        actions={
          <LinkButton {...linkTo(trafficLink({}, '/plan/traffic/queues'))}>{t('toQueues')}</LinkButton>
        }
      >
        {t('noQueueText')}
      </EmptyState>
    </div>
  )
}
