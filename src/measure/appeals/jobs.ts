/** Work that waits for the end of the window: what nobody has objected to becomes final. */
import { scopeOfPerson } from '../../organisation/index.ts'
import type { Db } from '../../platform/database/index.ts'
import type { Jobs } from '../../platform/jobs/index.ts'
import { type ClosePayload, closeJob, closeWindow } from './actions/window.ts'

/** Makes this process close windows. A window that was given another end is not closed by its first job. */
export async function workOnAppeals(jobs: Jobs, { db }: { readonly db: Db }): Promise<void> {
  await jobs.work<ClosePayload>(closeJob, async ({ id, data }) => {
    const scope = await scopeOfPerson(db, data, 'job')
    if (scope) await closeWindow({ scope, db, now: new Date(), requestId: id }, data.editionId)
    return undefined
  })
}
