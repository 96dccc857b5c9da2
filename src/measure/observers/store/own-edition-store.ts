import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'

/** Editions in which the observer has contacts, and those in the field, the newest first. */
export async function listOwnEditions(
  { organisationId }: Scope,
  db: Db,
  observerId: string,
): Promise<readonly { readonly editionId: string; readonly edition: string }[]> {
  return db
    .selectFrom('edition')
    .select(['edition.edition_id as editionId', 'edition.name as edition'])
    .where('edition.organisation_id', '=', organisationId)
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('edition.state', 'in', ['fieldwork', 'paused']),
        exists(
          selectFrom('contact')
            .select('contact.contact_id')
            .where('contact.organisation_id', '=', organisationId)
            .whereRef('contact.edition_id', '=', 'edition.edition_id')
            .where('contact.observer_id', '=', observerId),
        ),
      ]),
    )
    .orderBy('edition.created_at', 'desc')
    .execute()
}
