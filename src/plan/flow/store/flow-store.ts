/** What an organisation says of its flow, and which improvements are reckoned with. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { SelfService } from '../rules/self-service.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>

export type StoredFlowQueue = {
  readonly queueId: string
  readonly pReturn: number | null
  readonly pRedial: number
  readonly shiftTo: string | null
  readonly pShift: number
}

export function listFlowQueues({ organisationId }: Tenant, db: Db): Promise<StoredFlowQueue[]> {
  return db
    .selectFrom('plan_flow_queue')
    .select([
      'queue_id as queueId',
      'p_return as pReturn',
      'p_redial as pRedial',
      'shift_to as shiftTo',
      'p_shift as pShift',
    ])
    .where('organisation_id', '=', organisationId)
    .execute()
}

export async function saveFlowQueue(
  { organisationId, personId }: Scope,
  trx: Db,
  { queueId, pReturn, pRedial, shiftTo, pShift, now }: StoredFlowQueue & { readonly now: Date },
): Promise<void> {
  const said = { p_return: pReturn, p_redial: pRedial, shift_to: shiftTo, p_shift: pShift }
  const changed = { ...said, changed_at: now, changed_by: personId }
  await trx
    .insertInto('plan_flow_queue')
    .values({ organisation_id: organisationId, queue_id: queueId, ...changed })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'queue_id']).doUpdateSet(changed))
    .execute()
}

export function findSelfService({ organisationId }: Tenant, db: Db): Promise<SelfService | undefined> {
  return db
    .selectFrom('plan_flow_setting')
    .select(['tried', 'settled', 'given_up as givenUp'])
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
}

export async function saveSelfService(
  { organisationId, personId }: Scope,
  trx: Db,
  { tried, settled, givenUp, now }: SelfService & { readonly now: Date },
): Promise<void> {
  const changed = { tried, settled, given_up: givenUp, changed_at: now, changed_by: personId }
  await trx
    .insertInto('plan_flow_setting')
    .values({ organisation_id: organisationId, ...changed })
    .onConflict((conflict) => conflict.columns(['organisation_id']).doUpdateSet(changed))
    .execute()
}

export type CountedImprovement = {
  readonly improvementId: string
  readonly title: string
  readonly countedFrom: string
  readonly mean: number
  readonly low: number
  readonly high: number
  readonly decidedAt: Date
  readonly decidedBy: string
  readonly shares: readonly { readonly queueId: string; readonly share: number }[]
}

/** Those that are reckoned with, as they were believed then; what has been dropped or is in effect since is left out. */
export async function listCounted(
  { organisationId }: Tenant,
  db: Db,
): Promise<readonly CountedImprovement[]> {
  const { rows } = await sql<CountedImprovement>`
    select c.improvement_id as "improvementId", i.title, c.counted_from as "countedFrom", c.drop_mean as mean,
      c.drop_low as low, c.drop_high as high, c.decided_at as "decidedAt", p.name as "decidedBy",
      coalesce((
        select jsonb_agg(jsonb_build_object('queueId', s.queue_id, 'share', s.share)) from plan_flow_share s
        where s.organisation_id = c.organisation_id and s.improvement_id = c.improvement_id
      ), '[]') as shares
    from plan_flow_improvement c
      join improvement i on i.organisation_id = c.organisation_id and i.improvement_id = c.improvement_id
      join person p on p.organisation_id = c.organisation_id and p.person_id = c.decided_by
    where c.organisation_id = ${organisationId} and i.state in ('proposed', 'decided', 'underWay')
    order by c.counted_from, c.improvement_id`.execute(db)
  return rows
}

export async function dropCounted({ organisationId }: Tenant, trx: Db, improvementId: string): Promise<void> {
  await trx
    .deleteFrom('plan_flow_improvement')
    .where('organisation_id', '=', organisationId)
    .where('improvement_id', '=', improvementId)
    .execute()
}

type Counting = Omit<CountedImprovement, 'title' | 'decidedBy'>

export async function insertCounted(
  { organisationId, personId }: Scope,
  trx: Db,
  { improvementId, countedFrom, mean, low, high, decidedAt, shares }: Counting,
): Promise<void> {
  const of = { organisation_id: organisationId, improvement_id: improvementId }
  await trx
    .insertInto('plan_flow_improvement')
    .values({
      ...of,
      counted_from: countedFrom,
      drop_mean: mean,
      drop_low: low,
      drop_high: high,
      decided_at: decidedAt,
      decided_by: personId,
    })
    .execute()
  const rows = shares.map(({ queueId, share }) => ({ ...of, queue_id: queueId, share }))
  if (rows.length > 0) await trx.insertInto('plan_flow_share').values(rows).execute()
}
