/** Reading a whole file into its source: asked for here, carried out by the job. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { recordAudit, type Scope } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import type { Job } from '../../../platform/jobs/index.ts'
import type { IntakeContext } from '../context.ts'
import type { IntakeBatch, SourceProfile } from '../contract.ts'
import { tell } from '../listeners.ts'
import type { ReadItem } from '../rules/record.ts'
import { isFileKind } from '../rules/source-kinds.ts'
import {
  type BatchCounts,
  changeBatch,
  ensureBatch,
  findBatch,
  type StoredBatch,
} from '../store/batch-store.ts'
import { customerSecret } from '../store/secret-store.ts'
import type { StoredSource } from '../store/source-store.ts'
import { deleteUpload, findUpload } from '../store/upload-store.ts'
import { batchView } from './batches.ts'
import { type FileRead, fileOfUpload } from './file-of-upload.ts'
import { land, prepare, summed } from './land.ts'
import { type Door, openDoor } from './open-door.ts'
import { readFile } from './open-reader.ts'
import { openSourceOf, sourceOf } from './sources.ts'
import { wholeUploadOf } from './uploads.ts'

export const importJob = 'intake.import'
export type ImportPayload = {
  readonly organisationId: string
  readonly personId: string
  readonly batchId: string
}

type Asked = { readonly sourceId: string; readonly uploadId: string }

/** @throws AppError not-found · source-retired · source-kind · upload-incomplete */
export async function startImport(context: IntakeContext, asked: Asked): Promise<IntakeBatch> {
  const { scope, db, jobs, now } = context
  const source = await openSourceOf(context, asked.sourceId, isFileKind)
  const upload = await wholeUploadOf(context, asked.uploadId)
  const batchId = newId(now.getTime())
  const { organisationId, personId } = scope
  const { fileName, uploadId } = upload
  await inTransaction(db, async (trx) => {
    const received = { fileName, uploadId, state: 'waiting', receivedAt: now } as const
    await ensureBatch(scope, trx, { batchId, sourceId: source.sourceId, ...received })
    const subject = { kind: 'batch', id: batchId }
    await recordAudit(context, { action: 'batch.started', subject, detail: { source: source.name } }, trx)
  })
  try {
    const jobId = await jobs.send(importJob, { organisationId, personId, batchId }, { organisationId })
    await changeBatch(scope, db, batchId, { jobId })
  } catch (error) {
    await changeBatch(scope, db, batchId, { state: 'failed', error: 'internal', finishedAt: now })
    throw error
  }
  return batchView(context, (await findBatch(scope, db, batchId))!)
}

export type Importing = Omit<IntakeContext, 'mailHosts'> & {
  /** Items that become one transaction; 2000 unless said. */
  readonly stepRows?: number
}

const usualStep = 2000
/** Items between two looks at what else the server has to do. */
const breathSize = 50

/**
 * Reads the file from its beginning, leaves out what an earlier attempt has stored, and stores the rest step by
 * step. Stopped at any moment and begun again, it doubles nothing.
 */
export async function carryOutImport(
  context: Importing,
  { batchId }: Pick<ImportPayload, 'batchId'>,
  job: Pick<Job<object>, 'signal' | 'progress'>,
): Promise<{ read: number } | undefined> {
  const { scope, db } = context
  const batch = await findBatch(scope, db, batchId)
  if (!batch || batch.state === 'done' || batch.state === 'cancelled') return undefined
  const upload = batch.uploadId === null ? undefined : await findUpload(scope, db, batch.uploadId)
  if (!upload) {
    await closeBatch(context, batch, { state: 'failed', error: 'upload-gone' })
    return undefined
  }
  await changeBatch(scope, db, batchId, { state: 'running', error: null })
  const source = await sourceOf(context, batch.sourceId)
  const file = fileOfUpload(scope, context, upload)
  const items = readFile(source.reader, source.profile as SourceProfile, file.open)
  const going: Going = { context, batch, source, file, door: await doorOf(context, source), job }
  const read = await readAll(going, items)
  if (read === undefined) return undefined
  await closeBatch(context, batch, { state: 'done', contentHash: file.hash() })
  return { read }
}

export async function doorOf(
  { scope, db, now }: Pick<Importing, 'scope' | 'db' | 'now'>,
  source: Pick<StoredSource, 'sourceId' | 'channel' | 'profile'>,
): Promise<Door> {
  const { customerKind, names, keepNames } = source.profile as SourceProfile
  return openDoor({
    sourceId: source.sourceId,
    channel: source.channel,
    customerSecret: await customerSecret(scope, db, now),
    ...(customerKind && { customerKind }),
    ...(names && { names }),
    ...(keepNames && { keepNames }),
  })
}

type Going = {
  readonly context: Importing
  readonly batch: StoredBatch
  readonly source: StoredSource
  readonly file: FileRead
  readonly door: Door
  readonly job: Pick<Job<object>, 'signal' | 'progress'>
}

/** How many items the file has; undefined when somebody else has gone on with it, or it was cancelled. */
async function readAll(going: Going, items: AsyncIterable<ReadItem>): Promise<number | undefined> {
  const { batch, file, job } = going
  const stepSize = going.context.stepRows ?? usualStep
  let read = 0
  let step: ReadItem[] = []
  for await (const item of items) {
    if (read + step.length < batch.counts.read) {
      read += 1
      continue
    }
    step.push(item)
    if (step.length < stepSize) continue
    if (!(await storeStep(going, read, step))) return undefined
    read += step.length
    step = []
    job.progress(file.fraction(), String(read))
    job.signal.throwIfAborted()
  }
  if (step.length > 0 && !(await storeStep(going, read, step))) return undefined
  return read + step.length
}

async function storeStep(
  { context, batch, source, door }: Going,
  readBefore: number,
  items: readonly ReadItem[],
): Promise<boolean> {
  const step = await prepareInBreaths(door, items)
  const masked = summed(batch.masked, door.masked())
  const { scope, db, jobs, log } = context
  const { batchId } = batch
  const { sourceId } = source
  const added = await land(scope, db, { sourceId, batchId, readBefore, masked }, step)
  if (!added) return false
  const came = { organisationId: scope.organisationId, sourceId, batchId, ...landedIn(added) }
  await tell(context.intakeListeners, came, {
    jobs,
    onError: (error) => log.error({ err: error }, 'told of enquiries'),
  })
  return true
}

const landedIn = ({ landed, changed }: BatchCounts) => ({ landed, changed })

/** Masking is work: others get their turn after every few rows. */
export async function prepareInBreaths(door: Door, items: readonly ReadItem[]) {
  const steps = []
  for (let from = 0; from < items.length; from += breathSize) {
    steps.push(prepare(door, items.slice(from, from + breathSize)))
    await new Promise<void>((next) => setImmediate(next))
  }
  return { rows: steps.flatMap(({ rows }) => rows), refusals: steps.flatMap(({ refusals }) => refusals) }
}

type Closing = { readonly state: 'done' | 'failed'; readonly contentHash?: string; readonly error?: string }

/** Ends the batch unless somebody has cancelled it, and throws the file away unless it may be tried again. */
export async function closeBatch(
  { scope, db, now }: { readonly scope: Scope; readonly db: Db; readonly now: Date },
  { batchId, uploadId }: Pick<StoredBatch, 'batchId' | 'uploadId'>,
  closing: Closing,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const batch = await findBatch(scope, trx, batchId, true)
    if (!batch) throw new AppError('not-found')
    if (batch.state === 'cancelled') return
    await changeBatch(scope, trx, batchId, { ...closing, finishedAt: now })
    if (uploadId !== null) await deleteUpload(scope, trx, uploadId)
  })
}
