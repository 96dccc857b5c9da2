/** A process that takes the job `stuck`, says so, and never finishes it. */
import { openDatabase } from '../../src/platform/database/index.ts'
import { startJobs } from '../../src/platform/jobs/index.ts'

const database = await openDatabase({
  dataFolder: process.env.LYTTEPOST_DATA!,
  ...(process.env.DATABASE_URL ? { databaseUrl: process.env.DATABASE_URL } : {}),
})
const jobs = await startJobs(database)
await jobs.work('stuck', async ({ id }) => {
  process.stdout.write(`${id}\n`)
  return new Promise(() => undefined)
})
