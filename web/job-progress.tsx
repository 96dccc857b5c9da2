/** Work that a job does: how far it has come, and the way to stop it. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from './api.ts'
import { Progress } from './design/progress.tsx'

export type JobEnd = 'done' | 'failed' | 'cancelled'

type Props = {
  readonly jobId: string
  /** @param note what the job says of itself */
  readonly label: (note: string | null) => string
  /** Some more has been done. */
  readonly onMore?: () => void
  /** Told once; a job that nothing is known of has failed. */
  readonly onEnd: (end: JobEnd) => void
}

export function JobProgress({ jobId, label, onMore, onEnd }: Props) {
  const status = useQuery({
    ...api.job.status.queryOptions({ input: { jobId } }),
    refetchInterval: ({ state }) => (endOf(state.data?.state) ? false : 500),
  })
  const cancel = useMutation(api.job.cancel.mutationOptions())
  const { state, progress = 0, note = null } = status.data ?? {}
  const percent = Math.round(progress * 100)
  const end = status.error ? 'failed' : endOf(state)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the change of the progress counts
  useEffect(() => onMore?.(), [percent])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the end of the work counts
  useEffect(() => {
    if (end) onEnd(end)
  }, [end])
  if (end) return null
  return (
    <div className="lp-card">
      <Progress
        label={label(note)}
        {...(progress > 0 ? { done: percent, all: 100 } : {})}
        onCancel={() => cancel.mutate({ jobId })}
        isCancelling={cancel.isPending}
      />
    </div>
  )
}

function endOf(state: string | undefined): JobEnd | undefined {
  return state === 'done' || state === 'failed' || state === 'cancelled' ? state : undefined
}
