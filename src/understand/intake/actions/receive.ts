/** Enquiries delivered one by one or a few at a time, by a program with a key or by a person. */
import { z } from 'zod'
import { AppError } from '../../../kernel/errors.ts'
import type { IntakeContext } from '../context.ts'
import { tell } from '../listeners.ts'
import { isAhead, liveRecordSchema, toRecord } from '../rules/live-record.ts'
import type { ReadItem } from '../rules/record.ts'
import { ensureBatch } from '../store/batch-store.ts'
import { doorOf, prepareInBreaths } from './import-file.ts'
import { land } from './land.ts'
import { standingBatchId } from './open-door.ts'
import { openSourceOf } from './sources.ts'

type Received = { readonly source: string; readonly records: readonly unknown[] }

/**
 * Good records land and the others are told by their number. Delivered again, nothing is doubled.
 *
 * @throws AppError not-found · source-retired · source-kind
 */
export async function receiveEnquiries(context: IntakeContext, { source: sourceId, records }: Received) {
  const { scope, db, now, jobs, log } = context
  const source = await openSourceOf(context, sourceId, (kind) => kind === 'live')
  const door = await doorOf(context, source)
  const step = await prepareInBreaths(door, records.map(readOne(now)))
  const batchId = standingBatchId(sourceId, now.toISOString().slice(0, 13))
  await ensureBatch(scope, db, { batchId, sourceId, fileName: null, state: 'done', receivedAt: now })
  const counts = await land(scope, db, { sourceId, batchId, masked: door.masked() }, step)
  if (!counts) throw new AppError('conflict')
  const { landed, changed } = counts
  await tell(
    context.intakeListeners,
    { organisationId: scope.organisationId, sourceId, batchId, landed, changed },
    { jobs, onError: (error) => log.error({ err: error }, 'told of enquiries') },
  )
  const refused = step.refusals.map(({ line, reason, path }) => ({ record: line ?? 0, reason, path }))
  return { batchId, counts, refused }
}

/** The field that is wrong; of several that nobody knows, the first. */
function pathOf(issue: z.core.$ZodIssue | undefined): string {
  const [unknown] = issue?.code === 'unrecognized_keys' ? issue.keys : []
  return [...(issue?.path ?? []), ...(unknown === undefined ? [] : [unknown])].join('.')
}

const readOne =
  (now: Date) =>
  (value: unknown, index: number): ReadItem => {
    const at = { record: index + 1 }
    const parsed = liveRecordSchema.safeParse(value)
    if (parsed.success && isAhead(parsed.data, now))
      return { ok: false, at: { ...at, path: 'startedAt' }, reason: 'future-time', params: {} }
    if (parsed.success) return { ok: true, record: toRecord(parsed.data), at }
    const [issue] = parsed.error.issues
    const path = pathOf(issue)
    const params = { says: z.prettifyError(parsed.error).slice(0, 200) }
    return {
      ok: false,
      at: path === '' ? at : { ...at, path },
      reason: path === '' ? 'wrong-shape' : 'bad-value',
      params,
    }
  }
