/** What the next edition must settle. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { PreparationFields, PreparationSource, PreparationState } from '../contract.ts'
import '../tables.ts'

export type StoredItem = PreparationFields & {
  readonly itemId: string
  readonly editionId: string
  readonly source: PreparationSource
  readonly sourceId: string | null
  readonly owner: string | null
  readonly state: PreparationState
  readonly reason: string | null
  readonly settledIn: string | null
  readonly settledAt: Date | null
  readonly createdAt: Date
}

/** Everything of the organisation: few enough to be sifted by the rules. */
export async function listItems({ organisationId }: Scope, db: Db): Promise<readonly StoredItem[]> {
  return db
    .selectFrom('preparation_item as item')
    .leftJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'item.organisation_id')
        .onRef('person.person_id', '=', 'item.owner_id'),
    )
    .select([
      'item.item_id as itemId',
      'item.edition_id as editionId',
      'item.title',
      'item.detail',
      'item.source',
      'item.source_id as sourceId',
      'item.owner_id as ownerId',
      'person.name as owner',
      'item.due_on as dueOn',
      'item.state',
      'item.reason',
      'item.settled_in as settledIn',
      'item.settled_at as settledAt',
      'item.created_at as createdAt',
    ])
    .where('item.organisation_id', '=', organisationId)
    .execute()
}

export type NewItem = PreparationFields & {
  readonly itemId: string
  readonly editionId: string
  readonly source: PreparationSource
  readonly sourceId: string | null
  readonly now: Date
}

export async function insertItem({ organisationId, personId }: Scope, db: Db, item: NewItem): Promise<void> {
  await db
    .insertInto('preparation_item')
    .values({
      organisation_id: organisationId,
      edition_id: item.editionId,
      item_id: item.itemId,
      title: item.title,
      detail: item.detail,
      source: item.source,
      source_id: item.sourceId,
      owner_id: item.ownerId,
      due_on: item.dueOn,
      state: 'open',
      reason: null,
      settled_in: null,
      settled_at: null,
      settled_by: null,
      created_at: item.now,
      created_by: personId,
      changed_at: item.now,
    })
    .execute()
}

type OfItem = { readonly itemId: string; readonly now: Date }

export async function updateItem(
  { organisationId }: Scope,
  db: Db,
  { itemId, now, ...fields }: OfItem & PreparationFields,
): Promise<void> {
  const { title, detail, ownerId, dueOn } = fields
  await db
    .updateTable('preparation_item')
    .set({ title, detail, owner_id: ownerId, due_on: dueOn, changed_at: now })
    .where('organisation_id', '=', organisationId)
    .where('item_id', '=', itemId)
    .execute()
}

type Settling = OfItem & {
  readonly state: PreparationState
  readonly reason: string | null
  readonly editionId: string
}

/** Remembers in whose list it was settled; an item that is open again has been settled nowhere. */
export async function settleItem(
  { organisationId, personId }: Scope,
  db: Db,
  { itemId, now, state, reason, editionId }: Settling,
): Promise<void> {
  const settled = state !== 'open'
  await db
    .updateTable('preparation_item')
    .set({
      state,
      reason: settled ? reason : null,
      settled_in: settled ? editionId : null,
      settled_at: settled ? now : null,
      settled_by: settled ? personId : null,
      changed_at: now,
    })
    .where('organisation_id', '=', organisationId)
    .where('item_id', '=', itemId)
    .execute()
}
