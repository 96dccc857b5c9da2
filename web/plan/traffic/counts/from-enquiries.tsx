import { Button, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { addDays } from '../../../../src/kernel/calendar.ts'
import { toLocal } from '../../../../src/kernel/zone.ts'
import type { QueueView } from '../../../../src/plan/traffic/queues/contract.ts'
import { api } from '../../../api.ts'
import { ErrorState } from '../../../design/states.tsx'
import { trafficCountsTexts } from '../../../i18n/traffic-counts.ts'
import { understandTexts } from '../../../i18n/understand.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'
import { useAfterChange } from '../use-traffic-change.ts'

/** Counts the channel's enquiries into the queue. */
export function FromEnquiries({ queue }: { readonly queue: QueueView }) {
  const t = useTexts(trafficCountsTexts)
  const words = useTexts(understandTexts)
  const { number } = useFormats()
  const yesterday = addDays(toLocal(new Date()).date, -1)
  const [from, setFrom] = useState(addDays(yesterday, -364))
  const [to, setTo] = useState(yesterday)
  const after = useAfterChange()
  const count = useMutation(api.traffic.imports.fromEnquiries.mutationOptions(after(t('file.done'))))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    count.mutate({ queueId: queue.id, from, to })
  }
  return (
    <section className="lp-card" aria-labelledby="enquiries">
      <h2 id="enquiries">{t('enquiries.title')}</h2>
      <p className="lp-quiet">
        {t('enquiries.text', { channel: words(`channel.${queue.channel}`).toLowerCase() })}
      </p>
      <form className="lp-form" onSubmit={submit}>
        <div className="lp-traffic-fields">
          <Textfield
            data-size="sm"
            type="date"
            required
            label={t('from')}
            value={from}
            onChange={({ target }) => setFrom(target.value)}
          />
          <Textfield
            data-size="sm"
            type="date"
            required
            min={from}
            label={t('to')}
            value={to}
            onChange={({ target }) => setTo(target.value)}
          />
        </div>
        <div>
          <Button type="submit" variant="secondary" loading={count.isPending}>
            {t('enquiries.count')}
          </Button>
        </div>
      </form>
      {count.data && (
        <p role="status">
          {t('enquiries.counted', { added: count.data.added, changed: number(count.data.changed) })}
        </p>
      )}
      {count.error && <ErrorState error={count.error} title={t('enquiries.failed')} />}
    </section>
  )
}
