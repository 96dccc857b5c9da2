/** Who a centre is in an edition, and whether the person who asks reads for it. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'

export type CentreRow = { readonly name: string; readonly class: string; readonly isOwn: boolean }

export async function findCentreRow(
  { organisationId, personId }: Scope,
  db: Db,
  { editionId, participantId }: { readonly editionId: string; readonly participantId: string },
): Promise<CentreRow | undefined> {
  const row = await db
    .selectFrom('participant')
    .leftJoin('participant_person as person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'participant.organisation_id')
        .onRef('person.edition_id', '=', 'participant.edition_id')
        .onRef('person.participant_id', '=', 'participant.participant_id')
        .on('person.person_id', '=', personId),
    )
    .select(['participant.name', 'participant.class', 'person.person_id'])
    .where('participant.organisation_id', '=', organisationId)
    .where('participant.edition_id', '=', editionId)
    .where('participant.participant_id', '=', participantId)
    .executeTakeFirst()
  return row && { name: row.name, class: row.class, isOwn: row.person_id !== null }
}
