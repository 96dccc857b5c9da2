/** Contacts while the queue is closed: the hours are set right before anything is forecast from them. */
import { Alert, Button } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import type { TrafficPreview } from '../../../../src/plan/traffic/imports/contract.ts'
import type { QueueView } from '../../../../src/plan/traffic/queues/contract.ts'
import { api } from '../../../api.ts'
import { ErrorState } from '../../../design/states.tsx'
import { trafficCountsTexts } from '../../../i18n/traffic-counts.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'
import { useWeekWords } from '../queues/use-week-words.ts'
import { useAfterChange } from '../use-traffic-change.ts'

type Props = {
  readonly outside: NonNullable<TrafficPreview['outside']>
  readonly queue: QueueView
  readonly onSet: () => void
}

export function OutsideHours({ outside, queue, onSet }: Props) {
  const t = useTexts(trafficCountsTexts)
  const { percent } = useFormats()
  const weekWords = useWeekWords()
  const after = useAfterChange()
  const edit = useMutation(api.traffic.queues.edit.mutationOptions(after(t('outside.done'), onSet)))
  const { name, channel, kind, intervalMinutes, skill } = queue
  const opening = outside.found
  return (
    <Alert data-color="warning">
      <p>
        {t('outside.text', {
          n: Math.round(outside.contacts),
          share: percent(outside.share, outside.share < 0.1 ? 1 : 0),
          hours: weekWords(queue.opening),
        })}
      </p>
      <p>{t('outside.found', { hours: weekWords(opening) })}</p>
      {edit.error && <ErrorState error={edit.error} />}
      <Button
        variant="secondary"
        data-size="sm"
        loading={edit.isPending}
        onClick={() =>
          edit.mutate({ queueId: queue.id, name, channel, kind, intervalMinutes, skill, opening })
        }
      >
        {t('outside.set')}
      </Button>
    </Alert>
  )
}
