/** Whose results a person may read. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import '../tables.ts'

export type ParticipantName = { readonly participantId: string; readonly name: string }

export async function listParticipantNames(
  { organisationId }: Scope,
  db: Db,
  editionId: string,
): Promise<readonly ParticipantName[]> {
  const rows = await db
    .selectFrom('participant')
    .select(['participant_id', 'name'])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .execute()
  return rows.map((row) => ({ participantId: row.participant_id, name: row.name }))
}

/** The participants that the signed-in person reads for, and the competitors that those have chosen. */
export async function findOwnAndChosen(
  { organisationId, personId }: Scope,
  db: Db,
  editionId: string,
): Promise<{ readonly own: readonly string[]; readonly chosen: readonly string[] }> {
  const rows = await db
    .selectFrom('participant_person as person')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.organisation_id', '=', 'person.organisation_id')
        .onRef('participant.edition_id', '=', 'person.edition_id')
        .onRef('participant.participant_id', '=', 'person.participant_id'),
    )
    .leftJoin('competitor_choice as choice', (join) =>
      join
        .onRef('choice.organisation_id', '=', 'person.organisation_id')
        .onRef('choice.edition_id', '=', 'person.edition_id')
        .onRef('choice.participant_id', '=', 'person.participant_id')
        .on('participant.variant', '=', 'competitor'),
    )
    .select(['person.participant_id', 'choice.competitor_id'])
    .where('person.organisation_id', '=', organisationId)
    .where('person.edition_id', '=', editionId)
    .where('person.person_id', '=', personId)
    .execute()
  return {
    own: [...new Set(rows.map((row) => row.participant_id))],
    chosen: [...new Set(rows.flatMap((row) => row.competitor_id ?? []))],
  }
}

/** Whether participants have been let in to read their own submissions before the results are published. */
export async function isPreliminary({ organisationId }: Scope, db: Db, editionId: string): Promise<boolean> {
  const row = await db
    .selectFrom('appeal_window')
    .select('opened_at')
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether somebody may still object, or has objected and waits for a decision. */
export async function hasOpenAppeals(
  { organisationId }: Scope,
  db: Db,
  { editionId, now }: { readonly editionId: string; readonly now: Date },
): Promise<boolean> {
  const window = await db
    .selectFrom('appeal_window')
    .select('closes_at')
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('closes_at', '>', now)
    .executeTakeFirst()
  if (window) return true
  const appealed = await db
    .selectFrom('contact')
    .select('contact_id')
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('state', '=', 'appealed')
    .limit(1)
    .executeTakeFirst()
  return appealed !== undefined
}
