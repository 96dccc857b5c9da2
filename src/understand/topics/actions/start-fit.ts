/** Grouping the whole log anew: asked for by a person, done as a job, with what moved told afterwards. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import type { FitLine } from '../contract.ts'
import { changeFit, type FitSettings, insertFit, listFits, listMoves } from '../store/fit-store.ts'
import type { TopicsPayload } from './learn-later.ts'

export const fitJob = 'topics.fit'

export type FitPayload = TopicsPayload & { readonly fitId: string; readonly settings: FitSettings }

/**
 * `byItself` when nobody has asked: the house groups the first log on its own.
 *
 * @throws AppError fit-running while another grouping has not ended
 */
export async function startFit(
  context: Pick<Context, 'scope' | 'db' | 'now' | 'jobs' | 'requestId'>,
  settings: FitSettings,
  { byItself = false }: { readonly byItself?: boolean } = {},
): Promise<{ fitId: string; jobId: string }> {
  const { scope, db, now, jobs } = context
  const { organisationId, personId } = scope
  const fitId = newId(now.getTime())
  await inTransaction(db, async (trx) => {
    const [latest] = await listFits(scope, trx, 1)
    if (latest !== undefined && (latest.state === 'waiting' || latest.state === 'running'))
      throw new AppError('fit-running')
    await insertFit(scope, trx, { fitId, settings, now, personId: byItself ? null : personId })
    const subject = { kind: 'topic-fit', id: fitId }
    await recordAudit(context, { action: 'topics.fit', subject, detail: { ...settings } }, trx)
  })
  const payload: FitPayload = { organisationId, fitId, settings, ...(byItself ? {} : { personId }) }
  try {
    const jobId = await jobs.send(fitJob, payload, { organisationId })
    await changeFit(scope, db, { fitId, jobId })
    return { fitId, jobId }
  } catch (error) {
    // Without its work it would keep every other grouping from being asked for.
    await changeFit(scope, db, { fitId, state: 'failed', error: String(error), finishedAt: now })
    throw error
  }
}

export async function readFits({ scope, db }: Context): Promise<{ items: FitLine[] }> {
  return { items: await listFits(scope, db) }
}

/** @throws AppError not-found */
export async function readMoves({ scope, db }: Context, { fitId }: { readonly fitId: string }) {
  const fits = await listFits(scope, db, 1000)
  if (!fits.some((fit) => fit.fitId === fitId)) throw new AppError('not-found')
  return { items: await listMoves(scope, db, fitId) }
}
