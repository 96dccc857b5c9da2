/** What follows the review: a contact is appealed, settled with or without other answers, and locked (M6.2, M6.6). */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Context } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import { compileMethod } from '../../results/rules/compiled-form.ts'
import type { Score } from '../../results/rules/score-submission.ts'
import type { Answers, EventDetail, LifeKind } from '../contract.ts'
import { deleteScore, saveScore } from '../store/score-store.ts'
import { moveAll } from '../store/settle-store.ts'
import { insertSubmission, listSubmissions } from '../store/submission-store.ts'
import { appendToLife, openContact } from './open-contact.ts'
import { scoreOf } from './review-picture.ts'

type OneContact = { readonly editionId: string; readonly contactId: string }

/** @throws AppError not-found · event-refused unless it is approved */
export async function appealContact(
  context: Context,
  trx: Db,
  { appealId, ...where }: OneContact & { readonly appealId: string },
): Promise<void> {
  const open = await openContact(context, trx, { ...where, lock: true })
  await append(context, trx, open, { kind: 'appealed', detail: { appealId } })
}

export type SettledScore = {
  readonly score: Score
  readonly version: { readonly from: number; readonly to: number }
}

type Settling = OneContact & {
  readonly kind: 'finalised' | 'corrected'
  /** What is changed of the answers; undefined: they stand. */
  readonly answers?: Answers | undefined
  readonly detail: EventDetail
}

/**
 * Ends a contact's appeal, or corrects it later. Changed answers make a new version, which repeats the observer's
 * comments; the versions before stay. The new score is stored and the results follow by themselves.
 *
 * @throws AppError not-found · event-refused · submission-incomplete when the answers cannot be scored
 */
export async function settleContact(
  context: Context,
  trx: Db,
  { editionId, contactId, kind, answers, detail }: Settling,
): Promise<SettledScore> {
  const { scope, now } = context
  const open = await openContact(context, trx, { editionId, contactId, lock: true })
  const [last] = await listSubmissions(scope, trx, { editionId, contactIds: [contactId] })
  if (!last) throw new AppError('not-found')
  const settled = { ...last, answers: { ...last.answers, ...answers } }
  const score = scoreOf(compileMethod(open.edition.method), open.contact.channel, settled)
  if (score.kind !== 'scored') throw new AppError('submission-incomplete')
  const version = answers === undefined ? last.version : last.version + 1
  if (answers !== undefined) {
    const made = { submittedAt: now, submittedBy: scope.personId, submissionId: newId(now.getTime()) }
    await insertSubmission(scope, trx, open.contact, { ...settled, ...made, version })
    const { methodVersion } = open.edition
    await saveScore(scope, trx, open.contact, { score, methodVersion, at: now })
  }
  await append(context, trx, open, { kind, detail: { ...detail, version } })
  return { score, version: { from: last.version, to: version } }
}

/** Leaves an appealed contact out of the edition. @throws AppError not-found · event-refused */
export async function excludeAppealed(
  context: Context,
  trx: Db,
  { reason, ...where }: OneContact & { readonly reason: string },
): Promise<void> {
  const open = await openContact(context, trx, { ...where, lock: true })
  await append(context, trx, open, { kind: 'excluded', detail: { note: reason } }, reason)
  await deleteScore(context.scope, trx, open.contact)
}

/** Every approved contact that nobody has appealed is final. */
export function finaliseContacts(
  { scope, now }: Pick<Context, 'scope' | 'now'>,
  trx: Db,
  editionId: string,
): Promise<void> {
  return moveAll(scope, trx, { editionId, from: 'approved', to: 'final', kind: 'finalised', at: now })
}

/** At publication: what is final stays as it is, and only a correction in the open changes it. */
export async function lockContacts(context: Context, trx: Db, editionId: string): Promise<void> {
  await finaliseContacts(context, trx, editionId)
  const at = new Date(context.now.getTime() + 1)
  await moveAll(context.scope, trx, { editionId, from: 'final', to: 'locked', kind: 'locked', at })
}

type Opened = Awaited<ReturnType<typeof openContact>>

async function append(
  context: Context,
  trx: Db,
  open: Opened,
  event: { readonly kind: LifeKind; readonly detail: EventDetail },
  excludedReason?: string,
): Promise<void> {
  const at = context.now
  await appendToLife(context, trx, open, {
    events: [{ eventId: newId(at.getTime()), at: at.toISOString(), ...event }],
    ...(excludedReason === undefined ? {} : { excludedReason }),
  })
}
