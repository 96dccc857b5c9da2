/** Days with other opening hours, or none. */
import { Button, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { toLocal } from '../../../../src/kernel/zone.ts'
import { api } from '../../../api.ts'
import { ErrorState } from '../../../design/states.tsx'
import { trafficQueuesTexts } from '../../../i18n/traffic-queues.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'
import { useHasRole } from '../../../session.ts'
import { useAfterChange } from '../use-traffic-change.ts'
import { areInOrder, SpanFields } from './opening-fields.tsx'
import type { ListedQueue } from './queues-page.tsx'
import { useSpanWords } from './use-week-words.ts'

export function Exceptions({ queue }: { readonly queue: ListedQueue }) {
  const t = useTexts(trafficQueuesTexts)
  const { date, weekday } = useFormats()
  const spanWords = useSpanWords()
  const plans = useHasRole('manager', 'planner', 'admin') && queue.closedAt === null
  const after = useAfterChange()
  const remove = useMutation(
    api.traffic.queues.removeException.mutationOptions(after(t('exception.removed'))),
  )
  const today = toLocal(new Date()).date
  const ahead = queue.exceptions.filter(({ day }) => day >= today)
  const past = queue.exceptions.length - ahead.length
  return (
    <section>
      <h3>{t('exception.title')}</h3>
      {ahead.length === 0 && <p className="lp-quiet">{t('exception.none')}</p>}
      {ahead.length > 0 && (
        <ul className="lp-plain-list">
          {ahead.map(({ day, spans, reason }) => (
            <li key={day} className="lp-row">
              <span>
                {weekday(day)} {date(day)}: {spanWords(spans)}
                {reason && ` (${reason})`}
              </span>
              {plans && (
                <Button
                  variant="tertiary"
                  data-size="sm"
                  aria-label={t('exception.removeOne', { day: date(day) })}
                  onClick={() => remove.mutate({ queueId: queue.id, day })}
                >
                  {t('exception.remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {past > 0 && <p className="lp-small lp-quiet">{t('exception.past', { past })}</p>}
      {remove.error && <ErrorState error={remove.error} />}
      {plans && <NewException queueId={queue.id} name={queue.name} />}
    </section>
  )
}

function NewException({ queueId, name }: { readonly queueId: string; readonly name: string }) {
  const t = useTexts(trafficQueuesTexts)
  const after = useAfterChange()
  const [day, setDay] = useState('')
  const [spans, setSpans] = useState<{ from: string; to: string }[]>([])
  const [reason, setReason] = useState('')
  const save = useMutation(
    api.traffic.queues.saveException.mutationOptions(
      after(t('exception.saved'), () => {
        setDay('')
        setReason('')
      }),
    ),
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!areInOrder(spans)) return
    save.mutate({ queueId, day, spans, reason })
  }
  return (
    <details className="lp-no-print">
      <summary>{t('exception.add')}</summary>
      <form className="lp-form lp-traffic-exception" onSubmit={submit}>
        <Textfield
          data-size="sm"
          type="date"
          required
          label={t('exception.day')}
          value={day}
          onChange={({ target }) => setDay(target.value)}
        />
        <div>
          <p className="lp-small">{t('exception.hours')}</p>
          <SpanFields label={name} spans={spans} onChange={setSpans} />
        </div>
        <Textfield
          data-size="sm"
          label={t('exception.reason')}
          maxLength={200}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        {save.error && <ErrorState error={save.error} />}
        <Button type="submit" variant="secondary" data-size="sm" loading={save.isPending}>
          {t('exception.save')}
        </Button>
      </form>
    </details>
  )
}
