/** Whether anything is learned from the day: a day that was not normal is taken out, with the reason. */
import { Button, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { DayView } from '../../../../src/plan/traffic/contract.ts'
import { api } from '../../../api.ts'
import { ErrorState } from '../../../design/states.tsx'
import { useToast } from '../../../design/toast.tsx'
import { notBlank } from '../../../design/validity.ts'
import { trafficTexts } from '../../../i18n/traffic.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'
import { useHasRole } from '../../../session.ts'

type Props = { readonly day: DayView; readonly queueId: string; readonly isPast: boolean }

export function DayMark({ day, queueId, isPast }: Props) {
  const t = useTexts(trafficTexts)
  const { instant } = useFormats()
  const plans = useHasRole('manager', 'planner', 'admin')
  const mark = useMarking(day, queueId)
  const [reason, setReason] = useState(day.mark?.reason ?? '')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    mark.mutate({ queueId, day: day.day, reason: reason.trim() })
  }
  if (!isPast || day.seen.length === 0) return null
  return (
    <>
      {day.mark ? (
        <p>
          {t('marking.said', { person: day.mark.person, at: instant(day.mark.at), reason: day.mark.reason })}
        </p>
      ) : (
        day.state === 'odd' && <p>{t('marking.odd')}</p>
      )}
      {plans && (
        <form className="lp-row lp-traffic-mark lp-no-print" onSubmit={submit}>
          <Textfield
            data-size="sm"
            {...notBlank}
            label={t('marking.reason')}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button type="submit" data-size="sm" variant="secondary" loading={mark.isPending}>
            {day.mark ? t('marking.change') : t('marking.out')}
          </Button>
          {day.mark && (
            <Button
              data-size="sm"
              variant="tertiary"
              loading={mark.isPending}
              onClick={() => mark.mutate({ queueId, day: day.day, reason: '' })}
            >
              {t('marking.in')}
            </Button>
          )}
        </form>
      )}
      {mark.error && <ErrorState error={mark.error} />}
    </>
  )
}

function useMarking(day: DayView, queueId: string) {
  const t = useTexts(trafficTexts)
  const queries = useQueryClient()
  const toast = useToast()
  const mutation = useMutation({
    ...api.traffic.markDay.mutationOptions(),
    onSuccess: async (_, { reason }) => {
      await queries.invalidateQueries({ queryKey: api.traffic.key() })
      const before = day.mark?.reason ?? ''
      toast({
        text: t(reason === '' ? 'marking.isIn' : 'marking.isOut'),
        onUndo: () => mutation.mutate({ queueId, day: day.day, reason: before }),
      })
    },
  })
  return mutation
}
