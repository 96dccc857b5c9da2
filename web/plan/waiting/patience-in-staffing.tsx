/** What staffing reckons with, what the estimate would change, and one button that takes it over. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { PatienceView } from '../../../src/plan/waiting/contract.ts'
import { api } from '../../api.ts'
import { ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { waitingTexts } from '../../i18n/waiting.ts'
import { useWords } from './use-words.ts'

type Props = {
  readonly queueId: string
  readonly patience: PatienceView
  readonly mayTake: boolean
}

export function PatienceInStaffing({ queueId, patience, mayTake }: Props) {
  const t = useTexts(waitingTexts)
  const { duration } = useWords()
  const { staffing, exponential } = patience
  const estimate = exponential && Math.round(exponential.mean)
  const isTaken = staffing.set === 'own' && staffing.seconds === estimate
  return (
    <div className="lp-stack">
      <h3>{t('patience.staffing')}</h3>
      <p>
        {staffing.set === 'endless'
          ? t('patience.endless')
          : staffing.seconds === null
            ? t('patience.countedNone')
            : t(`patience.${staffing.set}`, { seconds: duration(staffing.seconds) })}
      </p>
      {estimate !== null && <Change patience={patience} />}
      {isTaken && <p>{t('patience.already')}</p>}
      {estimate !== null && mayTake && !isTaken && <TakeButton queueId={queueId} seconds={estimate} />}
    </div>
  )
}

function Change({ patience: { exponential, requirement } }: Pick<Props, 'patience'>) {
  const t = useTexts(waitingTexts)
  const { number, change } = useFormats()
  const { duration } = useWords()
  if (!requirement) return <p className="lp-quiet">{t('patience.noForecast')}</p>
  const { now, estimated } = requirement
  const seconds = duration(exponential!.mean)
  const isSame = Math.abs(now.hours - estimated.hours) < 0.05 && now.most === estimated.most
  return (
    <p>
      {isSame
        ? t('patience.same', { seconds, now: number(now.hours, 0) })
        : t('patience.change', {
            seconds,
            estimated: number(estimated.hours, 1),
            now: number(now.hours, 1),
            change: change(estimated.hours - now.hours, 1),
            most: estimated.most,
            mostNow: now.most,
          })}
    </p>
  )
}

function TakeButton({ queueId, seconds }: { readonly queueId: string; readonly seconds: number }) {
  const t = useTexts(waitingTexts)
  const { duration } = useWords()
  const toast = useToast()
  const queries = useQueryClient()
  const take = useMutation({
    ...api.waiting.takePatience.mutationOptions(),
    onSuccess: async (taken) => {
      toast({ text: t('patience.taken', { seconds: duration(taken.seconds) }) })
      await queries.invalidateQueries({ queryKey: api.waiting.key() })
      await queries.invalidateQueries({ queryKey: api.staffing.key() })
    },
  })
  return (
    <div className="lp-stack">
      <div>
        <Button
          variant="secondary"
          loading={take.isPending}
          onClick={() => take.mutate({ queueId, seconds })}
        >
          {t('patience.take', { seconds: duration(seconds) })}
        </Button>
      </div>
      {take.error && <ErrorState error={take.error} />}
    </div>
  )
}
