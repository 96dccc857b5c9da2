/** Work that a job does: how far it has come, the way to stop it, and a word when it is over. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from './api.ts'
import { Progress } from './design/progress.tsx'
import { useToast } from './design/toast.tsx'

type Props = {
  readonly jobId: string
  readonly label: string
  /** Said when the job is over: done, or stopped and failed. */
  readonly done: string
  readonly failed: string
  readonly onEnd: (done: boolean) => void
}

export function JobProgress({ jobId, label, done, failed, onEnd }: Props) {
  const toast = useToast()
  const status = useQuery({ ...api.job.status.queryOptions({ input: { jobId } }), refetchInterval: 400 })
  const cancel = useMutation(api.job.cancel.mutationOptions())
  const { state, progress = 0 } = status.data ?? {}
  const isOver = state === 'done' || state === 'failed' || state === 'cancelled'
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the end of the work counts
  useEffect(() => {
    if (!isOver) return
    toast({ text: state === 'done' ? done : failed })
    onEnd(state === 'done')
  }, [isOver])
  return (
    <div className="lp-card">
      <Progress
        label={label}
        {...(progress > 0 ? { done: Math.round(progress * 100), all: 100 } : {})}
        onCancel={() => cancel.mutate({ jobId })}
        isCancelling={cancel.isPending}
      />
    </div>
  )
}
