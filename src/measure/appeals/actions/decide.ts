/** Deciding an appeal: coded again where there is something to read, then a decision with its effect. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import { askForCoding } from '../../coding/index.ts'
import { excludeAppealed } from '../../fieldwork/index.ts'
import type { AppealDetail, AppealOutcome, Effect } from '../contract.ts'
import { mayHappen } from '../rules/appeal-state.ts'
import { appendAppealEvent, lockAppeal } from '../store/appeal-store.ts'
import { insertChange } from '../store/change-store.ts'
import type { StoredChange } from '../tables.ts'
import { changesOf, effectOn, type Proposed, settle } from './change-answers.ts'
import { type OneAppeal, openAppeal, readAppeal } from './read-appeals.ts'
import { tellDecision, type Writing } from './write-letters.ts'

/**
 * Has the contact coded again from what was written, and from the participant's own log where it gave one.
 *
 * @throws AppError not-found · appeal-step · coding-nothing-to-read · coding-nobody
 */
export async function askCoding(context: Context, given: OneAppeal): Promise<AppealDetail> {
  await inTransaction(context.db, async (trx) => {
    await lockAppeal(context.scope, trx, given.appealId)
    const { appeal, coding } = await openAppeal(context, given, trx)
    if (coding || !mayHappen(appeal.state, 'codingAsked')) throw new AppError('appeal-step')
    const { contactId, evidence } = appeal
    const { editionId } = given
    const { codingId } = await askForCoding(context, trx, { editionId, contactId, material: evidence })
    const event = { eventId: newId(), kind: 'codingAsked', at: context.now, detail: { codingId } } as const
    await appendAppealEvent(context.scope, trx, given, event)
    const subject = { kind: 'contact', id: contactId }
    const detail = { appealId: given.appealId, codingId }
    await recordAudit(context, { action: 'appeal.codingAsked', subject, detail }, trx)
  })
  return readAppeal(context, given)
}

/** @throws AppError not-found · invalid-input · submission-incomplete when the answers cannot be scored */
export async function previewDecision(context: Context, given: OneAppeal & Proposed): Promise<Effect> {
  const { edition, appeal } = await openAppeal(context, given)
  return effectOn(context, context.db, { edition, contactId: appeal.contactId, proposed: given })
}

type Deciding = OneAppeal & Proposed & { readonly outcome: AppealOutcome; readonly reasons: string }

/**
 * A rejected appeal changes nothing; an upheld or partly upheld one changes answers or leaves the contact out. Who
 * made or coded the contact does not decide.
 *
 * @throws AppError not-found · appeal-step when it is decided, or a coding is not in · coder-decides · invalid-input ·
 *   submission-incomplete
 */
export async function decideAppeal(context: Writing, given: Deciding): Promise<AppealDetail> {
  const decided = await inTransaction(context.db, async (trx) => {
    await lockAppeal(context.scope, trx, given.appealId)
    const { edition, appeal, coding, involved } = await openAppeal(context, given, trx)
    if (!mayHappen(appeal.state, 'decided') || (coding && !coding.handedIn)) throw new AppError('appeal-step')
    if (involved.includes(context.scope.personId)) throw new AppError('coder-decides')
    const { contactId, participantId } = appeal
    const { outcome, reasons, appealId, editionId, exclude: excluded } = given
    const changes = await changesOf(context, trx, { editionId, contactId, answers: given.answers })
    refuseMismatch(given, changes)
    const effect = await effectOn(context, trx, { edition, contactId, proposed: given })
    if (excluded) await excludeAppealed(context, trx, { editionId, contactId, reason: reasons })
    else {
      const detail = { appealId, outcome }
      await settle(context, trx, { editionId, contactId, kind: 'finalised', changes, detail })
    }
    const detail = { outcome, reasons, excluded, changes, effect }
    const event = { eventId: newId(), kind: 'decided', at: context.now, detail } as const
    await appendAppealEvent(context.scope, trx, given, event)
    const change = {
      contactId,
      participantId,
      appealId,
      kind: 'appeal',
      outcome,
      answers: changes,
      effect,
    } as const
    await insertChange(context.scope, trx, editionId, { ...change, changeId: newId(), madeAt: context.now })
    const audited = { appealId, outcome, excluded, changes, effect }
    const subject = { kind: 'contact', id: contactId }
    await recordAudit(context, { action: 'appeal.decided', subject, detail: audited }, trx)
    return { edition, appeal, outcome }
  })
  await tellDecision(context, decided)
  return readAppeal(context, given)
}

function refuseMismatch({ outcome, exclude }: Deciding, changes: readonly StoredChange[]): void {
  const doesSomething = exclude || changes.length > 0
  if (doesSomething === (outcome !== 'rejected')) return
  const code = doesSomething ? 'rejected-changes-nothing' : 'upheld-changes-something'
  throw new AppError('invalid-input', {}, [{ code, path: 'outcome' }])
}
