import { Button, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { addDays } from '../../../../src/kernel/calendar.ts'
import { toLocal } from '../../../../src/kernel/zone.ts'
import type { QueueView } from '../../../../src/plan/traffic/queues/contract.ts'
import { client } from '../../../api.ts'
import { ErrorState } from '../../../design/states.tsx'
import { saveFile } from '../../../design/table/save-file.ts'
import { trafficCountsTexts } from '../../../i18n/traffic-counts.ts'
import { useTexts } from '../../../i18n/use-texts.ts'

/** Everything seen and foretold, interval by interval, as a file that can be brought in again. */
export function ExportCard({ queue }: { readonly queue: QueueView }) {
  const t = useTexts(trafficCountsTexts)
  const today = toLocal(new Date()).date
  const [from, setFrom] = useState(addDays(today, -56))
  const [to, setTo] = useState(addDays(today, 35))
  const save = useMutation({
    mutationFn: (format: 'csv' | 'xlsx') =>
      client.traffic.imports.export({ queueId: queue.id, from, to, format }) as Promise<File>,
    onSuccess: (file) => saveFile(file.name, file),
  })
  const isFine = from !== '' && to !== '' && from <= to
  return (
    <section className="lp-card" aria-labelledby="export">
      <h2 id="export">{t('export.title')}</h2>
      <p className="lp-quiet">{t('export.text')}</p>
      <div className="lp-traffic-fields">
        <Textfield
          data-size="sm"
          type="date"
          label={t('from')}
          value={from}
          onChange={({ target }) => setFrom(target.value)}
        />
        <Textfield
          data-size="sm"
          type="date"
          label={t('to')}
          value={to}
          onChange={({ target }) => setTo(target.value)}
        />
      </div>
      <div className="lp-row">
        <Button
          variant="secondary"
          loading={save.isPending}
          disabled={!isFine}
          onClick={() => save.mutate('csv')}
        >
          {t('export.csv')}
        </Button>
        <Button
          variant="tertiary"
          loading={save.isPending}
          disabled={!isFine}
          onClick={() => save.mutate('xlsx')}
        >
          {t('export.xlsx')}
        </Button>
      </div>
      {save.error && <ErrorState error={save.error} />}
    </section>
  )
}
