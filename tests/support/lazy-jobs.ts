import type { OpenDatabase } from '../../src/platform/database/index.ts'
import { type Jobs, startJobs } from '../../src/platform/jobs/index.ts'

/**
 * The real jobs, started when a test first sends one: most never do. Workers wait until then. A test that
 * sends inside a transaction starts its server with `jobs: true`, for nothing can be started in there.
 */
export function lazyJobs(database: OpenDatabase): Jobs {
  const waiting: ((jobs: Jobs) => Promise<void>)[] = []
  let started: Promise<Jobs> | undefined
  const start = async () => {
    const jobs = await startJobs(database)
    for (const begin of waiting) await begin(jobs)
    return jobs
  }
  const jobs = () => {
    started ??= start()
    return started
  }
  const later = async (begin: (jobs: Jobs) => Promise<void>) => {
    if (started) await begin(await started)
    else waiting.push(begin)
  }
  return {
    define: (name) => later((begun) => begun.define(name)),
    work: (name, handler, options) => later((begun) => begun.work(name, handler, options)),
    async send(name, payload, options) {
      if (!started && options?.trx)
        throw new Error('startTestServer({ jobs: true }) for sending in a transaction')
      return (await jobs()).send(name, payload, options)
    },
    status: async (id) => (await jobs()).status(id),
    cancel: async (id) => (await jobs()).cancel(id),
    stop: async (options) => (await started)?.stop(options),
  }
}
