/** Making the plan is long work: it is started, watched, and goes on when the page is left. */
import { Alert, Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { api } from '../../api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { Progress } from '../../design/progress.tsx'
import { ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { planningTexts } from '../../i18n/planning.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { Search } from '../../search.ts'
import { useEditionId } from '../edition/edition-frame.tsx'
import { useRefreshPlan } from './use-plan.ts'

export function MakeButton() {
  const t = useTexts(planningTexts)
  const make = useMake()
  const { job } = useSearch({ strict: false }) as Search
  return (
    <>
      <Button loading={make.isPending || job !== undefined} onClick={make.start}>
        {t('action.make')}
      </Button>
      {make.error !== null && <ErrorState error={make.error} />}
    </>
  )
}

export function MakeAgainButton() {
  const t = useTexts(planningTexts)
  const [open, setOpen] = useState(false)
  const make = useMake(() => setOpen(false))
  return (
    <>
      <Button variant="tertiary" onClick={() => setOpen(true)}>
        {t('action.makeAgain')}
      </Button>
      <ConfirmDialog
        open={open}
        title={t('make.againTitle')}
        confirm={t('action.makeAgain')}
        dangerous
        busy={make.isPending}
        onConfirm={make.start}
        onClose={() => setOpen(false)}
      >
        <p>{t('make.againBody')}</p>
        {make.error !== null && <ErrorState error={make.error} />}
      </ConfirmDialog>
    </>
  )
}

/** Starts the work and puts it into the address, where a reload finds it again. */
function useMake(onStarted: () => void = () => {}) {
  const editionId = useEditionId()
  const navigate = useNavigate()
  const make = useMutation(
    api.planning.make.mutationOptions({
      onSuccess: async ({ jobId }) => {
        onStarted()
        await navigate({
          to: '.',
          search: ((before: Search) => ({ ...before, job: jobId })) as never,
          replace: true,
        })
      },
    }),
  )
  return { start: () => make.mutate({ editionId }), isPending: make.isPending, error: make.error }
}

export function MakeProgress() {
  const { job } = useSearch({ strict: false }) as Search
  return job === undefined ? null : <Running key={job} jobId={job} />
}

function Running({ jobId }: { readonly jobId: string }) {
  const t = useTexts(planningTexts)
  const status = useQuery({
    ...api.job.status.queryOptions({ input: { jobId } }),
    refetchInterval: ({ state }) =>
      !state.data || state.data.state === 'waiting' || state.data.state === 'running' ? 500 : false,
  })
  const cancel = useMutation(api.job.cancel.mutationOptions())
  const { state, progress = 0 } = status.data ?? {}
  useWhenDone(state)
  if (status.error || state === 'failed') return <Alert data-color="warning">{t('make.failed')}</Alert>
  if (state === 'done' || state === 'cancelled') return null
  return (
    <div className="lp-card">
      <Progress
        label={t('make.running')}
        {...(progress > 0 ? { done: Math.round(progress * 100), all: 100 } : {})}
        onCancel={() => cancel.mutate({ jobId })}
        isCancelling={cancel.isPending}
      />
    </div>
  )
}

/** Finished work is told once and leaves the address. */
function useWhenDone(state: string | undefined): void {
  const t = useTexts(planningTexts)
  const toast = useToast()
  const navigate = useNavigate()
  const refresh = useRefreshPlan()
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the change of state counts
  useEffect(() => {
    if (state !== 'done' && state !== 'cancelled') return
    void refresh()
    if (state === 'done') toast({ text: t('make.done') })
    void navigate({
      to: '.',
      search: (({ job: _, ...before }: Search) => before) as never,
      replace: true,
      resetScroll: false,
    })
  }, [state])
}
