/** The way in before anybody is in: a person put into an organisation from the machine itself. */
import { AppError } from '../../kernel/errors.ts'
import { findAccount, type NewAccount } from '../../platform/auth/index.ts'
import { type Db, inTransaction } from '../../platform/database/index.ts'
import { recordAudit } from '../audit.ts'
import { scopeOfPerson } from '../sign-in-gate.ts'
import { findOrganisationsByName } from '../store/organisation-store.ts'
import { membershipsOf } from '../store/person-store.ts'
import { createOrganisation, createPerson, type PersonToAdd } from './founding.ts'

type FirstPerson = Omit<PersonToAdd, 'userId' | 'personId'> & NewAccount & { readonly organisation: string }

export type FirstPersonMade = {
  readonly organisationId: string
  readonly personId: string
  readonly founded: boolean
}

/**
 * Makes the organisation when none has that name, and the person in it. An e-mail that has an account keeps
 * its password.
 *
 * @throws AppError conflict when several organisations have the name · already-member
 */
export async function addFromMachine(
  { db, now }: { readonly db: Db; readonly now: Date },
  { organisation: name, ...person }: FirstPerson,
): Promise<FirstPersonMade> {
  return inTransaction(db, async (trx) => {
    const [found, another] = await findOrganisationsByName(trx, name)
    if (another) throw new AppError('conflict', { organisation: name })
    const organisationId = found ?? (await createOrganisation({ db: trx, now }, { name, demo: false }))
    await refuseMember(trx, organisationId, person.email)
    const personId = await createPerson({ db: trx, now }, organisationId, person)
    await note(trx, { organisationId, personId, now })
    return { organisationId, personId, founded: found === undefined }
  })
}

async function refuseMember(trx: Db, organisationId: string, email: string): Promise<void> {
  const account = await findAccount(trx, email)
  const memberships = account === undefined ? [] : await membershipsOf(trx, account)
  if (memberships.some(({ organisation }) => organisation.organisationId === organisationId)) {
    throw new AppError('already-member')
  }
}

async function note(trx: Db, made: { organisationId: string; personId: string; now: Date }): Promise<void> {
  const scope = await scopeOfPerson(trx, made, 'machine')
  if (!scope) throw new Error('a person who was just made is active')
  const context = { scope, db: trx, now: made.now, requestId: 'machine' }
  await recordAudit(context, { action: 'person.added', subject: { kind: 'person', id: made.personId } }, trx)
}
