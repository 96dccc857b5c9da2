/** The participant's side: the own submissions, objecting to one, evidence, and the decision. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import type { EditionMethod } from '../../edition/contract.ts'
import { formFor } from '../../edition/rules/form.ts'
import { appealContact, findContact } from '../../fieldwork/index.ts'
import { findViewer, listScored } from '../../results/index.ts'
import type { AppealFile, OwnAppeal, OwnContact } from '../contract.ts'
import { mayHappen } from '../rules/appeal-state.ts'
import { decisionDays, endOfWorkingDays, isOpen } from '../rules/appeal-window.ts'
import { largestFile, mediaTypeOf, mostFiles, safeName } from '../rules/file-kind.ts'
import {
  appendAppealEvent,
  findAppeals,
  insertAppeal,
  lockAppeal,
  type StoredAppeal,
} from '../store/appeal-store.ts'
import { findFile, insertFile, listFiles } from '../store/file-store.ts'
import { findWindow } from '../store/window-store.ts'
import { decisionOf } from './decision.ts'
import { toWindow } from './window.ts'
import { tellArrival, type Writing } from './write-letters.ts'

type InEdition = { readonly editionId: string }
type OneContact = InEdition & { readonly contactId: string }
type OneAppeal = InEdition & { readonly appealId: string }

/** Who the person reads for. @throws AppError not-found for anybody but a participant's people */
async function ownOf(context: Context, editionId: string) {
  const viewer = await findViewer(context, editionId, { preliminary: true })
  if (viewer.view !== 'participant') throw new AppError('not-found')
  return viewer
}

export async function listOwn(context: Context, { editionId }: InEdition) {
  const { scope, db, now } = context
  const { edition, own } = await ownOf(context, editionId)
  const contacts = await listScored(scope, db, { editionId, participantIds: [...own] })
  const contactIds = contacts.map(({ contactId }) => contactId)
  const appeals = new Map(
    (await findAppeals(scope, db, { editionId, contactIds })).map((appeal) => [appeal.contactId, appeal]),
  )
  const window = await findWindow(scope, db, editionId)
  const items = contacts.map(
    ({ contactId, number, participant, channel, date, answered, score, state }): OwnContact => {
      const appeal = appeals.get(contactId)
      const decided = appeal?.log.find(({ kind }) => kind === 'decided')?.detail.outcome
      return {
        contactId,
        number,
        participant,
        channel,
        date,
        answered,
        score,
        contactState: state,
        ...(appeal
          ? {
              appeal: {
                appealId: appeal.appealId,
                state: appeal.state,
                ...(decided ? { outcome: decided } : {}),
              },
            }
          : {}),
      }
    },
  )
  const published = edition.state === 'published'
  // What has been appealed is what the participant comes to see.
  items.sort((one, other) => Number(other.appeal !== undefined) - Number(one.appeal !== undefined))
  return { edition: edition.name, published, window: window ? toWindow(window, now) : null, items }
}

/** @throws AppError not-found also for another participant's contact */
export async function readOwn(context: Context, { editionId, contactId }: OneContact) {
  const { scope, db, now } = context
  const { edition, contact } = await ownContact(context, db, { editionId, contactId })
  const window = await findWindow(scope, db, editionId)
  const [appeal] = await findAppeals(scope, db, { editionId, contactIds: [contactId] })
  const questions = formFor(edition.method, contact.channel).questions.map(({ id, text }) => ({ id, text }))
  return {
    window: window ? toWindow(window, now) : null,
    mayAppeal: !appeal && contact.state === 'approved' && isOpen(window, now),
    questions,
    ...(appeal ? { appeal: await toOwnAppeal(context, { editionId, method: edition.method }, appeal) } : {}),
  }
}

async function ownContact(context: Context, db: Db, where: OneContact) {
  const { edition, own } = await ownOf(context, where.editionId)
  const contact = await findContact(context.scope, db, where)
  if (!contact || !own.has(contact.participantId)) throw new AppError('not-found')
  return { edition, contact }
}

async function toOwnAppeal(
  { scope, db }: Pick<Context, 'scope' | 'db'>,
  { editionId, method }: { readonly editionId: string; readonly method: EditionMethod },
  appeal: StoredAppeal,
): Promise<OwnAppeal> {
  const { appealId, state, madeAt, grounds, evidence } = appeal
  const decision = decisionOf(method, appeal)
  return {
    appealId,
    state,
    madeAt: madeAt.toISOString(),
    decideBy: endOfWorkingDays(madeAt, decisionDays).toISOString(),
    questions: method.questions
      .filter(({ id }) => appeal.questions.includes(id))
      .map(({ id, text }) => ({ id, text })),
    grounds,
    ...(evidence === null ? {} : { evidence }),
    files: [...(await listFiles(scope, db, { editionId, appealId }))],
    ...(decision ? { decision } : {}),
  }
}

type Making = OneContact & {
  readonly appealId: string
  readonly questions: readonly string[]
  readonly grounds: string
  readonly evidence?: string | undefined
}

/**
 * @throws AppError not-found · appeals-closed before and after the window · appeal-exists · invalid-input for a
 *   question that the form does not ask · event-refused while the submission is not approved
 */
export async function makeAppeal(context: Writing, given: Making): Promise<OwnAppeal> {
  const { editionId, contactId, appealId } = given
  const { edition, contact } = await ownContact(context, context.db, given)
  const { method } = edition
  const asked = new Set(formFor(method, contact.channel).questions.map(({ id }) => id))
  const strangers = given.questions.filter((id) => !asked.has(id))
  if (strangers.length > 0)
    throw new AppError(
      'invalid-input',
      {},
      strangers.map((value) => ({ code: 'not-on-this-form', path: 'questions', value })),
    )
  const { appeal, isNew } = await inTransaction(context.db, async (trx) => {
    const { scope, now } = context
    const [known] = await findAppeals(scope, trx, { editionId, contactIds: [contactId] })
    if (known?.appealId === appealId) return { appeal: known, isNew: false }
    if (known) throw new AppError('appeal-exists')
    if (!isOpen(await findWindow(scope, trx, editionId), now)) throw new AppError('appeals-closed')
    await appealContact(context, trx, { editionId, contactId, appealId })
    const { participantId } = contact
    const { questions, grounds } = given
    const evidence = given.evidence?.trim() || null
    await insertAppeal(scope, trx, editionId, {
      appealId,
      contactId,
      participantId,
      questions,
      grounds,
      evidence,
      madeAt: now,
    })
    const eventId = newId(now.getTime())
    await appendAppealEvent(scope, trx, given, { eventId, kind: 'received', at: now, detail: {} })
    const subject = { kind: 'contact', id: contactId }
    await recordAudit(context, { action: 'appeal.made', subject, detail: { appealId, questions } }, trx)
    const [made] = await findAppeals(scope, trx, { editionId, appealId })
    return { appeal: made!, isNew: true }
  })
  if (isNew) await tellArrival(context, { edition, appeal })
  return toOwnAppeal(context, { editionId, method }, appeal)
}

/** @throws AppError not-found also for another participant's appeal */
async function ownAppeal(context: Context, db: Db, { editionId, appealId }: OneAppeal) {
  const { edition, own } = await ownOf(context, editionId)
  const [appeal] = await findAppeals(context.scope, db, { editionId, appealId })
  if (!appeal || !own.has(appeal.participantId)) throw new AppError('not-found')
  return { edition, appeal }
}

/** @throws AppError not-found · appeal-step when it is decided · files-full · too-large · file-refused */
export async function addFile(
  context: Context,
  { editionId, appealId, file }: OneAppeal & { readonly file: File },
): Promise<OwnAppeal> {
  const { edition } = await ownAppeal(context, context.db, { editionId, appealId })
  if (file.size > largestFile) throw new AppError('too-large')
  const content = new Uint8Array(await file.arrayBuffer())
  const mediaType = mediaTypeOf(content)
  if (mediaType === undefined) throw new AppError('file-refused')
  const appeal = await inTransaction(context.db, async (trx) => {
    const { scope, now } = context
    await lockAppeal(scope, trx, appealId)
    const [locked] = await findAppeals(scope, trx, { editionId, appealId })
    if (!locked || !mayHappen(locked.state, 'decided')) throw new AppError('appeal-step')
    const files = await listFiles(scope, trx, { editionId, appealId })
    if (files.length >= mostFiles) throw new AppError('files-full')
    const fileId = newId(now.getTime())
    const kept: AppealFile = { fileId, name: safeName(file.name), mediaType, bytes: content.length }
    await insertFile(scope, trx, { editionId, appealId }, { ...kept, content, at: now })
    const subject = { kind: 'contact', id: locked.contactId }
    await recordAudit(context, { action: 'appeal.fileAdded', subject, detail: { appealId, fileId } }, trx)
    return locked
  })
  return toOwnAppeal(context, { editionId, method: edition.method }, appeal)
}

/** To organisers, and to whoever gave it. @throws AppError not-found */
export async function readFile(
  context: Context,
  { editionId, appealId, fileId }: OneAppeal & { readonly fileId: string },
): Promise<File> {
  const { scope, db } = context
  const viewer = await findViewer(context, editionId, { preliminary: true })
  if (viewer.view === 'participant') await ownAppeal(context, db, { editionId, appealId })
  const file = await findFile(scope, db, { editionId, appealId, fileId })
  if (!file) throw new AppError('not-found')
  return new File([new Uint8Array(file.content)], file.name, { type: file.media_type })
}

/** The participant has read the decision. @throws AppError not-found · appeal-step before there is one */
export async function acknowledge(context: Context, given: OneAppeal): Promise<OwnAppeal> {
  const { editionId, appealId } = given
  const { edition } = await ownAppeal(context, context.db, given)
  const appeal = await inTransaction(context.db, async (trx) => {
    const { scope, now } = context
    await lockAppeal(scope, trx, appealId)
    const [locked] = await findAppeals(scope, trx, { editionId, appealId })
    if (!locked) throw new AppError('not-found')
    if (locked.state === 'answered') return locked
    if (!mayHappen(locked.state, 'answered')) throw new AppError('appeal-step')
    const eventId = newId(now.getTime())
    await appendAppealEvent(scope, trx, given, { eventId, kind: 'answered', at: now, detail: {} })
    return (await findAppeals(scope, trx, { editionId, appealId }))[0]!
  })
  return toOwnAppeal(context, { editionId, method: edition.method }, appeal)
}
