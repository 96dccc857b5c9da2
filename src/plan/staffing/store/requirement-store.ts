/** The requirement as it was worked out, and what from. */
import { sql } from 'kysely'
import type { PlainDate } from '../../../kernel/calendar.ts'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { TargetWarning } from '../rules/agents-needed.ts'
import type { Learned } from '../rules/handle-time.ts'
import type { TargetPart } from '../rules/service-target.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>

export type Basis = {
  readonly key: string
  readonly computedAt: Date
  readonly learned: Learned
  readonly forecastMadeAt: Date | null
}

export function findBasis({ organisationId }: Tenant, db: Db, queueId: string): Promise<Basis | undefined> {
  return db
    .selectFrom('plan_requirement_basis')
    .select([
      'basis_key as key',
      'computed_at as computedAt',
      'learned',
      'forecast_made_at as forecastMadeAt',
    ])
    .where('organisation_id', '=', organisationId)
    .where('queue_id', '=', queueId)
    .executeTakeFirst()
}

export type RequirementRow = {
  readonly startsAt: Date
  readonly day: PlainDate
  readonly mean: number
  readonly cv: number
  readonly handleSeconds: number
  readonly p10: number
  readonly p50: number
  readonly p90: number
  readonly needed: number
  readonly netLoad: number
  readonly binding: TargetPart | 'deadline' | null
  readonly warnings: readonly TargetWarning[]
}

export type Computed = {
  readonly queueId: string
  readonly basis: Basis
  /** The first day that is worked out anew; earlier ones stay as they are. */
  readonly from: PlainDate
  readonly rows: readonly RequirementRow[]
}

/** The basis is written first: its row makes a second one who works out the same queue wait. */
export async function saveRequirement(
  { organisationId }: Tenant,
  trx: Db,
  { queueId, basis, from, rows }: Computed,
): Promise<void> {
  const set = {
    basis_key: basis.key,
    computed_at: basis.computedAt,
    learned: JSON.stringify(basis.learned),
    forecast_made_at: basis.forecastMadeAt,
  }
  await trx
    .insertInto('plan_requirement_basis')
    .values({ organisation_id: organisationId, queue_id: queueId, ...set })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'queue_id']).doUpdateSet(set))
    .execute()
  await trx
    .deleteFrom('plan_requirement')
    .where('organisation_id', '=', organisationId)
    .where('queue_id', '=', queueId)
    .where('day', '>=', from)
    .execute()
  const column = <T>(of: (row: RequirementRow) => T) => rows.map(of)
  await sql`
    insert into plan_requirement (organisation_id, queue_id, starts_at, day, mean, cv, handle_seconds,
      p10, p50, p90, needed, net_load, binding, warnings)
    select ${organisationId}, ${queueId}, starts_at, day, mean, cv, handle_seconds, p10, p50, p90, needed, net_load,
      binding, string_to_array(warnings, ' ')
    from unnest(${column(({ startsAt }) => startsAt)}::timestamptz[], ${column(({ day }) => day)}::date[],
      ${column(({ mean }) => mean)}::float8[], ${column(({ cv }) => cv)}::float8[],
      ${column(({ handleSeconds }) => handleSeconds)}::float8[],
      ${column(({ p10 }) => p10)}::int[], ${column(({ p50 }) => p50)}::int[], ${column(({ p90 }) => p90)}::int[],
      ${column(({ needed }) => needed)}::int[], ${column(({ netLoad }) => netLoad)}::float8[],
      ${column(({ binding }) => binding)}::text[], ${column(({ warnings }) => warnings.join(' '))}::text[])
      as r (starts_at, day, mean, cv, handle_seconds, p10, p50, p90, needed, net_load, binding, warnings)
    on conflict (organisation_id, queue_id, starts_at) do nothing`.execute(trx)
}

export type QueueDays = { readonly queueId: string; readonly from: PlainDate; readonly to: PlainDate }

export async function listRequirement(
  { organisationId }: Tenant,
  db: Db,
  { queueId, from, to }: QueueDays,
): Promise<readonly RequirementRow[]> {
  const { rows } = await sql<RequirementRow>`
    select starts_at as "startsAt", day, mean, cv, handle_seconds as "handleSeconds", p10, p50, p90, needed,
      net_load as "netLoad", binding, warnings
    from plan_requirement
    where organisation_id = ${organisationId} and queue_id = ${queueId}
      and day between ${from}::date and ${to}::date
    order by starts_at`.execute(db)
  return rows
}
