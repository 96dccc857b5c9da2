/** Work that a job does and whose id stands in the address, where a reload finds it again. */
import { Alert } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { api } from './api.ts'
import { Progress } from './design/progress.tsx'
import type { Search } from './search.ts'

/** Puts a job that has begun into the address, with what else shall stand there. */
export function usePutJob(): (jobId: string, more?: Search) => Promise<void> {
  const navigate = useNavigate()
  return (jobId, more) =>
    navigate({
      to: '.',
      search: ((before: Search) => ({ ...before, ...more, job: jobId })) as never,
      replace: true,
    })
}

/** The job of the address; nothing when none is on its way. */
export function useJobInAddress(): string | undefined {
  const { job } = useSearch({ strict: false }) as Search
  return job
}

type Props = {
  /** @param note what the job says of itself */
  readonly label: (note: string | null) => string
  readonly failed: string
  /** Some more has been done. */
  readonly onMore?: () => void
  /** Told once, before the job leaves the address. */
  readonly onOver: (state: 'done' | 'cancelled') => void
}

/** How far the job of the address has come, and the way to stop it. */
export function JobInAddress(props: Props) {
  const job = useJobInAddress()
  return job === undefined ? null : <Running key={job} jobId={job} {...props} />
}

function Running({ jobId, label, failed, onMore, onOver }: Props & { readonly jobId: string }) {
  const navigate = useNavigate()
  const status = useQuery({
    ...api.job.status.queryOptions({ input: { jobId } }),
    refetchInterval: ({ state }) =>
      !state.data || state.data.state === 'waiting' || state.data.state === 'running' ? 500 : false,
  })
  const cancel = useMutation(api.job.cancel.mutationOptions())
  const { state, progress = 0, note } = status.data ?? {}
  const percent = Math.round(progress * 100)
  const isOver = state === 'done' || state === 'cancelled'
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the change of the progress counts
  useEffect(() => onMore?.(), [percent])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the change of state counts
  useEffect(() => {
    if (!isOver) return
    onOver(state)
    void navigate({
      to: '.',
      search: (({ job: _, ...before }: Search) => before) as never,
      replace: true,
      resetScroll: false,
    })
  }, [isOver])
  if (status.error || state === 'failed') return <Alert data-color="warning">{failed}</Alert>
  if (isOver) return null
  return (
    <div className="lp-card">
      <Progress
        label={label(note ?? null)}
        {...(progress > 0 ? { done: percent, all: 100 } : {})}
        onCancel={() => cancel.mutate({ jobId })}
        isCancelling={cancel.isPending}
      />
    </div>
  )
}
