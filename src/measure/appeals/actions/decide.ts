/** Deciding an appeal, and correcting a final submission later: new version, new score, new results, open log. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import { askForCoding } from '../../coding/index.ts'
import type { ChannelId, EditionMethod } from '../../edition/contract.ts'
import { type Edition, loadEdition } from '../../edition/index.ts'
import { formFor } from '../../edition/rules/form.ts'
import type { Answers } from '../../fieldwork/contract.ts'
import { excludeAppealed, findContact, listSubmissions, settleContact } from '../../fieldwork/index.ts'
import { repeatMasks } from '../../masking/index.ts'
import { listScored } from '../../results/index.ts'
import { compileMethod } from '../../results/rules/compiled-form.ts'
import { scoreSubmission } from '../../results/rules/score-submission.ts'
import type { AppealDetail, AppealOutcome, Effect } from '../contract.ts'
import { mayHappen } from '../rules/appeal-state.ts'
import { effectOf, type NewScore } from '../rules/effect.ts'
import { appendAppealEvent, lockAppeal } from '../store/appeal-store.ts'
import { insertChange } from '../store/change-store.ts'
import type { StoredChange } from '../tables.ts'
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

type Proposed = { readonly answers: Answers; readonly exclude: boolean }

/** @throws AppError not-found · invalid-input · submission-incomplete when the answers cannot be scored */
export async function previewDecision(context: Context, given: OneAppeal & Proposed): Promise<Effect> {
  const { edition, appeal } = await openAppeal(context, given)
  return effectOn(context, context.db, { edition, contactId: appeal.contactId, proposed: given })
}

type Effected = { readonly edition: Edition; readonly contactId: string; readonly proposed: Proposed }

async function effectOn(
  { scope }: Context,
  db: Db,
  { edition, contactId, proposed }: Effected,
): Promise<Effect> {
  const { editionId, method } = edition
  const lines = await listScored(scope, db, { editionId })
  const line = lines.find((one) => one.contactId === contactId)
  if (!line) throw new AppError('not-found')
  if (proposed.exclude) return effectOf(lines, { contactId, after: null }, method)
  refuseStrangers(method, line.channel, proposed.answers)
  const answers = { ...line.answers, ...proposed.answers }
  const after = scoreSubmission(compileMethod(method).forms.get(line.channel)!, {
    answered: line.answered,
    answers,
  })
  if (after.kind !== 'scored') throw new AppError('submission-incomplete')
  return effectOf(lines, { contactId, after: after satisfies NewScore }, method)
}

/** Answers to questions that the channel's form does not ask, or that are none of theirs. */
function refuseStrangers(method: EditionMethod, channel: ChannelId, answers: Answers): void {
  const asked = new Map(formFor(method, channel).questions.map((question) => [question.id, question]))
  const wrong = Object.entries(answers).filter(([id, answer]) => {
    const question = asked.get(id)
    const known = question?.options.some((option) => option.id === answer)
    return !known && !(question?.notApplicable && answer === 'na')
  })
  if (wrong.length === 0) return
  const issues = wrong.map(([id, value]) => ({ code: 'unknown-option', path: `answers.${id}`, value }))
  throw new AppError('invalid-input', {}, issues)
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

type Changing = { readonly editionId: string; readonly contactId: string; readonly answers: Answers }

/** The answers that become others than they are. */
async function changesOf(
  { scope }: Context,
  trx: Db,
  { editionId, contactId, answers }: Changing,
): Promise<readonly StoredChange[]> {
  const [last] = await listSubmissions(scope, trx, { editionId, contactIds: [contactId] })
  return Object.entries(answers)
    .map(([question, to]) => ({ question, from: last?.answers[question] ?? null, to }))
    .filter(({ from, to }) => from !== to)
}

type Settling = {
  readonly editionId: string
  readonly contactId: string
  readonly kind: 'finalised' | 'corrected'
  readonly changes: readonly StoredChange[]
  readonly detail: Readonly<Record<string, unknown>>
}

async function settle(context: Context, trx: Db, { changes, ...settling }: Settling): Promise<void> {
  const answers =
    changes.length === 0
      ? undefined
      : Object.fromEntries(changes.flatMap(({ question, to }) => (to === null ? [] : [[question, to]])))
  const { version } = await settleContact(context, trx, { ...settling, answers })
  const { editionId, contactId } = settling
  if (version.from !== version.to) await repeatMasks(context, trx, { editionId, contactId, ...version })
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
