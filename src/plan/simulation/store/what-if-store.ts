/** What-ifs as they are set up, and what they gave. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Assumptions } from '../rules/what-if/base-scenario.ts'
import type { Levers } from '../rules/what-if/levers.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>

export type WhatIfFields = {
  readonly name: string
  readonly from: string
  readonly days: number
  readonly assumptions: Assumptions
  readonly plans: readonly Levers[]
  readonly seed: number
  readonly replications: number
}
export type StoredWhatIf = WhatIfFields & {
  readonly whatIfId: string
  readonly changedAt: Date
  readonly jobId: string | null
}

const columns = [
  'what_if_id as whatIfId',
  'name',
  'from_day as from',
  'days',
  'assumptions',
  'plans',
  'seed',
  'replications',
  'changed_at as changedAt',
  'job_id as jobId',
] as const

/** The latest changed first. */
export function listWhatIfs({ organisationId }: Tenant, db: Db): Promise<StoredWhatIf[]> {
  return db
    .selectFrom('plan_what_if')
    .select(columns)
    .where('organisation_id', '=', organisationId)
    .orderBy('changed_at', 'desc')
    .orderBy('what_if_id')
    .execute()
}

export function findWhatIf(
  { organisationId }: Tenant,
  db: Db,
  id: string,
): Promise<StoredWhatIf | undefined> {
  return db
    .selectFrom('plan_what_if')
    .select(columns)
    .where('organisation_id', '=', organisationId)
    .where('what_if_id', '=', id)
    .executeTakeFirst()
}

const rowOf = ({ name, from, days, assumptions, plans, seed, replications }: WhatIfFields) => ({
  name,
  from_day: from,
  days,
  assumptions: JSON.stringify(assumptions),
  plans: JSON.stringify(plans),
  seed,
  replications,
})

type Saving = { readonly whatIfId: string; readonly fields: WhatIfFields; readonly now: Date }

export async function insertWhatIf(
  { organisationId, personId }: Scope,
  db: Db,
  { whatIfId, fields, now }: Saving,
): Promise<void> {
  await db
    .insertInto('plan_what_if')
    .values({
      organisation_id: organisationId,
      what_if_id: whatIfId,
      ...rowOf(fields),
      created_at: now,
      created_by: personId,
      changed_at: now,
      job_id: null,
    })
    .execute()
}

/** @returns false when it is not there */
export async function updateWhatIf(
  { organisationId }: Tenant,
  db: Db,
  { whatIfId, fields, now }: Saving,
): Promise<boolean> {
  const row = await db
    .updateTable('plan_what_if')
    .set({ ...rowOf(fields), changed_at: now })
    .where('organisation_id', '=', organisationId)
    .where('what_if_id', '=', whatIfId)
    .returning('what_if_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function setJob(
  { organisationId }: Tenant,
  db: Db,
  { whatIfId, jobId }: { readonly whatIfId: string; readonly jobId: string },
): Promise<void> {
  await db
    .updateTable('plan_what_if')
    .set({ job_id: jobId })
    .where('organisation_id', '=', organisationId)
    .where('what_if_id', '=', whatIfId)
    .execute()
}

export async function deleteWhatIf({ organisationId }: Tenant, db: Db, id: string): Promise<boolean> {
  const row = await db
    .deleteFrom('plan_what_if')
    .where('organisation_id', '=', organisationId)
    .where('what_if_id', '=', id)
    .returning('what_if_id')
    .executeTakeFirst()
  return row !== undefined
}

export type StoredResult = {
  readonly madeAt: Date
  readonly changedAt: Date
  readonly version: string
  readonly seed: number
  readonly replications: number
  readonly basis: unknown
  readonly result: unknown
}

export function findResult(
  { organisationId }: Tenant,
  db: Db,
  id: string,
): Promise<StoredResult | undefined> {
  return db
    .selectFrom('plan_what_if_result')
    .select([
      'made_at as madeAt',
      'changed_at as changedAt',
      'simulation_version as version',
      'seed',
      'replications',
      'basis',
      'result',
    ])
    .where('organisation_id', '=', organisationId)
    .where('what_if_id', '=', id)
    .executeTakeFirst()
}

/** In place of the one before. Nothing when the what-if has been removed in the meantime. */
export async function saveResult(
  { organisationId }: Tenant,
  trx: Db,
  { whatIfId, result }: { readonly whatIfId: string; readonly result: StoredResult },
): Promise<void> {
  const own = await trx
    .selectFrom('plan_what_if')
    .select('what_if_id')
    .where('organisation_id', '=', organisationId)
    .where('what_if_id', '=', whatIfId)
    .forUpdate()
    .executeTakeFirst()
  if (!own) return
  const values = {
    made_at: result.madeAt,
    changed_at: result.changedAt,
    simulation_version: result.version,
    seed: result.seed,
    replications: result.replications,
    basis: JSON.stringify(result.basis),
    result: JSON.stringify(result.result),
  }
  await trx
    .insertInto('plan_what_if_result')
    .values({ organisation_id: organisationId, what_if_id: whatIfId, ...values })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'what_if_id']).doUpdateSet(values))
    .execute()
}
