/** The queues: what is answered, when it is open, and in which intervals it is counted. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { QueueView } from '../../../../src/plan/traffic/queues/contract.ts'
import type { OpeningException } from '../../../../src/plan/traffic/rules/queue.ts'
import { api } from '../../../api.ts'
import { FormDialog } from '../../../design/confirm-dialog.tsx'
import { LinkButton } from '../../../design/link-button.tsx'
import { linkTo } from '../../../design/path-target.ts'
import { Awaited, EmptyState, ErrorState } from '../../../design/states.tsx'
import { Tag } from '../../../design/status.tsx'
import { trafficQueuesTexts } from '../../../i18n/traffic-queues.ts'
import { understandTexts } from '../../../i18n/understand.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'
import { useHasRole } from '../../../session.ts'
import { TrafficFrame } from '../traffic-frame.tsx'
import { trafficLink, useChosen } from '../use-chosen.ts'
import { useAfterChange } from '../use-traffic-change.ts'
import { Exceptions } from './exceptions.tsx'
import { QueueForm } from './queue-form.tsx'
import { useWeekWords } from './use-week-words.ts'

export type ListedQueue = QueueView & { readonly exceptions: readonly OpeningException[] }

export function QueuesPage() {
  const t = useTexts(trafficQueuesTexts)
  const { queueId } = useChosen()
  const plans = useHasRole('manager', 'planner', 'admin')
  const query = useQuery(api.traffic.queues.list.queryOptions({ input: {} }))
  const [editing, setEditing] = useState<QueueView | 'new'>()
  const navigate = useNavigate()
  const inUse = (query.data?.items ?? []).filter(({ closedAt }) => closedAt === null)
  const done = (created: string | undefined): void => {
    setEditing(undefined)
    // A new queue's next step is its counts.
    if (created !== undefined)
      void navigate(
        linkTo(trafficLink({ queueId: created }, '/plan/traffic/counts')) as Parameters<typeof navigate>[0],
      )
  }
  return (
    <TrafficFrame
      current="queues"
      queueId={queueId}
      title={query.data ? t('title', { count: inUse.length }) : t('name')}
      subtitle={t('subtitle')}
      actions={plans && <Button onClick={() => setEditing('new')}>{t('add')}</Button>}
    >
      <Awaited query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <div className="lp-card">
              <EmptyState
                title={t('empty')}
                actions={plans && <Button onClick={() => setEditing('new')}>{t('add')}</Button>}
              >
                {t('emptyText')}
              </EmptyState>
            </div>
          ) : (
            <div className="lp-columns lp-columns--wide">
              {items.map((queue) => (
                <QueueCard key={queue.id} queue={queue} onEdit={() => setEditing(queue)} />
              ))}
            </div>
          )
        }
      </Awaited>
      <FormDialog
        open={editing !== undefined}
        title={t(editing === 'new' ? 'add' : 'edit')}
        onClose={() => setEditing(undefined)}
      >
        <QueueForm {...(editing !== 'new' && editing && { queue: editing })} onDone={done} />
      </FormDialog>
    </TrafficFrame>
  )
}

type CardProps = { readonly queue: ListedQueue; readonly onEdit: () => void }

function QueueCard({ queue, onEdit }: CardProps) {
  const t = useTexts(trafficQueuesTexts)
  const words = useTexts(understandTexts)
  const { date } = useFormats()
  const plans = useHasRole('manager', 'planner', 'admin')
  const after = useAfterChange()
  const isClosed = queue.closedAt !== null
  const close = useMutation(
    api.traffic.queues.close.mutationOptions(after(t(isClosed ? 'opened' : 'closedNow'))),
  )
  const { id } = queue
  return (
    <article className="lp-card">
      <div className="lp-card__head">
        <h2>{queue.name}</h2>
        {isClosed ? <Tag>{t('notInUse')}</Tag> : <Tag>{words(`channel.${queue.channel}`)}</Tag>}
      </div>
      <table className="lp-traffic-facts">
        <tbody>
          <Row name={t('kind.title')} value={t(`kind.${queue.kind}`)} />
          <Row name={t('interval')} value={t('minutes', { n: queue.intervalMinutes })} />
          <Row name={t('opening')} value={useWeekWords()(queue.opening)} />
          <Row
            name={t('counts')}
            value={
              queue.firstDay && queue.lastDay
                ? t('countsFrom', { from: date(queue.firstDay), to: date(queue.lastDay) })
                : t('noCounts')
            }
          />
          {queue.skill !== '' && <Row name={t('skill')} value={queue.skill} />}
        </tbody>
      </table>
      <Exceptions queue={queue} />
      <div className="lp-row lp-no-print">
        {plans && !isClosed && (
          <>
            <Button variant="secondary" data-size="sm" onClick={onEdit}>
              {t('edit')}
            </Button>
            <LinkButton
              {...linkTo(trafficLink({ queueId: id }, '/plan/traffic/counts'))}
              variant="tertiary"
              data-size="sm"
            >
              {t('bringIn')}
            </LinkButton>
          </>
        )}
        {!isClosed && (
          <LinkButton {...linkTo(trafficLink({ queueId: id }))} variant="tertiary" data-size="sm">
            {t('toForecast')}
          </LinkButton>
        )}
        {plans && (
          <Button
            variant="tertiary"
            data-size="sm"
            loading={close.isPending}
            onClick={() => close.mutate({ queueId: id, closed: !isClosed })}
          >
            {t(isClosed ? 'openAgain' : 'close')}
          </Button>
        )}
      </div>
      {close.error && <ErrorState error={close.error} />}
    </article>
  )
}

function Row({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="lp-traffic-wrap">{value}</td>
    </tr>
  )
}
