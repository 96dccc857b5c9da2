import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'

export type WrittenTexts = {
  readonly contactId: string
  readonly version: number
  readonly comments: Readonly<Record<string, string>>
  readonly transcript: string | null
}

/** What was written in every version of some contacts' forms, unmasked: for `masked-texts.ts` alone. */
export async function listTexts(
  { organisationId }: Scope,
  db: Db,
  { editionId, contactIds }: { readonly editionId: string; readonly contactIds: readonly string[] },
): Promise<readonly WrittenTexts[]> {
  if (contactIds.length === 0) return []
  const rows = await db
    .selectFrom('submission')
    .select(['contact_id', 'version', 'comments', 'transcript'])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('contact_id', 'in', [...contactIds])
    .execute()
  return rows.map(({ contact_id: contactId, version, comments, transcript }) => ({
    contactId,
    version,
    comments,
    transcript,
  }))
}
