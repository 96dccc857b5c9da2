import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { EditionMethod, EditionState } from '../contract.ts'

declare module '../../../platform/database/index.ts' {
  interface Tables {
    edition: {
      organisation_id: string
      edition_id: string
      name: string
      state: EditionState
      method: EditionMethod
      method_version: string
      revision: number
      copied_from: string | null
      frozen_at: Date | null
      published_at: Date | null
      created_at: Date
      changed_at: Date
    }
  }
}

export type Edition = {
  readonly editionId: string
  readonly name: string
  readonly state: EditionState
  readonly method: EditionMethod
  readonly methodVersion: string
  readonly revision: number
  readonly copiedFrom: string | null
  readonly frozenAt: Date | null
  readonly publishedAt: Date | null
  readonly changedAt: Date
}

export type NewEdition = Pick<Edition, 'editionId' | 'name' | 'method' | 'copiedFrom'> & {
  readonly now: Date
}

const columns = [
  'edition_id',
  'name',
  'state',
  'method',
  'method_version',
  'revision',
  'copied_from',
  'frozen_at',
  'published_at',
  'changed_at',
] as const

/** Newest fieldwork first. */
export async function listEditions({ organisationId }: Scope, db: Db): Promise<readonly Edition[]> {
  const rows = await db
    .selectFrom('edition')
    .select(columns)
    .where('organisation_id', '=', organisationId)
    .execute()
  const start = ({ method }: Edition) => method.calendar.start
  return rows.map(toEdition).sort((a, b) => (start(a) < start(b) ? 1 : start(a) > start(b) ? -1 : 0))
}

/** `lock` keeps others from changing it until the transaction ends. */
export async function findEdition(
  { organisationId }: Scope,
  db: Db,
  { editionId, lock = false }: { readonly editionId: string; readonly lock?: boolean },
): Promise<Edition | undefined> {
  const row = await db
    .selectFrom('edition')
    .select(columns)
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  return row && toEdition(row)
}

export async function insertEdition(scope: Scope, db: Db, edition: NewEdition): Promise<void> {
  const { editionId, name, method, copiedFrom, now } = edition
  await db
    .insertInto('edition')
    .values({
      organisation_id: scope.organisationId,
      edition_id: editionId,
      name,
      state: 'preparing',
      method,
      method_version: method.methodVersion,
      revision: 1,
      copied_from: copiedFrom,
      frozen_at: null,
      published_at: null,
      created_at: now,
      changed_at: now,
    })
    .execute()
}

export type EditionChange = {
  readonly name?: string
  readonly state?: EditionState
  readonly method?: EditionMethod
  readonly revision?: number
  readonly frozenAt?: Date
  readonly publishedAt?: Date | null
}

export async function updateEdition(
  { organisationId }: Scope,
  db: Db,
  { editionId, now, ...change }: EditionChange & { readonly editionId: string; readonly now: Date },
): Promise<void> {
  const { name, state, method, revision, frozenAt, publishedAt } = change
  await db
    .updateTable('edition')
    .set({
      ...(name === undefined ? {} : { name }),
      ...(state === undefined ? {} : { state }),
      ...(method === undefined ? {} : { method, method_version: method.methodVersion }),
      ...(revision === undefined ? {} : { revision }),
      ...(frozenAt === undefined ? {} : { frozen_at: frozenAt }),
      ...(publishedAt === undefined ? {} : { published_at: publishedAt }),
      changed_at: now,
    })
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .execute()
}

type Row = {
  readonly edition_id: string
  readonly name: string
  readonly state: EditionState
  readonly method: EditionMethod
  readonly method_version: string
  readonly revision: number
  readonly copied_from: string | null
  readonly frozen_at: Date | null
  readonly published_at: Date | null
  readonly changed_at: Date
}

function toEdition(row: Row): Edition {
  return {
    editionId: row.edition_id,
    name: row.name,
    state: row.state,
    method: row.method,
    methodVersion: row.method_version,
    revision: row.revision,
    copiedFrom: row.copied_from,
    frozenAt: row.frozen_at,
    publishedAt: row.published_at,
    changedAt: row.changed_at,
  }
}
