import { AppError } from '../../kernel/errors.ts'
import type { Language } from '../../kernel/localized.ts'
import { inTransaction } from '../../platform/database/index.ts'
import { recordAudit } from '../audit.ts'
import type { Context, SessionContext } from '../context.ts'
import type { Me, Person } from '../contract.ts'
import { findPerson, type Membership, membershipsOf, updatePerson } from '../store/person-store.ts'

export async function whoAmI({ db, session, scope }: SessionContext): Promise<Me> {
  return meAmong(await membershipsOf(db, session.userId), scope.organisationId)
}

/** @throws AppError not-found when the account has no person in that organisation */
export function meAmong(memberships: readonly Membership[], organisationId: string): Me {
  const here = memberships.find(({ organisation }) => organisation.organisationId === organisationId)
  if (!here) throw new AppError('not-found')
  return {
    person: { ...here.person, roles: [...here.person.roles] },
    organisation: here.organisation,
    organisations: memberships.map(({ organisation }) => organisation),
  }
}

export async function setMyLanguage(context: Context, input: { language: Language }): Promise<Person> {
  const { scope } = context
  return inTransaction(context.db, async (trx) => {
    const before = await findPerson(scope, trx, scope.personId)
    if (!before) throw new AppError('not-found')
    const person = { ...before, language: input.language }
    await updatePerson(scope, trx, person)
    const subject = { kind: 'person', id: scope.personId }
    await recordAudit(context, { action: 'person.languageSet', subject, detail: input }, trx)
    return { ...person, roles: [...person.roles] }
  })
}
