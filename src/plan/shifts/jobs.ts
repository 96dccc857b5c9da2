/** Long work of shifts: the search for a week's shifts, in a thread. */
import { scopeOfPerson } from '../../organisation/index.ts'
import type { Db } from '../../platform/database/index.ts'
import type { Jobs } from '../../platform/jobs/index.ts'
import type { Log } from '../../platform/log/index.ts'
import { keepSolved, readProblem, readUncovered, type SolvePayload, solveJob } from './actions/solve-week.ts'
import { coverInThread, type SolveOptions, solveInThread } from './solve/solve-in-thread.ts'

/** Makes this process search for shifts. A search that is cancelled keeps the best that it has found. */
export async function workOnShifts(
  jobs: Jobs,
  { db, log }: { readonly db: Db; readonly log: Log },
): Promise<void> {
  await jobs.work<SolvePayload>(solveJob, async ({ id, data, signal, progress }) => {
    const scope = await scopeOfPerson(db, data, 'job')
    if (!scope) return undefined
    const { weekStart, revision, seconds, stage = 'roster' } = data
    const context = { scope, db, now: new Date(), jobs, log, requestId: id }
    const options: SolveOptions = {
      signal,
      // What the page tells of the best plan so far; it reads it as JSON.
      onProgress: ({ share, gap, shortMinutes }) => progress(share, JSON.stringify({ gap, shortMinutes })),
    }
    const found =
      stage === 'cover'
        ? await coverInThread({ ...(await readUncovered(context, weekStart)), seconds, seed: 1 }, options)
        : await solveInThread(
            { ...(await readProblem(context, weekStart)), seconds, seed: weekStart },
            options,
          )
    const kept = await keepSolved({ ...context, now: new Date() }, { weekStart, revision, jobId: id, found })
    const { gap, shortMinutes, shifts } = found
    return { kept, gap, shortMinutes, shifts: shifts.length }
  })
}
