/** Long work of this feature: reading files into their sources, and fetching mail. */
import { scopeOfHouse, scopeOfPerson } from '../../organisation/index.ts'
import type { Db } from '../../platform/database/index.ts'
import type { Job, Jobs } from '../../platform/jobs/index.ts'
import type { Log } from '../../platform/log/index.ts'
import { carryOutImport, closeBatch, type ImportPayload, importJob } from './actions/import-file.ts'
import { carryOutFetch, type FetchPayload, fetchJob, sendDueFetches } from './actions/mailbox.ts'
import type { IntakeParts } from './context.ts'
import { findBatch } from './store/batch-store.ts'

export type IntakeWork = IntakeParts & { readonly db: Db; readonly log: Log }

/** Attempts of one import before it is given up. */
const attempts = 3

/** Makes this process work on imports and fetches. */
export async function workOnIntake(jobs: Jobs, parts: IntakeWork): Promise<void> {
  await jobs.work<ImportPayload>(importJob, (job) => importFile(jobs, parts, job))
  await jobs.work<FetchPayload>(fetchJob, async ({ id, data, signal, progress }) => {
    const { organisationId, personId } = data
    const scope =
      personId === null
        ? scopeOfHouse(organisationId)
        : await scopeOfPerson(parts.db, { organisationId, personId }, 'job')
    if (!scope) return undefined
    const context = { ...parts, scope, jobs, now: new Date(), requestId: id }
    return carryOutFetch(context, data, { signal, progress })
  })
}

async function importFile(
  jobs: Jobs,
  parts: IntakeWork,
  { id, data, attempt, signal, progress }: Job<ImportPayload>,
) {
  const scope = await scopeOfPerson(parts.db, data, 'job')
  if (!scope) return undefined
  const context = { ...parts, scope, jobs, now: new Date(), requestId: id }
  try {
    return await carryOutImport(context, data, { signal, progress })
  } catch (error) {
    const batch = signal.aborted ? undefined : await findBatch(scope, parts.db, data.batchId)
    if (batch && attempt >= attempts) await closeBatch(context, batch, { state: 'failed', error: 'internal' })
    throw error
  }
}

/** Looks once a minute whether the turn of a mailbox has come; any number of servers may. */
export function fetchMailInTurn(jobs: Jobs, { db, log }: IntakeWork): () => Promise<void> {
  let last: Promise<unknown> = Promise.resolve()
  const look = () => {
    last = sendDueFetches(db, jobs, new Date()).catch((error) =>
      log.error({ err: error }, 'mail not fetched'),
    )
  }
  const timer = setInterval(look, 60_000).unref()
  return async () => {
    clearInterval(timer)
    await last
  }
}
