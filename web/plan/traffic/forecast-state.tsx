/** When the forecast was made and with what; being made anew; what it has to say of itself. */
import { Alert, Button } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { TrafficView } from '../../../src/plan/traffic/contract.ts'
import { api } from '../../api.ts'
import { Progress } from '../../design/progress.tsx'
import { ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { trafficTexts } from '../../i18n/traffic.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { JobProgress } from '../../job-progress.tsx'
import { useHasRole } from '../../session.ts'

type Making = { readonly jobId: string | null; readonly start: () => void; readonly error: unknown }

/** Making the forecast of a queue anew, from a button to its end. */
export function useMaking(queueId: string | null): Making & { readonly onEnd: (done: boolean) => void } {
  const queries = useQueryClient()
  const [jobId, setJobId] = useState<string | null>(null)
  const make = useMutation({
    ...api.traffic.makeForecast.mutationOptions(),
    onSuccess: (started) => setJobId(started.jobId),
  })
  return {
    jobId,
    error: make.error,
    start: () => queueId !== null && make.mutate({ queueId }),
    onEnd: (done) => {
      setJobId(null)
      if (done) void queries.invalidateQueries({ queryKey: api.traffic.key() })
    },
  }
}

export function MakeButton({ making }: { readonly making: Making }) {
  const t = useTexts(trafficTexts)
  const plans = useHasRole('manager', 'planner', 'admin')
  if (!plans) return null
  return (
    <Button variant="secondary" disabled={making.jobId !== null} onClick={making.start}>
      {t('make.button')}
    </Button>
  )
}

type Props = { readonly view: TrafficView; readonly making: ReturnType<typeof useMaking> }

export function ForecastState({ view, making }: Props) {
  const t = useTexts(trafficTexts)
  const toast = useToast()
  const { forecast } = view
  if (making.error) return <ErrorState error={making.error} />
  if (making.jobId !== null)
    return (
      <JobProgress
        jobId={making.jobId}
        label={() => t('make.running')}
        onEnd={(end) => {
          toast({ text: t(end === 'done' ? 'make.done' : 'make.failed') })
          making.onEnd(end === 'done')
        }}
      />
    )
  if (view.forecastComing || forecast?.isStale)
    return (
      <div className="lp-card">
        <Progress label={t(view.forecastComing ? 'make.coming' : 'make.stale')} />
      </div>
    )
  const notes = (forecast?.notes ?? []).flatMap((note) => known.find((each) => each === note) ?? [])
  const oddEnd = forecast?.oddEnd
  if (notes.length === 0 && !oddEnd) return null
  return (
    <Alert data-color="info">
      <ul className="lp-plain-list">
        {oddEnd && (
          <li>
            <OddEnd {...oddEnd} />
          </li>
        )}
        {notes.map((note) => (
          <li key={note}>{t(`note.${note}`)}</li>
        ))}
      </ul>
    </Alert>
  )
}

type OddEndProps = NonNullable<NonNullable<TrafficView['forecast']>['oddEnd']>

/** The latest days are far off, and whether that lasts cannot be known yet. */
function OddEnd({ from, ratio, lastBeforeFollowed }: OddEndProps) {
  const t = useTexts(trafficTexts)
  const { date, percent } = useFormats()
  const change = percent(Math.abs(ratio - 1))
  return (
    <>
      {t(ratio > 1 ? 'oddEnd.over' : 'oddEnd.under', { from: date(from), change })}{' '}
      {lastBeforeFollowed === null
        ? t('oddEnd.later')
        : t('oddEnd.until', { until: date(lastBeforeFollowed) })}
    </>
  )
}

const known = [
  'short-history',
  'no-past-origins',
  'holidays-closed-by-assumption',
  'calendar-found',
  'small-numbers',
] as const
