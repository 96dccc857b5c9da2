/** Long work of this feature: making the kept figures of a large log anew. */
import { scopeOfPerson } from '../../organisation/index.ts'
import type { Db } from '../../platform/database/index.ts'
import type { Jobs } from '../../platform/jobs/index.ts'
import type { Log } from '../../platform/log/index.ts'
import { type BuildPayload, buildFigures, buildFiguresJob } from './actions/kept-figures.ts'

/** Makes this process work on kept figures. */
export async function workOnFigures(
  jobs: Jobs,
  { db, log }: { readonly db: Db; readonly log: Log },
): Promise<void> {
  await jobs.work<BuildPayload>(buildFiguresJob, async ({ id, data, signal, progress }) => {
    const scope = await scopeOfPerson(db, data, 'job')
    if (!scope) return undefined
    const context = { scope, db, jobs, log, now: new Date(), requestId: id }
    const built = await buildFigures(context, { signal, progress })
    return { records: built?.records ?? 0 }
  })
}
