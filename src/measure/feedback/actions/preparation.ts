/** The list of what must be settled before the next method is frozen. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { toLocal } from '../../../kernel/zone.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import { listEditions, loadEdition } from '../../edition/index.ts'
import type {
  PreparationFields,
  PreparationItem,
  PreparationList,
  PreparationSource,
  PreparationState,
} from '../contract.ts'
import { inOrderOfDay, listFor } from '../rules/preparation-list.ts'
import { listOrganisers } from '../store/part-store.ts'
import { insertItem, listItems, type StoredItem, settleItem, updateItem } from '../store/preparation-store.ts'

type InEdition = { readonly editionId: string }
type OfItem = InEdition & { readonly itemId: string }

export async function readPreparation(context: Context, { editionId }: InEdition): Promise<PreparationList> {
  const { scope, db, now } = context
  const edition = await loadEdition(context, editionId)
  const editions = await listEditions(scope, db)
  const names = new Map(editions.map((each) => [each.editionId, each.name]))
  const today = toLocal(now).date
  const items = listFor(editionId, editions, await listItems(scope, db)).map((item) =>
    toContract(item, { today, edition: names.get(item.editionId) ?? '' }),
  )
  return {
    edition: edition.name,
    frozen: edition.frozenAt !== null,
    items: inOrderOfDay(items),
    open: items.filter(({ state }) => state === 'open').length,
    people: [...(await listOrganisers(scope, db))],
  }
}

function toContract(
  { settledIn: _, settledAt, createdAt, ...item }: StoredItem,
  { today, edition }: { readonly today: string; readonly edition: string },
): PreparationItem {
  return {
    ...item,
    edition,
    settledAt: settledAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    late: item.state === 'open' && item.dueOn !== null && item.dueOn < today,
  }
}

export type NewPreparationItem = InEdition &
  PreparationFields & { readonly source: PreparationSource; readonly sourceId: string | null }

/** For other features too: what an appeal or a quality figure leaves for the next edition. */
export async function addItem(
  context: Context,
  item: NewPreparationItem,
  trx: Db = context.db,
): Promise<string> {
  return inTransaction(trx, async (within) => {
    const { scope, now } = context
    await loadEdition(context, item.editionId, within)
    await refuseOwner(context, within, item.ownerId)
    const itemId = newId(now.getTime())
    await insertItem(scope, within, { ...item, itemId, now })
    const detail = { edition: item.editionId, source: item.source, title: item.title }
    const subject = { kind: 'preparation', id: itemId }
    await recordAudit(context, { action: 'preparation.added', subject, detail }, within)
    return itemId
  })
}

/** @throws AppError not-found, also for an owner who does not organise here */
export async function addToPreparation(context: Context, item: NewPreparationItem): Promise<PreparationList> {
  await addItem(context, item)
  return readPreparation(context, item)
}

/** @throws AppError not-found */
export async function editItem(
  context: Context,
  { editionId, itemId, ...fields }: OfItem & PreparationFields,
): Promise<PreparationList> {
  await inTransaction(context.db, async (trx) => {
    const { scope, now } = context
    await onList({ ...context, db: trx }, { editionId, itemId })
    await refuseOwner(context, trx, fields.ownerId)
    await updateItem(scope, trx, { itemId, now, ...fields })
    const subject = { kind: 'preparation', id: itemId }
    await recordAudit(
      context,
      { action: 'preparation.edited', subject, detail: { title: fields.title } },
      trx,
    )
  })
  return readPreparation(context, { editionId })
}

type Settled = OfItem & { readonly state: PreparationState; readonly reason?: string | undefined }

/** @throws AppError not-found · invalid-input when something is dropped without a reason */
export async function settle(
  context: Context,
  { editionId, itemId, state, reason = '' }: Settled,
): Promise<PreparationList> {
  if (state === 'dropped' && reason === '')
    throw new AppError('invalid-input', {}, [{ code: 'required', path: 'reason' }])
  await inTransaction(context.db, async (trx) => {
    const { scope, now } = context
    const item = await onList({ ...context, db: trx }, { editionId, itemId })
    await settleItem(scope, trx, { itemId, now, state, editionId, reason: reason || null })
    const subject = { kind: 'preparation', id: itemId }
    const detail = { title: item.title, from: item.state, to: state }
    await recordAudit(context, { action: 'preparation.settled', subject, detail }, trx)
  })
  return readPreparation(context, { editionId })
}

/** An item is changed from a list that it stands on. */
async function onList(context: Context, { editionId, itemId }: OfItem): Promise<PreparationItem> {
  const { items } = await readPreparation(context, { editionId })
  const item = items.find((each) => each.itemId === itemId)
  if (!item) throw new AppError('not-found')
  return item
}

async function refuseOwner({ scope }: Context, db: Db, ownerId: string | null): Promise<void> {
  if (ownerId === null) return
  const people = await listOrganisers(scope, db)
  if (!people.some(({ personId }) => personId === ownerId)) throw new AppError('not-found')
}
