import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { BatchState } from '../tables.ts'

export type BatchCounts = {
  readonly read: number
  readonly landed: number
  readonly known: number
  readonly changed: number
  readonly refused: number
  /** Contacts that this batch brought: the sum of the weights of new rows and of the changes of others. */
  readonly contacts: number
}

export type StoredBatch = {
  readonly batchId: string
  readonly sourceId: string
  readonly fileName: string | null
  readonly contentHash: string | null
  readonly state: BatchState
  readonly jobId: string | null
  readonly uploadId: string | null
  readonly personId: string | null
  readonly receivedAt: Date
  readonly finishedAt: Date | null
  readonly counts: BatchCounts
  readonly masked: Readonly<Record<string, number>>
  readonly error: string | null
}

export type NewBatch = Pick<StoredBatch, 'batchId' | 'sourceId' | 'fileName' | 'state' | 'receivedAt'> & {
  readonly uploadId?: string
}

/** Makes the batch unless it is there: a standing one, such as an hour of live records, is made by whoever is first. */
export async function ensureBatch(scope: Scope, db: Db, batch: NewBatch): Promise<boolean> {
  const made = await db
    .insertInto('intake_batch')
    .values({
      organisation_id: scope.organisationId,
      batch_id: batch.batchId,
      source_id: batch.sourceId,
      file_name: batch.fileName,
      content_hash: null,
      state: batch.state,
      job_id: null,
      person_id: scope.roles.length === 0 ? null : scope.personId,
      received_at: batch.receivedAt,
      finished_at: null,
      rows_read: 0,
      rows_landed: 0,
      rows_known: 0,
      rows_changed: 0,
      rows_refused: 0,
      contacts_landed: 0,
      masked: '{}',
      error: null,
      upload_id: batch.uploadId ?? null,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'batch_id']).doNothing())
    .executeTakeFirst()
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function findBatch(scope: Scope, db: Db, batchId: string, lock = false) {
  const row = await db
    .selectFrom('intake_batch')
    .selectAll()
    .where('organisation_id', '=', scope.organisationId)
    .where('batch_id', '=', batchId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  return row && toBatch(row)
}

/** Newest first. */
export async function listBatches(
  scope: Scope,
  db: Db,
  query: {
    readonly sourceId?: string | undefined
    readonly before?: string | undefined
    readonly limit: number
  },
): Promise<readonly StoredBatch[]> {
  const rows = await db
    .selectFrom('intake_batch')
    .selectAll()
    .where('organisation_id', '=', scope.organisationId)
    .$if(query.sourceId !== undefined, (some) => some.where('source_id', '=', query.sourceId!))
    .$if(query.before !== undefined, (some) => some.where(afterCursor(query.before!)))
    .orderBy('received_at', 'desc')
    .orderBy('batch_id', 'desc')
    .limit(query.limit)
    .execute()
  return rows.map(toBatch)
}

/** A cursor is the moment and the id of the last batch seen. */
export const batchCursor = (batch: StoredBatch): string =>
  `${batch.receivedAt.toISOString()} ${batch.batchId}`

function afterCursor(cursor: string) {
  const [at = '', id = ''] = cursor.split(' ')
  return sql<boolean>`(received_at, batch_id) < (${at}::timestamptz, ${id}::uuid)`
}

export type BatchChange = {
  readonly state?: BatchState
  readonly jobId?: string
  readonly contentHash?: string
  readonly finishedAt?: Date
  readonly error?: string | null
}

export async function changeBatch(scope: Scope, db: Db, batchId: string, change: BatchChange): Promise<void> {
  await db
    .updateTable('intake_batch')
    .set({
      ...(change.state === undefined ? {} : { state: change.state }),
      ...(change.jobId === undefined ? {} : { job_id: change.jobId }),
      ...(change.contentHash === undefined ? {} : { content_hash: change.contentHash }),
      ...(change.finishedAt === undefined ? {} : { finished_at: change.finishedAt }),
      ...(change.error === undefined ? {} : { error: change.error }),
    })
    .where('organisation_id', '=', scope.organisationId)
    .where('batch_id', '=', batchId)
    .execute()
}

/** Adds to the counts, in the transaction that wrote the rows, so that neither is ever there without the other. */
export async function addCounts(
  scope: Scope,
  trx: Db,
  batch: { readonly batchId: string; readonly masked: Readonly<Record<string, number>> },
  added: BatchCounts,
): Promise<void> {
  await trx
    .updateTable('intake_batch')
    .set((row) => ({
      rows_read: row('rows_read', '+', added.read),
      rows_landed: row('rows_landed', '+', added.landed),
      rows_known: row('rows_known', '+', added.known),
      rows_changed: row('rows_changed', '+', added.changed),
      rows_refused: row('rows_refused', '+', added.refused),
      contacts_landed: row('contacts_landed', '+', added.contacts),
      masked: JSON.stringify(batch.masked),
    }))
    .where('organisation_id', '=', scope.organisationId)
    .where('batch_id', '=', batch.batchId)
    .execute()
}

/** The names of the sources and people of some batches, and the first batch with the same file as each. */
export async function namesOfBatches(scope: Scope, db: Db, batches: readonly StoredBatch[]) {
  const { organisationId } = scope
  const wanted = (ids: readonly (string | null)[]) => {
    const some = ids.flatMap((id) => (id === null ? [] : [id]))
    return some.length === 0 ? [''] : [...new Set(some)]
  }
  const sources = await db
    .selectFrom('intake_source')
    .select(['source_id', 'name'])
    .where('organisation_id', '=', organisationId)
    .execute()
  const people = await db
    .selectFrom('person')
    .select(['person_id', 'name'])
    .where('organisation_id', '=', organisationId)
    .execute()
  const same = await db
    .selectFrom('intake_batch')
    .select(['batch_id', 'source_id', 'content_hash', 'received_at'])
    .where('organisation_id', '=', organisationId)
    .where('content_hash', 'in', wanted(batches.map(({ contentHash }) => contentHash)))
    .orderBy('received_at')
    .orderBy('batch_id')
    .execute()
  const firstOf = new Map<string, string>()
  for (const { batchId, sourceId, contentHash } of batches) {
    const first = same.find((one) => one.source_id === sourceId && one.content_hash === contentHash)
    if (first && first.batch_id !== batchId) firstOf.set(batchId, first.batch_id)
  }
  return {
    sources: new Map(sources.map((row) => [row.source_id, row.name])),
    people: new Map(people.map((row) => [row.person_id, row.name])),
    firstOf,
  }
}

type Row = {
  readonly batch_id: string
  readonly source_id: string
  readonly file_name: string | null
  readonly content_hash: string | null
  readonly state: BatchState
  readonly job_id: string | null
  readonly upload_id: string | null
  readonly person_id: string | null
  readonly received_at: Date
  readonly finished_at: Date | null
  readonly rows_read: number
  readonly rows_landed: number
  readonly rows_known: number
  readonly rows_changed: number
  readonly rows_refused: number
  readonly contacts_landed: number
  readonly masked: unknown
  readonly error: string | null
}

function toBatch(row: Row): StoredBatch {
  return {
    batchId: row.batch_id,
    sourceId: row.source_id,
    fileName: row.file_name,
    contentHash: row.content_hash,
    state: row.state,
    jobId: row.job_id,
    uploadId: row.upload_id,
    personId: row.person_id,
    receivedAt: row.received_at,
    finishedAt: row.finished_at,
    counts: {
      read: row.rows_read,
      landed: row.rows_landed,
      known: row.rows_known,
      changed: row.rows_changed,
      refused: row.rows_refused,
      contacts: row.contacts_landed,
    },
    masked: row.masked as Readonly<Record<string, number>>,
    error: row.error,
  }
}
