/** Long work of this feature: grouping the log, assigning what has come in, and learning from what people placed. */
import { type Scope, scopeOfHouse, scopeOfPerson } from '../../organisation/index.ts'
import type { Db } from '../../platform/database/index.ts'
import { type Jobs, runInThread } from '../../platform/jobs/index.ts'
import { type AssignPayload, assignJob, assignNew } from './actions/assign-new.ts'
import { carryOutFit, failFit } from './actions/carry-out-fit.ts'
import { learnFromPlaced } from './actions/learn-from-placed.ts'
import { learnJob, type TopicsPayload } from './actions/learn-later.ts'
import { type FitPayload, fitJob } from './actions/start-fit.ts'
import type { GroupedLog } from './fit/group-log.ts'
import type { ReadText } from './fit/mind.ts'

const groupThread = new URL('./fit/group-log-thread.ts', import.meta.url)
const readThread = new URL('./fit/read-texts-thread.ts', import.meta.url)

/** Makes this process work on topics. */
export async function workOnTopics(jobs: Jobs, { db }: { readonly db: Db }): Promise<void> {
  await jobs.work<FitPayload>(fitJob, async ({ id, data, signal, progress }) => {
    const scope = await scopeOf(db, data)
    if (!scope) return undefined
    const context = { scope, db, now: new Date(), requestId: id }
    try {
      return await carryOutFit(context, data, {
        group: (input) => runInThread<GroupedLog>(groupThread, input, { signal, onProgress: progress }),
        progress,
      })
    } catch (error) {
      await failFit(context, data, signal.aborted ? 'cancelled' : String(error))
      throw error
    }
  })
  await jobs.work<AssignPayload>(assignJob, async ({ id, data, signal, progress }) => {
    const scope = await scopeOf(db, data)
    if (!scope) return undefined
    const context = { scope, db, jobs, now: new Date(), requestId: id }
    return assignNew(context, data, {
      read: (input) => runInThread<ReadText[] | null>(readThread, input, { signal, onProgress: progress }),
    })
  })
  await jobs.work<TopicsPayload>(learnJob, async ({ id, data, signal }) => {
    const scope = await scopeOf(db, data)
    if (!scope) return undefined
    const context = { scope, db, now: new Date(), requestId: id }
    return learnFromPlaced(context, {
      read: (input) => runInThread<ReadText[] | null>(readThread, input, { signal }),
    })
  })
}

/** Undefined when the person who asked may not any more. */
async function scopeOf(db: Db, { organisationId, personId }: TopicsPayload): Promise<Scope | undefined> {
  return personId === undefined
    ? scopeOfHouse(organisationId)
    : scopeOfPerson(db, { organisationId, personId }, 'job')
}
