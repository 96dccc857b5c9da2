/** What is kept of an observer beside the name: where, in which languages and channels, and when. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Availability, DayHours, ObserverProfile } from '../contract.ts'
import '../tables.ts'

export type StoredProfile = ObserverProfile & { readonly hours: readonly DayHours[] }

const emptyProfile: StoredProfile = { region: '', languages: [], channels: [], hours: [] }

/** By observer; one without a profile yet is not among them. */
export async function listProfiles(
  { organisationId }: Scope,
  db: Db,
): Promise<ReadonlyMap<string, StoredProfile>> {
  const rows = await db
    .selectFrom('observer_profile')
    .select(['observer_id', 'region', 'languages', 'channels', 'hours'])
    .where('organisation_id', '=', organisationId)
    .execute()
  return new Map(rows.map(({ observer_id, ...profile }) => [observer_id, profile]))
}

type Change = {
  readonly observerId: string
  readonly now: Date
  readonly profile?: ObserverProfile
  readonly hours?: readonly DayHours[]
}

/** Changes what is given and leaves the rest. */
export async function saveProfile(scope: Scope, trx: Db, change: Change): Promise<void> {
  const { observerId, now, profile, hours } = change
  const { organisationId, personId } = scope
  const changed = { changed_at: now, changed_by: personId }
  const fields = {
    ...(profile
      ? {
          region: profile.region,
          languages: asJson(profile.languages),
          channels: asJson(profile.channels),
        }
      : {}),
    ...(hours ? { hours: asJson(hours) } : {}),
  }
  const { region } = emptyProfile
  await trx
    .insertInto('observer_profile')
    .values({
      organisation_id: organisationId,
      observer_id: observerId,
      region,
      languages: asJson([]),
      channels: asJson([]),
      hours: asJson([]),
      ...fields,
      ...changed,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'observer_id']).doUpdateSet({ ...fields, ...changed }),
    )
    .execute()
}

/** The driver would send a list as an array of PostgreSQL; the column holds JSON. */
function asJson<Item>(list: readonly Item[]): Item[] {
  return JSON.stringify(list) as unknown as Item[]
}

type Absences = Availability['absences']

/** What was there before goes; two absences that begin on the same day are one: the longer. */
export async function replaceAbsences(
  { organisationId }: Scope,
  trx: Db,
  { observerId, absences }: { readonly observerId: string; readonly absences: Absences },
): Promise<void> {
  const key = { organisation_id: organisationId, observer_id: observerId }
  await trx
    .deleteFrom('observer_absence')
    .where('organisation_id', '=', organisationId)
    .where('observer_id', '=', observerId)
    .execute()
  if (absences.length === 0) return
  await trx
    .insertInto('observer_absence')
    .values(
      oneAStart(absences).map(({ from, to, reason }) => ({ ...key, from_date: from, to_date: to, reason })),
    )
    .execute()
}

function oneAStart(absences: Absences): Absences {
  const byStart = new Map<string, Absences[number]>()
  for (const absence of absences) {
    const known = byStart.get(absence.from)
    if (!known || known.to < absence.to) byStart.set(absence.from, absence)
  }
  return [...byStart.values()]
}

/** By observer, the first one first. */
export async function listAbsences(
  { organisationId }: Scope,
  db: Db,
): Promise<ReadonlyMap<string, Absences>> {
  const rows = await db
    .selectFrom('observer_absence')
    .select(['observer_id', 'from_date as from', 'to_date as to', 'reason'])
    .where('organisation_id', '=', organisationId)
    .orderBy('from_date')
    .execute()
  const lists = Map.groupBy(rows, ({ observer_id }) => observer_id)
  return new Map(
    [...lists].map(([id, list]) => [id, list.map(({ from, to, reason }) => ({ from, to, reason }))]),
  )
}

export async function saveContactsPerWeek(
  { organisationId }: Scope,
  trx: Db,
  { observerId, contactsPerWeek }: { readonly observerId: string; readonly contactsPerWeek: number },
): Promise<void> {
  await trx
    .updateTable('observer')
    .set({ contacts_per_week: contactsPerWeek })
    .where('organisation_id', '=', organisationId)
    .where('observer_id', '=', observerId)
    .execute()
}
