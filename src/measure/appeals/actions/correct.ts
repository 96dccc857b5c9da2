/** Correcting a final submission in the open, after the appeals and after publication too. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import { loadEdition } from '../../edition/index.ts'
import { findContact, listSubmissions } from '../../fieldwork/index.ts'
import { askedForm } from '../../fieldwork/rules/asked-form.ts'
import type { CorrectableAnswer, Effect } from '../contract.ts'
import { insertChange } from '../store/change-store.ts'
import { type Changing, changesOf, effectOn, settle } from './change-answers.ts'

type OneContact = { readonly editionId: string; readonly contactId: string }

/** @throws AppError not-found also for a contact without a submission */
export async function readCorrectable(context: Context, given: OneContact): Promise<CorrectableAnswer> {
  const { scope, db } = context
  const { editionId, contactId } = given
  const { method } = await loadEdition(context, editionId)
  const contact = await findContact(scope, db, given)
  const [last] = await listSubmissions(scope, db, { editionId, contactIds: [contactId] })
  if (!contact || !last) throw new AppError('not-found')
  const { number, participant, participantId, channel, date, state } = contact
  return {
    contactId,
    number,
    participant,
    participantId,
    channel,
    date,
    answered: last.answered,
    mayCorrect: last.answered && (state === 'final' || state === 'locked'),
    form: askedForm(method, channel),
    answers: { ...last.answers },
    ...(last.transcript === null ? {} : { transcript: last.transcript }),
  }
}

/** @throws AppError not-found · invalid-input · submission-incomplete when the answers cannot be scored */
export async function previewCorrection(context: Context, given: Changing): Promise<Effect> {
  const edition = await loadEdition(context, given.editionId)
  const proposed = { answers: given.answers, exclude: false }
  return effectOn(context, context.db, { edition, contactId: given.contactId, proposed })
}

type Correcting = Changing & { readonly reason: string }

/**
 * Changes answers of a final or locked submission, with a reason, in the open log.
 *
 * @throws AppError not-found · event-refused before it is final · invalid-input · submission-incomplete
 */
export async function correctSubmission(context: Context, given: Correcting): Promise<Effect> {
  const { editionId, contactId, reason } = given
  return inTransaction(context.db, async (trx) => {
    const edition = await loadEdition(context, editionId, trx)
    const contact = await findContact(context.scope, trx, { editionId, contactId })
    if (!contact) throw new AppError('not-found')
    const changes = await changesOf(context, trx, given)
    if (changes.length === 0)
      throw new AppError('invalid-input', {}, [{ code: 'nothing-changed', path: 'answers' }])
    const proposed = { answers: given.answers, exclude: false }
    const effect = await effectOn(context, trx, { edition, contactId, proposed })
    const detail = { note: reason }
    await settle(context, trx, { editionId, contactId, kind: 'corrected', changes, detail })
    const { participantId } = contact
    await insertChange(context.scope, trx, editionId, {
      changeId: newId(),
      contactId,
      participantId,
      appealId: null,
      kind: 'correction',
      outcome: 'corrected',
      answers: changes,
      effect,
      madeAt: context.now,
    })
    const subject = { kind: 'contact', id: contactId }
    await recordAudit(
      context,
      { action: 'contact.corrected', subject, detail: { reason, changes, effect } },
      trx,
    )
    return effect
  })
}
