/** The pool of observers: who they are, where they are customers, when they are away. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import { observerLimits, replaceAbsences, setCustomers } from '../../observers/index.ts'
import type { Absence, Observer } from '../contract.ts'
import '../tables.ts'

/** Everybody in the pool, also those who are no longer active; `today` for what lies ahead of each. */
export async function listObservers(
  scope: Scope,
  db: Db,
  { today }: { readonly today: string },
): Promise<readonly Observer[]> {
  const people = await db
    .selectFrom('observer')
    .leftJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'observer.organisation_id')
        .onRef('person.person_id', '=', 'observer.person_id'),
    )
    .select([
      'observer.observer_id',
      'observer.name',
      'observer.contacts_per_week',
      'observer.active',
      'person.person_id',
      'person.name as person_name',
      'person.email',
    ])
    .where('observer.organisation_id', '=', scope.organisationId)
    .execute()
  const limitsOf = await observerLimits(scope, db)
  const absences = await absencesBy(scope, db)
  const ahead = await contactsAhead(scope, db, today)
  return people.map((row) => ({
    observerId: row.observer_id,
    name: row.name,
    contactsPerWeek: row.contacts_per_week,
    active: row.active,
    person: row.person_id
      ? { personId: row.person_id, name: row.person_name ?? '', email: row.email ?? '' }
      : null,
    customerOf: limitsOf(row.observer_id).customerOf.toSorted((a, b) => a.localeCompare(b, 'nb')),
    absences: absences.get(row.observer_id) ?? [],
    ahead: ahead.get(row.observer_id) ?? 0,
  }))
}

async function absencesBy({ organisationId }: Scope, db: Db): Promise<Map<string, Absence[]>> {
  const rows = await db
    .selectFrom('observer_absence')
    .select(['observer_id', 'from_date', 'to_date', 'reason'])
    .where('organisation_id', '=', organisationId)
    .orderBy('from_date')
    .execute()
  return collected(
    rows.map((row) => [row.observer_id, { from: row.from_date, to: row.to_date, reason: row.reason }]),
  )
}

function collected<Item>(pairs: readonly (readonly [string, Item])[]): Map<string, Item[]> {
  const lists = new Map<string, Item[]>()
  for (const [key, item] of pairs) lists.set(key, [...(lists.get(key) ?? []), item])
  return lists
}

async function contactsAhead({ organisationId }: Scope, db: Db, today: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('contact')
    .select(({ fn }) => ['observer_id', fn.countAll<number>().as('contacts')])
    .where('organisation_id', '=', organisationId)
    .where('observer_id', 'is not', null)
    .where('state', 'in', ['planned', 'assigned'])
    .where('date', '>=', today)
    .groupBy('observer_id')
    .execute()
  return new Map(rows.map((row) => [row.observer_id!, Number(row.contacts)]))
}

export type ObserverFields = {
  readonly observerId: string
  readonly name: string
  readonly contactsPerWeek: number
  readonly active: boolean
  readonly personId: string | null
  readonly customerOf: readonly string[]
  readonly absences: readonly Absence[]
}

/** Makes or replaces an observer with everything that belongs to him or her. */
export async function saveObserver(
  scope: Scope,
  db: Db,
  { now, ...observer }: ObserverFields & { readonly now: Date },
): Promise<void> {
  const key = { organisation_id: scope.organisationId, observer_id: observer.observerId }
  const fields = {
    person_id: observer.personId,
    name: observer.name,
    contacts_per_week: observer.contactsPerWeek,
    active: observer.active,
  }
  await db
    .insertInto('observer')
    .values({ ...key, ...fields, created_at: now })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'observer_id']).doUpdateSet(fields))
    .execute()
  const { observerId, customerOf, absences } = observer
  await setCustomers(scope, db, { observerId, customerOf, now })
  await replaceAbsences(scope, db, { observerId, absences: [...absences] })
}

/** Whether the person belongs to the organisation and is nobody else's observer. */
export async function mayObserve(
  { organisationId }: Scope,
  db: Db,
  { personId, observerId }: { readonly personId: string; readonly observerId: string },
): Promise<'yes' | 'unknown' | 'taken'> {
  const person = await db
    .selectFrom('person')
    .select('person_id')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!person) return 'unknown'
  const other = await db
    .selectFrom('observer')
    .select('observer_id')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where('observer_id', '<>', observerId)
    .executeTakeFirst()
  return other ? 'taken' : 'yes'
}
