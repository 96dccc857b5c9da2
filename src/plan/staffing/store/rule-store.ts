/** Service targets with their history, and the parts of shrinkage. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { StaffingSettings } from '../rules/settings.ts'
import type { ShrinkagePart } from '../rules/shrinkage.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>

export type StoredRule = {
  readonly queueId: string
  readonly validFrom: string
  readonly settings: StaffingSettings
  readonly setAt: Date
  readonly setBy: string
}

/** Of one queue or of all; each queue's latest first. */
export async function listRules(
  { organisationId }: Tenant,
  db: Db,
  queueId?: string,
): Promise<readonly StoredRule[]> {
  let query = db
    .selectFrom('plan_staffing_rule as r')
    .innerJoin('person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'r.organisation_id').onRef('p.person_id', '=', 'r.set_by'),
    )
    .select([
      'r.queue_id as queueId',
      'r.valid_from as validFrom',
      'r.settings',
      'r.set_at as setAt',
      'p.name as setBy',
    ])
    .where('r.organisation_id', '=', organisationId)
    .orderBy('r.queue_id')
    .orderBy('r.valid_from', 'desc')
  if (queueId !== undefined) query = query.where('r.queue_id', '=', queueId)
  return query.execute()
}

export async function saveRule(
  { organisationId, personId }: Scope,
  trx: Db,
  rule: {
    readonly queueId: string
    readonly validFrom: string
    readonly settings: StaffingSettings
    readonly now: Date
  },
): Promise<void> {
  const set = { settings: JSON.stringify(rule.settings), set_at: rule.now, set_by: personId }
  await trx
    .insertInto('plan_staffing_rule')
    .values({
      organisation_id: organisationId,
      queue_id: rule.queueId,
      valid_from: rule.validFrom,
      ...set,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'queue_id', 'valid_from']).doUpdateSet(set),
    )
    .execute()
}

/** In the order in which they were given. */
export function listShrinkage({ organisationId }: Tenant, db: Db): Promise<ShrinkagePart[]> {
  return db
    .selectFrom('plan_shrinkage_part')
    .select(['name', 'share', 'place', 'planned'])
    .where('organisation_id', '=', organisationId)
    .orderBy('part_number')
    .execute()
}

export async function replaceShrinkage(
  { organisationId }: Tenant,
  trx: Db,
  parts: readonly ShrinkagePart[],
): Promise<void> {
  await trx.deleteFrom('plan_shrinkage_part').where('organisation_id', '=', organisationId).execute()
  if (parts.length === 0) return
  await trx
    .insertInto('plan_shrinkage_part')
    .values(
      parts.map(({ name, share, place, planned }, at) => ({
        organisation_id: organisationId,
        part_number: at + 1,
        name,
        share,
        place,
        planned,
      })),
    )
    .execute()
}
