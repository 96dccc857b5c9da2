import { newId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/localized.ts'
import type { Auth } from '../../platform/auth/index.ts'
import { type Db, inTransaction } from '../../platform/database/index.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import type { Role } from '../rules/roles.ts'
import { listAuditEntries } from '../store/audit-store.ts'
import { getOrganisation, insertOrganisation, renameOrganisation } from '../store/organisation-store.ts'
import { insertPerson } from '../store/person-store.ts'

export async function rename(context: Context, input: { name: string }) {
  const { scope } = context
  return inTransaction(context.db, async (trx) => {
    const before = await getOrganisation(scope, trx)
    await renameOrganisation(scope, trx, input.name)
    const detail = { from: before.name, to: input.name }
    const subject = { kind: 'organisation', id: scope.organisationId }
    await recordAudit(context, { action: 'organisation.renamed', subject, detail }, trx)
    return { ...before, name: input.name }
  })
}

type AuditInput = {
  readonly cursor?: string | undefined
  readonly limit: number
  readonly subjectKind?: string | undefined
  readonly subjectId?: string | undefined
}

export async function readAudit({ scope, db }: Context, { cursor, limit, ...filter }: AuditInput) {
  const rows = await listAuditEntries(scope, db, { ...filter, before: cursor, limit: limit + 1 })
  const items = rows.slice(0, limit).map((row) => ({ ...row, at: row.at.toISOString() }))
  return rows.length > limit ? { items, next: items.at(-1)!.auditId } : { items }
}

/** Makes an organisation outside a request: the demo world, the command line, a test. */
export async function createOrganisation(
  { db, now }: { readonly db: Db; readonly now: Date },
  organisation: { readonly name: string; readonly demo: boolean },
): Promise<string> {
  const organisationId = newId(now.getTime())
  await insertOrganisation(db, { organisationId, ...organisation, now })
  return organisationId
}

export type PersonToCreate = {
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly roles: readonly Role[]
  /** From `auth.hashPassword`; the people of a demo world may share one. */
  readonly passwordHash: string
}

/**
 * Makes a person with an account outside a request. An account that exists keeps its own password.
 *
 * @returns the person's id
 */
export async function createPerson(
  { db, auth, now }: { readonly db: Db; readonly auth: Auth; readonly now: Date },
  organisationId: string,
  person: PersonToCreate,
): Promise<string> {
  const { passwordHash, ...rest } = person
  const userId =
    (await auth.findAccount(person.email)) ??
    (await auth.createAccount({ email: person.email, name: person.name, passwordHash }))
  const personId = newId(now.getTime())
  await insertPerson(db, { ...rest, organisationId, personId, userId, active: true, now })
  return personId
}
