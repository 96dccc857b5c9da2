import { AppError } from '../../kernel/errors.ts'
import type { Context } from '../context.ts'
import type { JobView } from '../contract.ts'

/** @throws AppError not-found for a job of another organisation too */
export async function readJob({ scope, jobs }: Context, { jobId }: { jobId: string }): Promise<JobView> {
  const job = await jobs.status(jobId)
  if (!job || job.organisationId !== scope.organisationId) throw new AppError('not-found')
  const { name, state, progress, note } = job
  return { jobId, name, state, progress, note }
}

/** Asks the work to stop; the answer says how it stands now, which may still be running. */
export async function cancelJob(context: Context, input: { jobId: string }): Promise<JobView> {
  await readJob(context, input)
  await context.jobs.cancel(input.jobId)
  return readJob(context, input)
}
