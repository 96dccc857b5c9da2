/** Organisations and people made outside a request: the demo world, the command line, a test. */
import { newId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/localized.ts'
import { ensureAccount, type NewAccount } from '../../platform/auth/index.ts'
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

export type PersonToAdd = {
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly roles: readonly Role[]
  /** From `ensureAccount`. */
  readonly userId: string
  readonly personId?: string
}

async function addPerson(
  { db, now }: Founding,
  organisationId: string,
  person: PersonToAdd,
): Promise<string> {
  const personId = person.personId ?? newId(now.getTime())
  await insertPerson(db, { ...person, organisationId, personId, active: true, now })
  return personId
}

/** An account and a person in one call; `db` may be a transaction. Answers the person's id. */
export async function createPerson(
  founding: Founding,
  organisationId: string,
  person: Omit<PersonToAdd, 'userId'> & NewAccount,
): Promise<string> {
  const userId = await ensureAccount(founding.db, person)
  return addPerson(founding, organisationId, { ...person, userId })
}
