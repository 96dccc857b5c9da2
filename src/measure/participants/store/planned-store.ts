/** Who has contacts in the plan already. The rows belong to planning; here they are only counted with. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'

/** Participants with a contact that is not taken out: their channels are frozen. */
export async function plannedParticipants(
  { organisationId }: Scope,
  db: Db,
  { editionId }: { readonly editionId: string },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ participant_id: string }>`
    select distinct participant_id from contact
    where organisation_id = ${organisationId} and edition_id = ${editionId} and state <> 'excluded'
  `.execute(db)
  return new Set(rows.map((row) => row.participant_id))
}
