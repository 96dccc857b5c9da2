import { Field, Label, Select } from '@digdir/designsystemet-react'
import type { QueueView } from '../../../src/plan/traffic/queues/contract.ts'
import { trafficTexts } from '../../i18n/traffic.ts'
import { useTexts } from '../../i18n/use-texts.ts'

type Props = {
  readonly queues: readonly QueueView[]
  readonly queueId: string | null
  readonly onQueue: (queueId: string) => void
}

/** Which queue the page is about; a single one needs no choice. */
export function QueueChoice({ queues, queueId, onQueue }: Props) {
  const t = useTexts(trafficTexts)
  if (queues.length < 2) return null
  return (
    <Field data-size="sm">
      <Label>{t('queue')}</Label>
      <Select value={queueId ?? ''} onChange={(event) => onQueue(event.target.value)}>
        {queues.map(({ id, name, closedAt }) => (
          <Select.Option key={id} value={id}>
            {closedAt === null ? name : t('queueClosed', { name })}
          </Select.Option>
        ))}
      </Select>
    </Field>
  )
}
