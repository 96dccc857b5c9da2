/** Long work of this feature: making every report of an edition. */
import { scopeOfPerson } from '../../organisation/index.ts'
import type { Db } from '../../platform/database/index.ts'
import type { Jobs } from '../../platform/jobs/index.ts'
import type { Log } from '../../platform/log/index.ts'
import { carryOutReports, type MakeReportsPayload, makeReportsJob } from './actions/make-reports.ts'

/** Makes this process work on reports. */
export async function workOnReports(
  jobs: Jobs,
  { db, log }: { readonly db: Db; readonly log: Log },
): Promise<void> {
  await jobs.work<MakeReportsPayload>(makeReportsJob, async ({ id, data, signal, progress }) => {
    const scope = await scopeOfPerson(db, data, 'job')
    if (!scope) return undefined
    const context = { scope, db, jobs, log, now: new Date(), requestId: id }
    return carryOutReports(context, data, { signal, progress })
  })
}
