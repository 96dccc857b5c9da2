import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import '../tables.ts'
import type { OneParticipant } from './participant-store.ts'

/** Participant → the competitors that it has chosen to see. */
export async function listCompetitors(
  { organisationId }: Scope,
  db: Db,
  editionId: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .selectFrom('competitor_choice')
    .select(['participant_id', 'competitor_id'])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .orderBy('competitor_id')
    .execute()
  const chosen = Map.groupBy(rows, (row) => row.participant_id)
  return new Map(
    [...chosen].map(([participant, choices]) => [participant, choices.map((choice) => choice.competitor_id)]),
  )
}

/** Puts these choices in the place of the ones that are there. */
export async function replaceCompetitors(
  { organisationId }: Scope,
  db: Db,
  { editionId, participantId, competitors }: OneParticipant & { readonly competitors: readonly string[] },
): Promise<void> {
  await db
    .deleteFrom('competitor_choice')
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('participant_id', '=', participantId)
    .execute()
  const rows = competitors.map((competitor) => ({
    organisation_id: organisationId,
    edition_id: editionId,
    participant_id: participantId,
    competitor_id: competitor,
  }))
  if (rows.length > 0) await db.insertInto('competitor_choice').values(rows).execute()
}
