/** What the organiser chooses to make public. */
import { AppError } from '../../../kernel/errors.ts'
import { type Context, getOrganisation, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import { type Edition, loadEdition } from '../../edition/index.ts'
import { plainFileName } from '../../reports/rules/file-name.ts'
import type { PublicationAnswer, PublicationSettings } from '../contract.ts'
import {
  findPublication,
  listRelationships,
  savePublication,
  takeAddress,
} from '../store/publication-store.ts'
import { isOpenAt, pathOf, untouched } from './load-published.ts'

type InEdition = { readonly editionId: string }

/** @throws AppError not-found */
export async function readPublication(
  context: Context,
  { editionId }: InEdition,
): Promise<PublicationAnswer> {
  const { scope, db, now } = context
  const edition = await loadEdition(context, editionId)
  const publication = await findPublication(scope, db, editionId)
  const { listing, namesAll, licence, opensAt } = publication ?? untouched
  const people = await listRelationships(scope, db, editionId)
  return {
    listing,
    namesAll,
    licence,
    opensAt,
    edition: edition.name,
    path: publication ? pathOf(publication) : null,
    isOpen: publication !== undefined && isOpenAt(edition, publication, now),
    shared: edition.state === 'published',
    participants: people.length,
    notEntered: people.filter(({ relationship }) => relationship !== 'own').length,
  }
}

/** @throws AppError not-found · results-not-shared for a time of opening before the results are shared */
export async function setPublication(
  context: Context,
  { editionId, ...settings }: InEdition & PublicationSettings,
): Promise<PublicationAnswer> {
  const { db, now } = context
  await inTransaction(db, async (trx) => {
    const { scope } = context
    const edition = await loadEdition(context, editionId, trx)
    if (settings.opensAt !== null && edition.state !== 'published') throw new AppError('results-not-shared')
    const address =
      (await findPublication(scope, trx, editionId))?.address ?? (await chooseAddress(context, edition, trx))
    await savePublication(scope, trx, { editionId, address, now, ...settings })
    const subject = { kind: 'edition', id: editionId } as const
    await recordAudit(context, { action: 'publication.set', subject, detail: settings }, trx)
  })
  return readPublication(context, { editionId })
}

/** The organisation's and the edition's names, or with a piece of the id where another edition has that already. */
async function chooseAddress(context: Context, { editionId, name }: Edition, trx: Db): Promise<string> {
  const { scope } = context
  const organisation = await getOrganisation(scope, trx)
  const plain = plainFileName(`${organisation.name} ${name}`)
  // The edition's id leads to the page too: links made by machines stay right whatever the name is.
  await takeAddress(scope, trx, { editionId, address: editionId })
  const address = plain.slice(0, 80)
  if (await takeAddress(scope, trx, { editionId, address })) return address
  const longer = `${address}-${editionId.slice(-8)}`
  await takeAddress(scope, trx, { editionId, address: longer })
  return longer
}
