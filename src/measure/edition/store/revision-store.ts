import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { EditionMethod } from '../contract.ts'

declare module '../../../platform/database/index.ts' {
  interface Tables {
    edition_revision: {
      organisation_id: string
      edition_id: string
      revision: number
      method: EditionMethod
      saved_at: Date
      saved_by: string
    }
  }
}

export type NewRevision = {
  readonly editionId: string
  readonly revision: number
  readonly method: EditionMethod
  readonly now: Date
}

export async function insertRevision(scope: Scope, db: Db, made: NewRevision): Promise<void> {
  await db
    .insertInto('edition_revision')
    .values({
      organisation_id: scope.organisationId,
      edition_id: made.editionId,
      revision: made.revision,
      method: made.method,
      saved_at: made.now,
      saved_by: scope.personId,
    })
    .execute()
}

export type Revision = { readonly revision: number; readonly savedAt: Date; readonly savedBy: string | null }

/** Newest first, with the name of the one who saved. */
export async function listRevisions(scope: Scope, db: Db, editionId: string): Promise<readonly Revision[]> {
  const rows = await db
    .selectFrom('edition_revision as saved')
    .leftJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'saved.organisation_id')
        .onRef('person.person_id', '=', 'saved.saved_by'),
    )
    .select(['saved.revision', 'saved.saved_at', 'person.name'])
    .where('saved.organisation_id', '=', scope.organisationId)
    .where('saved.edition_id', '=', editionId)
    .orderBy('saved.revision', 'desc')
    .execute()
  return rows.map((row) => ({ revision: row.revision, savedAt: row.saved_at, savedBy: row.name }))
}

export async function findRevision(
  scope: Scope,
  db: Db,
  { editionId, revision }: { readonly editionId: string; readonly revision: number },
): Promise<EditionMethod | undefined> {
  const row = await db
    .selectFrom('edition_revision')
    .select('method')
    .where('organisation_id', '=', scope.organisationId)
    .where('edition_id', '=', editionId)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return row?.method
}
