/** Which editions a person takes part in, and as what. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'

export type Part = {
  readonly editionId: string
  readonly edition: string
  /** Whom the person reads for; an observer has none. */
  readonly participantId: string | null
}

/** Editions of one's own participants, and editions in which one has observed; the newest first. */
export async function listParts({ organisationId, personId }: Scope, db: Db): Promise<readonly Part[]> {
  const reading = await db
    .selectFrom('participant_person as own')
    .innerJoin('edition', (join) =>
      join
        .onRef('edition.organisation_id', '=', 'own.organisation_id')
        .onRef('edition.edition_id', '=', 'own.edition_id'),
    )
    .select(['own.edition_id as editionId', 'edition.name as edition', 'own.participant_id as participantId'])
    .select('edition.created_at')
    .where('own.organisation_id', '=', organisationId)
    .where('own.person_id', '=', personId)
    .execute()
  const observing = await db
    .selectFrom('observer')
    .innerJoin('contact', (join) =>
      join
        .onRef('contact.organisation_id', '=', 'observer.organisation_id')
        .onRef('contact.observer_id', '=', 'observer.observer_id'),
    )
    .innerJoin('edition', (join) =>
      join
        .onRef('edition.organisation_id', '=', 'contact.organisation_id')
        .onRef('edition.edition_id', '=', 'contact.edition_id'),
    )
    .distinct()
    .select(['edition.edition_id as editionId', 'edition.name as edition', 'edition.created_at'])
    .where('observer.organisation_id', '=', organisationId)
    .where('observer.person_id', '=', personId)
    .execute()
  return [...reading, ...observing.map((row) => ({ ...row, participantId: null }))]
    .toSorted((a, b) => b.created_at.getTime() - a.created_at.getTime())
    .map(({ created_at: _, ...part }) => part)
}

export type Organiser = { readonly personId: string; readonly name: string }

/** Who can own an item of the preparation list. */
export async function listOrganisers({ organisationId }: Scope, db: Db): Promise<readonly Organiser[]> {
  const rows = await db
    .selectFrom('person')
    .select(['person_id as personId', 'name', 'roles'])
    .where('organisation_id', '=', organisationId)
    .where('active', '=', true)
    .execute()
  return rows
    .filter(({ roles }) => roles.some((role) => role === 'organiser' || role === 'admin'))
    .map(({ personId, name }) => ({ personId, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'nb'))
}

export async function organisationName(
  { organisationId }: Pick<Scope, 'organisationId'>,
  db: Db,
): Promise<string> {
  const row = await db
    .selectFrom('organisation')
    .select('name')
    .where('organisation_id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return row.name
}

export async function editionName(
  { organisationId }: Pick<Scope, 'organisationId'>,
  db: Db,
  editionId: string,
): Promise<string> {
  const row = await db
    .selectFrom('edition')
    .select('name')
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .executeTakeFirstOrThrow()
  return row.name
}
