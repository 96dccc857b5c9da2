/** Targets and essential performances: append-only, the last row of each counts. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'

declare module '../../../platform/database/index.ts' {
  interface Tables {
    practice_target: {
      organisation_id: string
      change_id: string
      centre: string
      figure: string
      level: number | null
      changed_at: Date
      changed_by: string
    }
    practice_essentials: {
      organisation_id: string
      change_id: string
      centre: string
      questions: readonly string[]
      changed_at: Date
      changed_by: string
    }
  }
}

export type TargetChange = {
  readonly figure: string
  readonly level: number | null
  readonly changedAt: Date
}

/** Every change that a centre has made under any of its names, oldest first. */
export async function listTargetChanges(
  { organisationId }: Scope,
  db: Db,
  centres: readonly string[],
): Promise<readonly TargetChange[]> {
  const rows = await db
    .selectFrom('practice_target')
    .select(['figure', 'level', 'changed_at'])
    .where('organisation_id', '=', organisationId)
    .where('centre', 'in', [...centres])
    .orderBy('changed_at')
    .orderBy('change_id')
    .execute()
  return rows.map((row) => ({ figure: row.figure, level: row.level, changedAt: row.changed_at }))
}

export async function insertTargetChange(
  { organisationId, personId }: Scope,
  db: Db,
  change: TargetChange & { readonly changeId: string; readonly centre: string },
): Promise<void> {
  await db
    .insertInto('practice_target')
    .values({
      organisation_id: organisationId,
      change_id: change.changeId,
      centre: change.centre,
      figure: change.figure,
      level: change.level,
      changed_at: change.changedAt,
      changed_by: personId,
    })
    .execute()
}

export async function findEssentials(
  { organisationId }: Scope,
  db: Db,
  centres: readonly string[],
): Promise<readonly string[]> {
  const row = await db
    .selectFrom('practice_essentials')
    .select('questions')
    .where('organisation_id', '=', organisationId)
    .where('centre', 'in', [...centres])
    .orderBy('changed_at', 'desc')
    .orderBy('change_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.questions ?? []
}

type EssentialsChange = {
  readonly changeId: string
  readonly centre: string
  readonly questions: readonly string[]
  readonly changedAt: Date
}

export async function insertEssentials(
  { organisationId, personId }: Scope,
  db: Db,
  { changeId, centre, questions, changedAt }: EssentialsChange,
): Promise<void> {
  await db
    .insertInto('practice_essentials')
    .values({
      organisation_id: organisationId,
      change_id: changeId,
      centre,
      // A list would be written as an array of PostgreSQL; the column holds JSON.
      questions: JSON.stringify(questions) as never,
      changed_at: changedAt,
      changed_by: personId,
    })
    .execute()
}
