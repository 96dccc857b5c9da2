/** The fairness of the plan as it stands, kept with the plan's newest revision, and what says whether it is true. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Plan } from '../contract.ts'
import '../tables.ts'

/** Beside the revision's own fairness, which stays what it was when the revision was made. */
export type KeptFairness = Pick<NonNullable<Plan['plan']>, 'fairness' | 'started' | 'late'> & {
  /** Everything that it follows from, as one text. */
  readonly computedFrom: string
}

type OneRevision = { readonly editionId: string; readonly revision: number }

export async function findFairness(
  { organisationId }: Scope,
  db: Db,
  { editionId, revision }: OneRevision,
): Promise<KeptFairness | undefined> {
  const row = await db
    .selectFrom('plan')
    .select(sql<KeptFairness | null>`fairness->'now'`.as('now'))
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return row?.now ?? undefined
}

export async function saveFairness(
  { organisationId }: Scope,
  db: Db,
  { editionId, revision, kept }: OneRevision & { readonly kept: KeptFairness },
): Promise<void> {
  await db
    .updateTable('plan')
    .set({ fairness: sql`fairness || jsonb_build_object('now', ${JSON.stringify(kept)}::jsonb)` })
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('revision', '=', revision)
    .execute()
}

/** How many contacts there are and a checksum of all that the plan knows of them, whatever their order. */
export async function signOfContacts(
  { organisationId }: Scope,
  db: Db,
  editionId: string,
): Promise<{ readonly count: number; readonly sum: string }> {
  const { rows } = await sql<{ count: number; sum: string }>`
    select count(*) as count, coalesce(sum(hash_record_extended(
      row(number, participant_id, channel, date, from_time, to_time, observer_id, scenario, state), 0)), 0)::text as sum
    from contact where organisation_id = ${organisationId} and edition_id = ${editionId}
  `.execute(db)
  return { count: Number(rows[0]?.count ?? 0), sum: rows[0]?.sum ?? '0' }
}
