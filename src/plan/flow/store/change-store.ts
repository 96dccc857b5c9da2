/** Changes of first-contact resolution and self-service that are reckoned with from a day on. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>

export type CountedChange = {
  readonly changeId: string
  /** Null: self-service. */
  readonly queueId: string | null
  readonly difference: number
  readonly countedFrom: string
  readonly decidedAt: Date
  readonly decidedBy: string
  readonly factors: readonly { readonly queueId: string; readonly factor: number }[]
}

/** In the order in which they take effect. */
export async function listChanges({ organisationId }: Tenant, db: Db): Promise<readonly CountedChange[]> {
  const { rows } = await sql<CountedChange>`
    select c.change_id as "changeId", c.queue_id as "queueId", c.difference, c.counted_from as "countedFrom",
      c.decided_at as "decidedAt", p.name as "decidedBy",
      coalesce((
        select jsonb_agg(jsonb_build_object('queueId', f.queue_id, 'factor', f.factor)) from plan_flow_change_factor f
        where f.organisation_id = c.organisation_id and f.change_id = c.change_id
      ), '[]') as factors
    from plan_flow_change c
      join person p on p.organisation_id = c.organisation_id and p.person_id = c.decided_by
    where c.organisation_id = ${organisationId}
    order by c.counted_from, c.change_id`.execute(db)
  return rows
}

export async function insertChange(
  { organisationId, personId }: Scope,
  trx: Db,
  { changeId, queueId, difference, countedFrom, decidedAt, factors }: Omit<CountedChange, 'decidedBy'>,
): Promise<void> {
  const of = { organisation_id: organisationId, change_id: changeId }
  await trx
    .insertInto('plan_flow_change')
    .values({
      ...of,
      queue_id: queueId,
      difference,
      counted_from: countedFrom,
      decided_at: decidedAt,
      decided_by: personId,
    })
    .execute()
  const rows = factors.map((each) => ({ ...of, queue_id: each.queueId, factor: each.factor }))
  if (rows.length > 0) await trx.insertInto('plan_flow_change_factor').values(rows).execute()
}

/** @returns whether there was one */
export async function deleteChange({ organisationId }: Tenant, trx: Db, changeId: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('plan_flow_change')
    .where('organisation_id', '=', organisationId)
    .where('change_id', '=', changeId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
