/** Editions as the fieldwork reads them. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { EditionMethod } from '../../edition/contract.ts'

export type FieldEdition = {
  readonly editionId: string
  readonly name: string
  readonly state: string
  readonly method: EditionMethod
  readonly methodVersion: string
}

/** Editions in which observers have work, or one edition whatever its state. */
export async function listFieldEditions(
  scope: Scope,
  db: Db,
  editionId?: string,
): Promise<readonly FieldEdition[]> {
  const rows = await db
    .selectFrom('edition')
    .select(['edition_id', 'name', 'state', 'method', 'method_version'])
    .where('organisation_id', '=', scope.organisationId)
    .$if(editionId === undefined, (query) => query.where('state', 'in', ['fieldwork', 'paused', 'review']))
    .$if(editionId !== undefined, (query) => query.where('edition_id', '=', editionId!))
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map((row) => ({
    editionId: row.edition_id,
    name: row.name,
    state: row.state,
    method: row.method as EditionMethod,
    methodVersion: row.method_version,
  }))
}
