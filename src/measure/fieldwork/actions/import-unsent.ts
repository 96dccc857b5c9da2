/** The organiser brings in what an observer's phone could not send, from the file that the phone exported. */
import { AppError } from '../../../kernel/errors.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import { type ImportedPiece, type UnsentFile, type UnsentFilePiece, unsentFile } from '../contract.ts'
import { findDraft, findSubmission } from '../store/submission-store.ts'
import { addToLog, storeDraft } from './observe.ts'
import { findEdition, type OpenContact, openContact } from './open-contact.ts'
import { handInOn } from './submit.ts'

type Upload = { readonly editionId: string; readonly file: File }

/**
 * Each piece for itself, in the order in which it was made, under the observer's name and by the same ids as from
 * the phone: what has come already is left alone, and what cannot be is told and changes nothing.
 *
 * @throws AppError not-found · unsent-file for anything but such a file
 */
export async function importUnsent(context: Context, { editionId, file }: Upload) {
  await findEdition(context.scope, context.db, editionId)
  const given = await readUnsentFile(file)
  const items: ImportedPiece[] = []
  for (const { contactId, participant, pieces } of given.contacts) {
    for (const piece of pieces) {
      const outcome = await bringIn(context, { editionId, contactId, personId: given.personId, piece })
      items.push({
        contactId,
        ...(participant === undefined ? {} : { participant }),
        kind: piece.kind,
        ...(piece.kind === 'event' ? { event: piece.event.kind, at: piece.event.at } : { at: piece.madeAt }),
        ...outcome,
      })
    }
  }
  return { name: given.name, items }
}

async function readUnsentFile(file: File): Promise<UnsentFile> {
  try {
    return unsentFile.parse(JSON.parse(await file.text()))
  } catch {
    throw new AppError('unsent-file')
  }
}

type Brought = {
  readonly editionId: string
  readonly contactId: string
  readonly personId: string
  readonly piece: UnsentFilePiece
}
type Outcome = Pick<ImportedPiece, 'outcome' | 'code'>

async function bringIn(context: Context, brought: Brought): Promise<Outcome> {
  try {
    return await inTransaction(context.db, async (trx) => {
      const { editionId, contactId, personId } = brought
      const open = await openContact(context, trx, { editionId, contactId, lock: true })
      if (open.contact.observerPersonId !== personId) throw new AppError('not-found')
      const outcome = (await isKnown(context, trx, open, brought.piece)) ? 'known' : 'added'
      await write(context, trx, open, brought)
      if (outcome === 'added') await audit(context, trx, brought)
      return { outcome }
    })
  } catch (error) {
    if (error instanceof AppError) return { outcome: 'refused', code: error.code }
    throw error
  }
}

async function isKnown(
  { scope }: Context,
  trx: Db,
  { contact, log }: OpenContact,
  piece: UnsentFilePiece,
): Promise<boolean> {
  switch (piece.kind) {
    case 'event':
      return log.some(({ eventId }) => eventId === piece.event.eventId)
    case 'submission':
      return (await findSubmission(scope, trx, piece.id)) !== undefined
    case 'draft': {
      const kept = await findDraft(scope, trx, contact)
      return kept !== undefined && kept.savedAt.getTime() >= Date.parse(piece.madeAt)
    }
  }
}

async function write(context: Context, trx: Db, open: OpenContact, { piece, personId }: Brought) {
  switch (piece.kind) {
    case 'event':
      return addToLog(context, trx, open, { events: [piece.event], personId })
    case 'draft':
      return storeDraft(context, trx, open, { ...piece.form, savedAt: piece.madeAt })
    case 'submission': {
      const { id, form, madeAt } = piece
      return handInOn(context, trx, open, { ...form, submissionId: id, submittedAt: madeAt, personId })
    }
  }
}

async function audit(context: Context, trx: Db, { contactId, personId, piece }: Brought): Promise<void> {
  const id = piece.kind === 'event' ? piece.event.eventId : piece.id
  await recordAudit(
    context,
    {
      action: 'contact.brought-in',
      subject: { kind: 'contact', id: contactId },
      detail: { personId, kind: piece.kind, id },
    },
    trx,
  )
}
