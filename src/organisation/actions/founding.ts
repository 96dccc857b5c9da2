/** Organisations and people made outside a request: the demo world, the command line, a test. */
import { newId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/localized.ts'
import type { Auth } from '../../platform/auth/index.ts'
import type { Db } from '../../platform/database/index.ts'
import type { Role } from '../rules/roles.ts'
import { insertOrganisation } from '../store/organisation-store.ts'
import { insertPerson } from '../store/person-store.ts'

type Founding = { readonly db: Db; readonly now: Date }

export async function createOrganisation(
  { db, now }: Founding,
  organisation: { readonly name: string; readonly demo: boolean; readonly organisationId?: string },
): Promise<string> {
  const organisationId = organisation.organisationId ?? newId(now.getTime())
  await insertOrganisation(db, { ...organisation, organisationId, now })
  return organisationId
}

export type Account = {
  readonly name: string
  readonly email: string
  /** From `auth.hashPassword`; the people of a demo world may share one. */
  readonly passwordHash: string
}

/** The account of the e-mail, made when it is not there; one that is there keeps its own password. Not in a transaction. */
export async function ensureAccount(auth: Auth, account: Account): Promise<string> {
  return (await auth.findAccount(account.email)) ?? auth.createAccount(account)
}

export type PersonToAdd = {
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly roles: readonly Role[]
  /** From `ensureAccount`. */
  readonly userId: string
  readonly personId?: string
}

/** Puts a person with an account into an organisation; `db` may be a transaction. Answers the person's id. */
export async function addPerson(
  { db, now }: Founding,
  organisationId: string,
  person: PersonToAdd,
): Promise<string> {
  const personId = person.personId ?? newId(now.getTime())
  await insertPerson(db, { ...person, organisationId, personId, active: true, now })
  return personId
}

/** An account and a person in one call. */
export async function createPerson(
  { db, auth, now }: Founding & { readonly auth: Auth },
  organisationId: string,
  person: Omit<PersonToAdd, 'userId'> & Account,
): Promise<string> {
  const userId = await ensureAccount(auth, person)
  return addPerson({ db, now }, organisationId, { ...person, userId })
}
