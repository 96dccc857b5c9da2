import { fromKysely, type JobWithMetadata, type PgBoss, type Job as QueuedJob } from 'pg-boss'
import { newId } from '../../kernel/ids.ts'
import { type Db, inTransaction, type OpenDatabase } from '../database/index.ts'
import type { Job, JobState, JobStatus, Jobs, SendOptions } from './job-types.ts'
import { forgetProgressBefore, insertProgress, readProgress, requestCancel } from './progress-store.ts'
import { bossOver, queueOptions } from './queue.ts'
import { reportProgress } from './report-progress.ts'

/** The queue keeps a finished job for seven days; its progress goes a little later. */
const rememberedMs = 8 * 24 * 3600 * 1000

/**
 * Starts the queue over an open database and makes its tables when they are not there.
 *
 * @example
 * const jobs = await startJobs(database)
 * await jobs.work<{ n: number }>('count', async ({ data }) => ({ counted: data.n }))
 * const id = await jobs.send('count', { n: 3 })
 */
export async function startJobs(
  { db, pool }: Pick<OpenDatabase, 'db' | 'pool'>,
  onError = reportOnStderr,
): Promise<Jobs> {
  const boss = bossOver(pool)
  boss.on('error', onError)
  await boss.start()
  await forgetProgressBefore(db, new Date(Date.now() - rememberedMs))
  const made = new Set((await boss.getQueues()).map(({ name }) => name))
  const queues = new Map<string, Promise<void>>()
  const workers = new Map<string, string>()
  const define = (name: string) => {
    const known = queues.get(name) ?? openQueue(boss, name, made.has(name))
    queues.set(name, known)
    return known
  }
  return {
    define,
    send: async (name, payload, options = {}) => {
      if (options.trx === undefined) await define(name)
      else if (!queues.has(name))
        throw new Error(`define or work on the queue ${name} before sending in a transaction`)
      const id = await inTransaction(options.trx ?? db, (trx) =>
        sendIn(boss, trx, { name, payload, options }),
      )
      const worker = workers.get(name)
      if (worker !== undefined) boss.notifyWorker(worker)
      return id
    },
    work: async (name, handler, options = {}) => {
      await define(name)
      const settings = { pollingIntervalSeconds: 1, localConcurrency: options.concurrency ?? 1 }
      const worker = await boss.work<object>(name, settings, ([job]) => workOn(db, job!, handler as Handler))
      workers.set(name, worker)
    },
    status: (id) => readStatus(boss, db, id),
    cancel: async (id) => {
      const name = await requestCancel(db, id)
      if (name !== undefined) await boss.cancel(name, id)
    },
    stop: ({ withinMs = 10_000 } = {}) => boss.stop({ graceful: true, timeout: withinMs }),
  }
}

/** The last call has pg-boss read the queue's row now, so that a later send needs no query but the trx's. */
async function openQueue(boss: PgBoss, name: string, made: boolean): Promise<void> {
  if (!made) await boss.createQueue(name, queueOptions)
  await boss.findJobs(name, { id: '00000000-0000-0000-0000-000000000000' })
}

type Handler = (job: Job<object>) => Promise<object | undefined>

async function sendIn(
  boss: PgBoss,
  trx: Db,
  { name, payload, options }: { name: string; payload: object; options: SendOptions },
): Promise<string> {
  const id = newId()
  const { startAfter, retryLimit, retryDelay } = options
  await boss.send(name, payload, {
    id,
    db: fromKysely(trx),
    ...(startAfter === undefined ? {} : { startAfter }),
    ...(retryLimit === undefined ? {} : { retryLimit }),
    ...(retryDelay === undefined ? {} : { retryDelay }),
  })
  await insertProgress(trx, { id, name, organisationId: options.organisationId ?? null })
  return id
}

async function workOn(db: Db, job: QueuedJob<object>, handler: Handler): Promise<object | undefined> {
  const report = reportProgress(db, job.id)
  try {
    return await handler({
      id: job.id,
      data: job.data,
      attempt: job.retryCount + 1,
      signal: AbortSignal.any([job.signal, report.cancelled]),
      progress: report.progress,
    })
  } finally {
    await report.finish()
  }
}

async function readStatus(boss: PgBoss, db: Db, id: string): Promise<JobStatus | undefined> {
  const progress = await readProgress(db, id)
  if (!progress) return undefined
  const [job] = await boss.findJobs(progress.name, { id })
  if (!job) return undefined
  const state = states[job.state]
  return {
    name: progress.name,
    state,
    progress: state === 'done' ? 1 : progress.fraction,
    note: progress.note,
    output: state === 'done' ? job.output : null,
    error: state === 'failed' ? errorText(job.output) : null,
    organisationId: progress.organisation_id,
  }
}

const states = {
  created: 'waiting',
  retry: 'waiting',
  active: 'running',
  completed: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
} as const satisfies Record<JobWithMetadata['state'], JobState>

function errorText(output: unknown): string {
  if (typeof output === 'object' && output !== null && 'message' in output) return String(output.message)
  return JSON.stringify(output)
}

function reportOnStderr(error: Error): void {
  process.stderr.write(`jobs: ${error.message}\n`)
}
