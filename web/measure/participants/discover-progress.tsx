import { Alert } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { api } from '../../api.ts'
import { Progress } from '../../design/progress.tsx'
import { useToast } from '../../design/toast.tsx'
import { participantTexts } from '../../i18n/participants.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { Search } from '../../search.ts'
import { useRefresh } from './use-refresh.ts'

/** How far the reading of pages is; nothing when none is on its way. */
export function DiscoverProgress() {
  const { job } = useSearch({ strict: false }) as Search
  return job === undefined ? null : <Running key={job} jobId={job} />
}

function Running({ jobId }: { readonly jobId: string }) {
  const t = useTexts(participantTexts)
  const refresh = useRefresh()
  const status = useQuery({
    ...api.job.status.queryOptions({ input: { jobId } }),
    refetchInterval: ({ state }) =>
      state.data?.state === 'waiting' || state.data?.state === 'running' || !state.data ? 700 : false,
  })
  const cancel = useMutation(api.job.cancel.mutationOptions())
  const { state, progress = 0, note } = status.data ?? {}
  const percent = Math.round(progress * 100)
  // biome-ignore lint/correctness/useExhaustiveDependencies: read the list anew each time some more have been read
  useEffect(() => void refresh(), [percent])
  useWhenDone(state)
  if (status.error || state === 'failed') return <Alert data-color="warning">{t('discover.failed')}</Alert>
  if (state === 'done' || state === 'cancelled') return null
  return (
    <div className="lp-card">
      <Progress
        label={note ? t('discover.running', { note }) : t('discover.starting')}
        {...(progress > 0 ? { done: percent, all: 100 } : {})}
        onCancel={() => cancel.mutate({ jobId })}
        isCancelling={cancel.isPending}
      />
    </div>
  )
}

/** A finished job is told once and leaves the address. */
function useWhenDone(state: string | undefined): void {
  const t = useTexts(participantTexts)
  const toast = useToast()
  const navigate = useNavigate()
  const refresh = useRefresh()
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the change of state counts
  useEffect(() => {
    if (state !== 'done' && state !== 'cancelled') return
    void refresh()
    if (state === 'done') toast({ text: t('discover.done') })
    void navigate({
      to: '.',
      search: (({ job: _, ...before }: Search) => before) as never,
      replace: true,
      resetScroll: false,
    })
  }, [state])
}
