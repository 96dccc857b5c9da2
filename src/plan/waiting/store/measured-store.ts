/** Which participant of an edition is the organisation's own centre. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'

/** A participant for which people of the organisation read, and whether the one who asks is among them. */
export type ReadFor = { readonly participantId: string; readonly name: string; readonly isAsker: boolean }

export async function listReadFor(
  { organisationId, personId }: Scope,
  db: Db,
  editionId: string,
): Promise<readonly ReadFor[]> {
  const { rows } = await sql<ReadFor>`
    select p.participant_id as "participantId", p.name, bool_or(r.person_id = ${personId}) as "isAsker"
    from participant_person r join participant p on p.organisation_id = r.organisation_id
      and p.edition_id = r.edition_id and p.participant_id = r.participant_id
    where r.organisation_id = ${organisationId} and r.edition_id = ${editionId} and p.withdrawn_at is null
    group by 1, 2 order by 2`.execute(db)
  return rows
}
