import type { Db } from '../../platform/database/index.ts'
import type { Scope } from '../scope.ts'

declare module '../../platform/database/index.ts' {
  interface Tables {
    organisation: { organisation_id: string; name: string; demo: boolean; created_at: Date }
  }
}

export type Organisation = { readonly organisationId: string; readonly name: string; readonly demo: boolean }

export async function insertOrganisation(db: Db, organisation: Organisation & { now: Date }): Promise<void> {
  await db
    .insertInto('organisation')
    .values({
      organisation_id: organisation.organisationId,
      name: organisation.name,
      demo: organisation.demo,
      created_at: organisation.now,
    })
    .execute()
}

export async function getOrganisation(scope: Scope, db: Db): Promise<Organisation> {
  const row = await db
    .selectFrom('organisation')
    .select(['organisation_id', 'name', 'demo'])
    .where('organisation_id', '=', scope.organisationId)
    .executeTakeFirstOrThrow()
  return { organisationId: row.organisation_id, name: row.name, demo: row.demo }
}

export async function renameOrganisation(scope: Scope, db: Db, name: string): Promise<void> {
  await db
    .updateTable('organisation')
    .set({ name })
    .where('organisation_id', '=', scope.organisationId)
    .execute()
}

/** Whether the store holds no organisation at all: a first start. */
export async function hasNoOrganisation(db: Db): Promise<boolean> {
  const row = await db.selectFrom('organisation').select('organisation_id').limit(1).executeTakeFirst()
  return row === undefined
}

/** Whether the store holds a demo world. */
export async function hasDemoOrganisation(db: Db): Promise<boolean> {
  const query = db.selectFrom('organisation').select('organisation_id').where('demo', '=', true).limit(1)
  return (await query.executeTakeFirst()) !== undefined
}

/** Organisations of this name, for whoever sits at the machine itself; names need not be unique. */
export async function findOrganisationsByName(db: Db, name: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('organisation')
    .select('organisation_id')
    .where('name', '=', name)
    .limit(2)
    .execute()
  return rows.map((row) => row.organisation_id)
}
