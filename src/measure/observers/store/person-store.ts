/** The observers themselves, as this feature reads them; planning adds them and changes their names. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'

export type KnownObserver = {
  readonly observerId: string
  readonly name: string
  readonly contactsPerWeek: number
  readonly active: boolean
  readonly email: string | null
}

function observers({ organisationId }: Scope, db: Db) {
  return db
    .selectFrom('observer')
    .leftJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'observer.organisation_id')
        .onRef('person.person_id', '=', 'observer.person_id'),
    )
    .select(['observer.observer_id', 'observer.name', 'observer.contacts_per_week', 'observer.active'])
    .select('person.email')
    .where('observer.organisation_id', '=', organisationId)
}

type Row = Awaited<ReturnType<ReturnType<typeof observers>['execute']>>[number]

function toObserver(row: Row): KnownObserver {
  return {
    observerId: row.observer_id,
    name: row.name,
    contactsPerWeek: row.contacts_per_week,
    active: row.active,
    email: row.email,
  }
}

export async function listKnownObservers(scope: Scope, db: Db): Promise<readonly KnownObserver[]> {
  const rows = await observers(scope, db).execute()
  return rows
    .map(toObserver)
    .sort((one, other) => one.name.localeCompare(other.name, 'nb', { numeric: true }))
}

export async function findObserver(
  scope: Scope,
  db: Db,
  observerId: string,
): Promise<KnownObserver | undefined> {
  const row = await observers(scope, db).where('observer.observer_id', '=', observerId).executeTakeFirst()
  return row && toObserver(row)
}

/** The observer who signs in as the person of the scope. */
export async function findOwnObserver(scope: Scope, db: Db): Promise<KnownObserver | undefined> {
  const row = await observers(scope, db).where('observer.person_id', '=', scope.personId).executeTakeFirst()
  return row && toObserver(row)
}

/** Names of people of the organisation. */
export async function listPersonNames(
  { organisationId }: Scope,
  db: Db,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('person')
    .select(['person_id', 'name'])
    .where('organisation_id', '=', organisationId)
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.name]))
}

/** Names of those who take part in editions that are not over, each once. */
export async function listParticipantNames(
  { organisationId }: Scope,
  db: Db,
  editionId?: string,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('participant')
    .innerJoin('edition', (join) =>
      join
        .onRef('edition.organisation_id', '=', 'participant.organisation_id')
        .onRef('edition.edition_id', '=', 'participant.edition_id'),
    )
    .select('participant.name')
    .distinct()
    .where('participant.organisation_id', '=', organisationId)
    .where('participant.withdrawn_at', 'is', null)
    .$if(editionId === undefined, (query) => query.where('edition.state', '<>', 'published'))
    .$if(editionId !== undefined, (query) => query.where('participant.edition_id', '=', editionId!))
    .execute()
  return rows.map(({ name }) => name).sort((one, other) => one.localeCompare(other, 'nb', { numeric: true }))
}
