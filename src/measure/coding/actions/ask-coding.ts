/** Asking somebody to code a contact once more: for an appeal, or as a drawn sample. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { seededRandom } from '../../../kernel/random.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import { loadEdition } from '../../edition/index.ts'
import { findContact, listSubmissions } from '../../fieldwork/index.ts'
import { chooseCoders } from '../rules/choose-coder.ts'
import { drawSample } from '../rules/draw-sample.ts'
import { changeCoding, findCodings, insertCodings } from '../store/coding-store.ts'
import { listCoders, listWritten } from '../store/material-store.ts'

type Asked = {
  readonly editionId: string
  readonly contactId: string
  /** What is to be read beside the transcript, or where there is none. */
  readonly material: string | null
}

/**
 * Asks the observer with the least to code who may, never the one who made the contact.
 *
 * @throws AppError not-found · coding-nothing-to-read · coding-nobody
 */
export async function askForCoding(
  context: Context,
  trx: Db,
  { editionId, contactId, material }: Asked,
): Promise<{ readonly codingId: string }> {
  const { scope, now } = context
  const contact = await findContact(scope, trx, { editionId, contactId })
  if (!contact) throw new AppError('not-found')
  const [last] = await listSubmissions(scope, trx, { editionId, contactIds: [contactId] })
  if (!last?.transcript && !material) throw new AppError('coding-nothing-to-read')
  const codingId = newId(now.getTime())
  const [chosen] = chooseCoders([contact], await listCoders(scope, trx), seededRandom(codingId))
  if (!chosen?.observerId) throw new AppError('coding-nobody')
  const { observerId } = chosen
  const coding = { codingId, contactId, purpose: 'appeal', material, observerId } as const
  await insertCodings(scope, trx, editionId, { codings: [coding], at: now })
  return { codingId }
}

/**
 * Draws written contacts that nobody codes yet, and gives each to a coder. The same seed over the same contacts
 * draws the same ones.
 *
 * @throws AppError not-found · coding-nothing-to-read
 */
export async function drawCodings(
  context: Context,
  {
    editionId,
    percent,
    seed,
  }: { readonly editionId: string; readonly percent: number; readonly seed: string },
): Promise<{ drawn: number; withoutCoder: number }> {
  await loadEdition(context, editionId)
  return inTransaction(context.db, async (trx) => {
    const { scope, now } = context
    const codings = await findCodings(scope, trx, { editionId })
    const taken = new Set(codings.filter((one) => !one.withdrawnAt).map(({ contactId }) => contactId))
    const free = (await listWritten(scope, trx, editionId)).filter(({ contactId }) => !taken.has(contactId))
    if (free.length === 0) throw new AppError('coding-nothing-to-read')
    const random = seededRandom(seed)
    const sample = drawSample(free, { percent, random })
    const chosen = chooseCoders(sample, await listCoders(scope, trx), random)
    const asked = chosen.flatMap(({ contact: { contactId }, observerId }) =>
      observerId === undefined
        ? []
        : [
            {
              codingId: newId(now.getTime()),
              contactId,
              purpose: 'sample' as const,
              material: null,
              observerId,
            },
          ],
    )
    await insertCodings(scope, trx, editionId, { codings: asked, at: now })
    const detail = { percent, seed, drawn: asked.length }
    const subject = { kind: 'edition', id: editionId }
    await recordAudit(context, { action: 'coding.sampled', subject, detail }, trx)
    return { drawn: asked.length, withoutCoder: chosen.length - asked.length }
  })
}

/** @throws AppError not-found · coding-closed when it is handed in or withdrawn already */
export async function withdrawCoding(
  context: Context,
  { editionId, codingId }: { readonly editionId: string; readonly codingId: string },
): Promise<Record<string, never>> {
  return inTransaction(context.db, async (trx) => {
    const [coding] = await findCodings(context.scope, trx, { editionId, codingId })
    if (!coding) throw new AppError('not-found')
    if (coding.handedIn || coding.withdrawnAt) throw new AppError('coding-closed')
    await changeCoding(context.scope, trx, coding, { withdrawnAt: context.now })
    const subject = { kind: 'contact', id: coding.contactId }
    await recordAudit(context, { action: 'coding.withdrawn', subject, detail: { codingId } }, trx)
    return {}
  })
}
