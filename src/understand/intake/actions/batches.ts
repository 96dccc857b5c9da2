import { AppError } from '../../../kernel/errors.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import { writeCsv } from '../../../platform/files/index.ts'
import type { IntakeContext } from '../context.ts'
import type { IntakeBatch } from '../contract.ts'
import {
  batchCursor,
  changeBatch,
  findBatch,
  listBatches,
  namesOfBatches,
  type StoredBatch,
} from '../store/batch-store.ts'
import { countReasons, listRefusals, type NumberedRefusal } from '../store/refusal-store.ts'
import { deleteUpload } from '../store/upload-store.ts'

type Paged = { readonly cursor?: string | undefined; readonly limit: number }

export async function readBatches(
  context: Context,
  { sourceId, cursor, limit }: Paged & { readonly sourceId?: string | undefined },
) {
  const found = await listBatches(context.scope, context.db, { sourceId, before: cursor, limit: limit + 1 })
  const page = found.slice(0, limit)
  const items = await batchViews(context, page)
  return found.length > limit ? { items, next: batchCursor(page.at(-1)!) } : { items }
}

type OfBatch = { readonly batchId: string }

/** @throws AppError not-found */
export async function readBatch(context: Context, { batchId }: OfBatch) {
  const batch = await batchOf(context, batchId)
  const reasons = await countReasons(context.scope, context.db, batchId)
  return { ...(await batchView(context, batch)), reasons: [...reasons] }
}

/** @throws AppError not-found */
export async function readRefusals(context: Context, { batchId, cursor, limit }: OfBatch & Paged) {
  await batchOf(context, batchId)
  const after = Number(cursor ?? 0)
  const found = await listRefusals(context.scope, context.db, { batchId, after, limit: limit + 1 })
  const items = found.slice(0, limit).map(refusalView)
  return found.length > limit ? { items, next: String(items.at(-1)!.number) } : { items }
}

const refusalView = (refusal: NumberedRefusal) => ({ ...refusal, params: { ...refusal.params } })

/** Every refused row with its line and reason. @throws AppError not-found */
export async function exportRefusals(context: Context, { batchId }: OfBatch): Promise<File> {
  await batchOf(context, batchId)
  const rows: string[][] = []
  for (let after = 0; ; ) {
    const found = await listRefusals(context.scope, context.db, { batchId, after, limit: 5000 })
    rows.push(...found.map(csvRow))
    if (found.length < 5000) break
    after = found.at(-1)!.number
  }
  const text = writeCsv([['line', 'path', 'reason', 'detail'], ...rows], { byteOrderMark: true })
  return new File([text], `refused-${batchId.slice(0, 8)}.csv`, { type: 'text/csv; charset=utf-8' })
}

function csvRow({ line, path, reason, params }: NumberedRefusal): string[] {
  const detail = Object.entries(params).map(([name, value]) => `${name}: ${value}`)
  return [line === null ? '' : String(line), path ?? '', reason, detail.join('; ')]
}

/** Stops a delivery; what has landed stays, and the file goes. @throws AppError not-found · batch-finished */
export async function cancelBatch(context: IntakeContext, { batchId }: OfBatch): Promise<IntakeBatch> {
  const { scope, db, now, jobs } = context
  const batch = await inTransaction(db, async (trx) => {
    const found = await findBatch(scope, trx, batchId, true)
    if (!found) throw new AppError('not-found')
    if (found.state !== 'waiting' && found.state !== 'running') throw new AppError('batch-finished')
    await changeBatch(scope, trx, batchId, { state: 'cancelled', finishedAt: now })
    if (found.uploadId !== null) await deleteUpload(scope, trx, found.uploadId)
    const subject = { kind: 'batch', id: batchId }
    await recordAudit(context, { action: 'batch.cancelled', subject }, trx)
    return found
  })
  if (batch.jobId !== null) await jobs.cancel(batch.jobId)
  return batchView(context, await batchOf(context, batchId))
}

async function batchOf({ scope, db }: Context, batchId: string): Promise<StoredBatch> {
  const batch = await findBatch(scope, db, batchId)
  if (!batch) throw new AppError('not-found')
  return batch
}

export async function batchView(context: Context, batch: StoredBatch): Promise<IntakeBatch> {
  return (await batchViews(context, [batch]))[0]!
}

async function batchViews({ scope, db }: Context, batches: readonly StoredBatch[]): Promise<IntakeBatch[]> {
  const names = await namesOfBatches(scope, db, batches)
  return batches.map((batch) => {
    const { sourceId, personId, contentHash, uploadId: _, ...rest } = batch
    return {
      ...rest,
      sourceId,
      sourceName: names.sources.get(sourceId) ?? '',
      person: personId === null ? null : (names.people.get(personId) ?? null),
      receivedAt: batch.receivedAt.toISOString(),
      finishedAt: batch.finishedAt?.toISOString() ?? null,
      masked: { ...batch.masked },
      sameFileAs: contentHash === null ? null : (names.firstOf.get(batch.batchId) ?? null),
    }
  })
}
