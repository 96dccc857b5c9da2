/** Work that a job does and whose id stands in the address, where a reload finds it again. */
import { Alert } from '@digdir/designsystemet-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { type JobEnd, JobProgress } from './job-progress.tsx'
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
  /** Told once, before the job leaves the address; one that has failed stays there, and is told of in its place. */
  readonly onOver: (end: Exclude<JobEnd, 'failed'>) => void
}

export function JobInAddress({ failed, onOver, ...rest }: Props) {
  const job = useJobInAddress()
  const navigate = useNavigate()
  const [failedJob, setFailedJob] = useState<string>()
  if (job === undefined) return null
  if (job === failedJob) return <Alert data-color="warning">{failed}</Alert>
  const leave = (end: JobEnd): void => {
    if (end === 'failed') {
      setFailedJob(job)
      return
    }
    onOver(end)
    void navigate({
      to: '.',
      search: (({ job: _, ...before }: Search) => before) as never,
      replace: true,
      resetScroll: false,
    })
  }
  return <JobProgress key={job} jobId={job} {...rest} onEnd={leave} />
}
