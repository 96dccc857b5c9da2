/** The revisions of an edition's plan: each with its fairness, what it moved, and the amendments so far. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Amendments } from '../rules/amendments.ts'
import type { Fairness } from '../rules/fairness/report.ts'
import type { Move } from '../rules/replan/moves.ts'
import '../tables.ts'

type InEdition = { readonly editionId: string }

export type PlanRevision = {
  readonly revision: number
  readonly madeAt: Date
  readonly madeBy: string
  readonly seed: string
  readonly reason: string
  readonly moves: number
  readonly amendments: Amendments
}

/** Newest first. `madeBy` is the person's name. */
export async function listRevisions(
  { organisationId }: Scope,
  db: Db,
  { editionId }: InEdition,
): Promise<readonly PlanRevision[]> {
  const rows = await db
    .selectFrom('plan')
    .leftJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'plan.organisation_id')
        .onRef('person.person_id', '=', 'plan.made_by'),
    )
    .select(['plan.revision', 'plan.made_at', 'plan.seed', 'plan.reason', 'plan.amendments', 'person.name'])
    .select(sql<number>`jsonb_array_length(plan.moves)`.as('moves'))
    .where('plan.organisation_id', '=', organisationId)
    .where('plan.edition_id', '=', editionId)
    .orderBy('plan.revision', 'desc')
    .execute()
  return rows.map((row) => ({
    revision: row.revision,
    madeAt: row.made_at,
    madeBy: row.name ?? '',
    seed: row.seed,
    reason: row.reason,
    moves: row.moves,
    amendments: row.amendments,
  }))
}

type OneRevision = InEdition & { readonly revision: number }

export async function findMoves(
  { organisationId }: Scope,
  db: Db,
  { editionId, revision }: OneRevision,
): Promise<readonly Move[] | undefined> {
  const row = await db
    .selectFrom('plan')
    .select('moves')
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return row?.moves
}

export type NewRevision = InEdition & {
  readonly revision: number
  readonly now: Date
  readonly seed: string
  readonly reason: string
  readonly fairness: Fairness
  readonly moves: readonly Move[]
  readonly amendments: Amendments
}

/** Also used for a demo world. A revision that exists already throws the database's unique violation. */
export async function insertRevision(scope: Scope, db: Db, plan: NewRevision): Promise<void> {
  await db
    .insertInto('plan')
    .values({
      organisation_id: scope.organisationId,
      edition_id: plan.editionId,
      revision: plan.revision,
      made_at: plan.now,
      made_by: scope.personId,
      seed: plan.seed,
      reason: plan.reason,
      fairness: plan.fairness,
      moves: sql`${JSON.stringify(plan.moves)}::jsonb`,
      amendments: plan.amendments,
    })
    .execute()
}
