import { type Language, languages } from '../../kernel/localized.ts'
import type { Db } from '../../platform/database/index.ts'
import type { Role } from '../rules/roles.ts'
import type { Scope } from '../scope.ts'
import type { Organisation } from './organisation-store.ts'

declare module '../../platform/database/index.ts' {
  interface Tables {
    person: {
      organisation_id: string
      person_id: string
      user_id: string | null
      name: string
      email: string
      language: Language
      roles: Role[]
      active: boolean
      created_at: Date
    }
  }
}

export type Person = {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly roles: readonly Role[]
  readonly active: boolean
}

export type NewPerson = Person & {
  readonly organisationId: string
  readonly userId: string
  readonly now: Date
}

const columns = ['person_id', 'name', 'email', 'language', 'roles', 'active'] as const

type Row = Readonly<Record<'person_id' | 'name' | 'email', string>> & {
  readonly language: Language
  readonly roles: Role[]
  readonly active: boolean
}

function toPerson(row: Row): Person {
  const { person_id: personId, name, email, language, roles, active } = row
  return { personId, name, email, language, roles, active }
}

/** Before there is a person there is no scope; the caller has made or been let into the organisation. */
export async function insertPerson(db: Db, person: NewPerson): Promise<void> {
  await db
    .insertInto('person')
    .values({
      organisation_id: person.organisationId,
      person_id: person.personId,
      user_id: person.userId,
      name: person.name,
      email: person.email.toLowerCase(),
      language: person.language,
      roles: [...person.roles],
      active: person.active,
      created_at: person.now,
    })
    .execute()
}

/** All people, sorted by name as Norwegians sort. `lock` keeps others from changing them until the end. */
export async function listPeople(scope: Scope, db: Db, lock = false): Promise<readonly Person[]> {
  const rows = await db
    .selectFrom('person')
    .select(columns)
    .where('organisation_id', '=', scope.organisationId)
    .$if(lock, (query) => query.forUpdate())
    .execute()
  const collator = new Intl.Collator(languages[0])
  return rows.map(toPerson).sort((one, other) => collator.compare(one.name, other.name))
}

export async function findPerson(scope: Scope, db: Db, personId: string): Promise<Person | undefined> {
  const row = await db
    .selectFrom('person')
    .select(columns)
    .where('organisation_id', '=', scope.organisationId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row && toPerson(row)
}

export async function findPersonByEmail(scope: Scope, db: Db, email: string): Promise<Person | undefined> {
  const row = await db
    .selectFrom('person')
    .select(columns)
    .where('organisation_id', '=', scope.organisationId)
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst()
  return row && toPerson(row)
}

export async function updatePerson(scope: Scope, db: Db, person: Person): Promise<void> {
  await db
    .updateTable('person')
    .set({ name: person.name, language: person.language, roles: [...person.roles], active: person.active })
    .where('organisation_id', '=', scope.organisationId)
    .where('person_id', '=', person.personId)
    .execute()
}

export type Membership = { readonly person: Person; readonly organisation: Organisation }

/** Where the account may work: its active people in all organisations, the oldest first. For the gate only. */
export async function membershipsOf(db: Db, userId: string): Promise<readonly Membership[]> {
  const rows = await db
    .selectFrom('person')
    .innerJoin('organisation', 'organisation.organisation_id', 'person.organisation_id')
    .select(['person_id', 'person.name', 'email', 'language', 'roles', 'active'])
    .select(['organisation.organisation_id', 'organisation.name as organisation_name', 'demo'])
    .where('user_id', '=', userId)
    .where('active', '=', true)
    .orderBy('person.created_at')
    .execute()
  return rows.map((row) => ({
    person: toPerson(row),
    organisation: { organisationId: row.organisation_id, name: row.organisation_name, demo: row.demo },
  }))
}

/** One person by both ids, for work that goes on in the person's name after the request. */
export async function loadPerson(
  db: Db,
  who: { readonly organisationId: string; readonly personId: string },
): Promise<Person | undefined> {
  const row = await db
    .selectFrom('person')
    .select(columns)
    .where('organisation_id', '=', who.organisationId)
    .where('person_id', '=', who.personId)
    .executeTakeFirst()
  return row && toPerson(row)
}

/** People of demo organisations with these e-mails: what the sign-in page may show openly. */
export async function listDemoPeople(db: Db, emails: readonly string[]): Promise<readonly Person[]> {
  const rows = await db
    .selectFrom('person')
    .innerJoin('organisation', 'organisation.organisation_id', 'person.organisation_id')
    .select(['person_id', 'person.name', 'email', 'language', 'roles', 'active'])
    .where('organisation.demo', '=', true)
    .where('active', '=', true)
    .where('email', 'in', [...emails])
    .execute()
  return rows.map(toPerson)
}
