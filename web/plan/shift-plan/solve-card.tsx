/** The search for shifts: how far it has come, what it found last, and how far that may be from the best. */
import { Alert, Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { WeekView } from '../../../src/plan/shifts/week/contract.ts'
import type { PlanShift } from '../../../src/plan/shifts/week/rules/plan-shift.ts'
import { api } from '../../api.ts'
import { Progress } from '../../design/progress.tsx'
import { ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { shiftPlanTexts } from '../../i18n/shift-plan.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { SolveDialog } from './solve-dialog.tsx'
import type { Draft } from './use-draft.ts'
import type { Save } from './use-save.ts'

type Props = { readonly week: WeekView; readonly draft: Draft; readonly save: Save }

export function SolveCard({ week, draft, save }: Props) {
  const t = useTexts(shiftPlanTexts)
  const [asking, setAsking] = useState(false)
  const isEmpty = draft.shifts.length === 0
  const isRunning = week.solveJobId !== null
  return (
    <section className="lp-card lp-solve lp-no-print" aria-labelledby="solve">
      <h2 id="solve">{isEmpty ? t('solve.titleEmpty') : t('solve.title')}</h2>
      {isRunning ? (
        <Running key={week.solveJobId} jobId={week.solveJobId!} week={week} />
      ) : (
        <>
          <Found week={week} isEmpty={isEmpty} isOpen={draft.shifts.some((shift) => isFoundOpen(shift))} />
          <Button variant={isEmpty ? 'primary' : 'secondary'} data-size="sm" onClick={() => setAsking(true)}>
            {isEmpty ? t('solve.start') : t('solve.again')}
          </Button>
        </>
      )}
      <SolveDialog {...{ week, draft, save }} open={asking} onClose={() => setAsking(false)} />
    </section>
  )
}

/** A shift without a name that a search has found. */
const isFoundOpen = ({ agentId, fixed }: PlanShift): boolean => agentId === null && !fixed

/** "At most 0.4 % from the best possible": the gap in plain words. */
type FoundProps = { readonly week: WeekView; readonly isEmpty: boolean; readonly isOpen: boolean }

function Found({ week, isEmpty, isOpen }: FoundProps) {
  const t = useTexts(shiftPlanTexts)
  const { percent, instant, number } = useFormats()
  const { solved } = week
  if (solved === null) return <p>{isEmpty ? t('solve.textEmpty') : t('solve.text')}</p>
  return (
    <p>
      {t('solve.found', { when: instant(solved.at), seconds: number(solved.seconds, 0) })}{' '}
      {solved.gap !== null &&
        (solved.gap === 0 ? t('solve.best') : t('solve.gap', { gap: percent(upwards(solved.gap), 1) }))}{' '}
      {t(`solve.ended.${solved.ended}`)}{' '}
      {solved.shortHours > 0 ? t('solve.short', { hours: number(solved.shortHours, 1) }) : t('solve.noShort')}{' '}
      {isOpen && t('solve.ifTaken')}
    </p>
  )
}

/** "At most" is rounded away from nothing. */
const upwards = (gap: number): number => Math.ceil(gap * 1000 - 1e-9) / 1000

function Running({ jobId, week }: { readonly jobId: string; readonly week: WeekView }) {
  const t = useTexts(shiftPlanTexts)
  const { percent, number } = useFormats()
  const status = useQuery({ ...api.job.status.queryOptions({ input: { jobId } }), refetchInterval: 500 })
  const cancel = useMutation(api.job.cancel.mutationOptions())
  const { state, progress = 0, note } = status.data ?? {}
  useWhenOver(state, week)
  if (status.error) return <ErrorState error={status.error} />
  if (state === 'failed') return <Alert data-color="warning">{t('solve.failed')}</Alert>
  const best = bestOf(note ?? null)
  return (
    <>
      <Progress
        label={t('solve.running')}
        {...(progress > 0 ? { done: Math.round(progress * 100), all: 100 } : {})}
        onCancel={() => cancel.mutate({ jobId })}
        isCancelling={cancel.isPending || cancel.isSuccess}
      />
      {best && (
        <p className="lp-small">
          {best.gap === undefined
            ? t('solve.first')
            : t('solve.soFar', { gap: percent(upwards(best.gap), 1) })}{' '}
          {best.shortMinutes !== undefined &&
            t('solve.shortSoFar', { hours: number(best.shortMinutes / 60, 1) })}
        </p>
      )}
      <p className="lp-small lp-quiet">{t('solve.goesOn')}</p>
    </>
  )
}

type Best = { readonly gap?: number; readonly shortMinutes?: number }

/** What the job says of the best plan that it has found so far. */
function bestOf(note: string | null): Best | undefined {
  if (note === null) return undefined
  try {
    const best = JSON.parse(note) as Best
    return best.shortMinutes === undefined ? undefined : best
  } catch {
    return undefined
  }
}

/** When the work is over, the week is fetched; a result that came too late is told, and is not in the draft. */
function useWhenOver(state: string | undefined, week: WeekView): void {
  const t = useTexts(shiftPlanTexts)
  const toast = useToast()
  const queries = useQueryClient()
  const before = useRef(week.solved?.at)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the end of the work counts
  useEffect(() => {
    if (state !== 'done' && state !== 'cancelled' && state !== 'failed') return
    void queries.refetchQueries({ queryKey: api.shifts.week.key() }).then(() => {
      const input = { weekStart: week.weekStart }
      const now = queries.getQueryData(api.shifts.week.get.queryKey({ input }))
      if (state === 'failed' || !now) return
      toast({ text: now.solved && now.solved.at !== before.current ? t('solve.done') : t('solve.tooLate') })
    })
  }, [state])
}
