import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import '../tables.ts'

export type Refusal = {
  readonly line: number | null
  readonly path: string | null
  readonly reason: string
  readonly params: Readonly<Record<string, string | number>>
}

export type NumberedRefusal = Refusal & { readonly number: number }

/** Written under numbers that go on from `after`. */
export async function insertRefusals(
  scope: Scope,
  trx: Db,
  batch: { readonly batchId: string; readonly after: number },
  refusals: readonly Refusal[],
): Promise<void> {
  if (refusals.length === 0) return
  const rows = refusals.map((refusal, index) => ({ ...refusal, number: batch.after + index + 1 }))
  await sql`
    insert into intake_refusal (organisation_id, batch_id, refusal_number, line, path, reason, params)
    select ${scope.organisationId}::uuid, ${batch.batchId}::uuid, r.number, r.line, r.path, r.reason, r.params
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(number integer, line bigint, path text, reason text, params jsonb)`.execute(trx)
}

export async function listRefusals(
  scope: Scope,
  db: Db,
  query: { readonly batchId: string; readonly after: number; readonly limit: number },
): Promise<readonly NumberedRefusal[]> {
  const rows = await db
    .selectFrom('intake_refusal')
    .selectAll()
    .where('organisation_id', '=', scope.organisationId)
    .where('batch_id', '=', query.batchId)
    .where('refusal_number', '>', query.after)
    .orderBy('refusal_number')
    .limit(query.limit)
    .execute()
  return rows.map((row) => ({
    number: row.refusal_number,
    line: row.line,
    path: row.path,
    reason: row.reason,
    params: row.params as Refusal['params'],
  }))
}

/** How often each reason was given, the most frequent first. */
export async function countReasons(scope: Scope, db: Db, batchId: string) {
  const rows = await db
    .selectFrom('intake_refusal')
    .select((row) => ['reason', row.fn.countAll<number>().as('rows')])
    .where('organisation_id', '=', scope.organisationId)
    .where('batch_id', '=', batchId)
    .groupBy('reason')
    .orderBy('rows', 'desc')
    .orderBy('reason')
    .execute()
  return rows.map(({ reason, rows: count }) => ({ reason, rows: count }))
}
