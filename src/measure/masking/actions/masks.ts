/** What the reviewer sees of the masks, and changes. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import { loadEdition } from '../../edition/index.ts'
import { findContact, listSubmissions } from '../../fieldwork/index.ts'
import type { MaskedTexts } from '../contract.ts'
import { masksOf } from '../rules/mask-texts.ts'
import { insertMasks, listMasks } from '../store/mask-store.ts'
import { fieldsOf } from './mask-contacts.ts'

type OneContact = { readonly editionId: string; readonly contactId: string }

/** @throws AppError not-found also for a contact without a form */
export async function readMasks(
  context: Context,
  { editionId, contactId }: OneContact,
  db: Db = context.db,
): Promise<MaskedTexts> {
  const { scope } = context
  const { method } = await loadEdition(context, editionId, db)
  const contact = await findContact(scope, db, { editionId, contactId })
  const [last] = await listSubmissions(scope, db, { editionId, contactIds: [contactId] })
  if (!last || !contact) throw new AppError('not-found')
  const byHand = (await listMasks(scope, db, { editionId, contactIds: [contactId] })).filter(
    ({ version }) => version === last.version,
  )
  const fields = fieldsOf(last)
  const masks = masksOf(fields, { keep: [contact.participant], byHand })
  return {
    version: last.version,
    fields: Object.entries(fields)
      .filter(([, text]) => text.trim() !== '')
      .map(([field, text]) => {
        const title = method.comments.find(({ id }) => id === field)?.text
        return { field, text, masks: [...(masks[field] ?? [])], ...(title ? { title } : {}) }
      }),
    byHand: byHand.toReversed().map(({ field, from, to, verdict, person, madeAt }) => ({
      field,
      verdict,
      text: (fields[field] ?? '').slice(from, to),
      person: person ?? '',
      madeAt: madeAt.toISOString(),
    })),
  }
}

type Verdict = OneContact & {
  readonly version: number
  readonly field: string
  readonly from: number
  readonly to: number
  readonly verdict: 'mask' | 'lift'
}

/** @throws AppError not-found · conflict when another version was handed in · invalid-input outside the text */
export async function setMask(context: Context, { editionId, contactId, version, ...hand }: Verdict) {
  return inTransaction(context.db, async (trx) => {
    const { scope, now } = context
    const where = { editionId, contactId }
    const texts = await readMasks(context, where, trx)
    if (texts.version !== version) throw new AppError('conflict', { version: texts.version })
    const text = texts.fields.find(({ field }) => field === hand.field)?.text ?? ''
    if (hand.from >= hand.to || hand.to > text.length)
      throw new AppError('invalid-input', {}, [{ code: 'outside-the-text', path: 'to' }])
    const mask = { ...hand, ...where, version, maskId: newId(), madeAt: now, madeBy: scope.personId }
    await insertMasks(scope, trx, [mask])
    const detail = { version, ...hand }
    const subject = { kind: 'contact', id: contactId }
    await recordAudit(context, { action: 'contact.masked', subject, detail }, trx)
    return readMasks(context, where, trx)
  })
}
