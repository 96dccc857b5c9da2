/** Teaching material: who shares, and what a centre says to its team about a contact. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'

declare module '../../../platform/database/index.ts' {
  interface Tables {
    practice_sharing: {
      organisation_id: string
      centre: string
      shared: boolean
      changed_at: Date
      changed_by: string
    }
    practice_note: {
      organisation_id: string
      edition_id: string
      contact_id: string
      note: string
      changed_at: Date
      changed_by: string
    }
  }
}

/** The keys of the centres that share, among these or among all. */
export async function listSharing({ organisationId }: Scope, db: Db): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('practice_sharing')
    .select('centre')
    .where('organisation_id', '=', organisationId)
    .where('shared', '=', true)
    .execute()
  return new Set(rows.map(({ centre }) => centre))
}

type Sharing = { readonly centres: readonly string[]; readonly shared: boolean; readonly now: Date }

/** For every name of the centre, so that an older one does not go on sharing. */
export async function saveSharing(
  { organisationId, personId }: Scope,
  db: Db,
  { centres, shared, now }: Sharing,
): Promise<void> {
  const values = { shared, changed_at: now, changed_by: personId }
  await db
    .insertInto('practice_sharing')
    .values(centres.map((centre) => ({ organisation_id: organisationId, centre, ...values })))
    .onConflict((conflict) => conflict.columns(['organisation_id', 'centre']).doUpdateSet(values))
    .execute()
}

/** Contact id → note. */
export async function listNotes(
  { organisationId }: Scope,
  db: Db,
  editionId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('practice_note')
    .select(['contact_id', 'note'])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .execute()
  return new Map(rows.map((row) => [row.contact_id, row.note]))
}

type Note = {
  readonly editionId: string
  readonly contactId: string
  readonly note: string
  readonly now: Date
}

export async function saveNote(
  { organisationId, personId }: Scope,
  db: Db,
  { editionId, contactId, note, now }: Note,
): Promise<void> {
  const values = { note, changed_at: now, changed_by: personId }
  await db
    .insertInto('practice_note')
    .values({ organisation_id: organisationId, edition_id: editionId, contact_id: contactId, ...values })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'edition_id', 'contact_id']).doUpdateSet(values),
    )
    .execute()
}
