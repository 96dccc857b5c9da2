import { AppError } from '../../kernel/errors.ts'
import { inTransaction } from '../../platform/database/index.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import type { Person } from '../contract.ts'
import { leavesNoAdmin, type Role } from '../rules/roles.ts'
import { listPeople, type Person as StoredPerson, updatePerson } from '../store/person-store.ts'

export async function readPeople({ scope, db }: Context): Promise<{ items: Person[] }> {
  return { items: (await listPeople(scope, db)).map(toContract) }
}

type PersonEdit = {
  readonly personId: string
  readonly name?: string | undefined
  readonly roles?: readonly Role[] | undefined
  readonly active?: boolean | undefined
}

/** @throws AppError not-found · last-admin when nobody would be left in charge */
export async function editPerson(context: Context, edit: PersonEdit): Promise<Person> {
  const { scope } = context
  return inTransaction(context.db, async (trx) => {
    const people = await listPeople(scope, trx, true)
    const before = people.find((person) => person.personId === edit.personId)
    if (!before) throw new AppError('not-found')
    const after = edited(before, edit)
    if (leavesNoAdmin(people, after)) throw new AppError('last-admin')
    await updatePerson(scope, trx, after)
    const subject = { kind: 'person', id: edit.personId }
    await recordAudit(context, { action: 'person.edited', subject, detail: changes(before, after) }, trx)
    return toContract(after)
  })
}

function edited(before: StoredPerson, edit: PersonEdit): StoredPerson {
  return {
    ...before,
    name: edit.name ?? before.name,
    roles: edit.roles ? [...new Set(edit.roles)] : before.roles,
    active: edit.active ?? before.active,
  }
}

/** The fields that differ, as `{ field: [before, after] }`. */
function changes(before: StoredPerson, after: StoredPerson): Record<string, readonly unknown[]> {
  const fields = ['name', 'roles', 'active'] as const
  const differing = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
  return Object.fromEntries(differing.map((field) => [field, [before[field], after[field]]]))
}

function toContract(person: StoredPerson): Person {
  return { ...person, roles: [...person.roles] }
}
