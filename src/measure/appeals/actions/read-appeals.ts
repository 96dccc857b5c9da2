/** The organiser's side: what must be decided, and one appeal with both codings side by side. */
import { AppError } from '../../../kernel/errors.ts'
import type { Context } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import { findCodings, type StoredCoding } from '../../coding/index.ts'
import { type Edition, loadEdition } from '../../edition/index.ts'
import { findContact, listSubmissions } from '../../fieldwork/index.ts'
import { askedForm } from '../../fieldwork/rules/asked-form.ts'
import type { AppealDetail, AppealLine } from '../contract.ts'
import { type Coding, nextStep } from '../rules/appeal-state.ts'
import { decisionDays, endOfWorkingDays } from '../rules/appeal-window.ts'
import { findAppeals, type StoredAppeal } from '../store/appeal-store.ts'
import { listFiles } from '../store/file-store.ts'
import { findWindow } from '../store/window-store.ts'
import { decisionOf } from './decision.ts'
import { closeWindow, toWindow } from './window.ts'

type InEdition = { readonly editionId: string }
export type OneAppeal = InEdition & { readonly appealId: string }

const open = ({ step }: AppealLine) => step !== 'nothing'

/** What waits for the organiser first, the longest waiting on top. @throws AppError not-found */
export async function listAppeals(context: Context, { editionId }: InEdition) {
  const { scope, db, now } = context
  const edition = await loadEdition(context, editionId)
  await closeWindow(context, editionId)
  const appeals = await findAppeals(scope, db, { editionId })
  const contactIds = appeals.map(({ contactId }) => contactId)
  const codings = contactIds.length > 0 ? await appealCodings(context, db, { editionId, contactIds }) : []
  const readable = await readableContacts(context, db, { editionId, contactIds })
  const items = appeals.map((appeal) => {
    const coding = codings.find(({ contactId }) => contactId === appeal.contactId)
    return toLine(appeal, coding, readable.has(appeal.contactId) || appeal.evidence !== null)
  })
  const window = await findWindow(scope, db, editionId)
  return {
    edition: edition.name,
    state: edition.state,
    window: window ? toWindow(window, now) : null,
    items: items.toSorted((one, other) => Number(open(other)) - Number(open(one))),
  }
}

/** The coding of each appeal that counts: withdrawn ones do not. */
async function appealCodings(
  { scope }: Context,
  db: Db,
  { editionId, contactIds }: InEdition & { readonly contactIds: readonly string[] },
): Promise<readonly StoredCoding[]> {
  const codings = await findCodings(scope, db, { editionId, contactIds })
  return codings.filter(({ purpose, withdrawnAt }) => purpose === 'appeal' && withdrawnAt === null)
}

async function readableContacts(
  { scope }: Context,
  db: Db,
  where: InEdition & { readonly contactIds: readonly string[] },
): Promise<ReadonlySet<string>> {
  const forms = await listSubmissions(scope, db, where)
  return new Set(forms.flatMap(({ contactId, transcript }) => (transcript ? contactId : [])))
}

function toLine(appeal: StoredAppeal, coding: StoredCoding | undefined, codable: boolean): AppealLine {
  const { appealId, contactId, number, participant, participantId, channel, date, state, madeAt } = appeal
  const done: Coding = coding === undefined ? 'none' : coding.handedIn ? 'handedIn' : 'asked'
  const outcome = appeal.log.find(({ kind }) => kind === 'decided')?.detail.outcome
  return {
    appealId,
    contactId,
    number,
    participant,
    participantId,
    class: appeal.class,
    channel,
    date,
    state,
    step: nextStep(state, { coding: done, codable }),
    madeAt: madeAt.toISOString(),
    decideBy: endOfWorkingDays(madeAt, decisionDays).toISOString(),
    ...(outcome ? { outcome } : {}),
  }
}

export type OpenAppeal = {
  readonly edition: Edition
  readonly appeal: StoredAppeal
  readonly coding: StoredCoding | undefined
  readonly line: AppealLine
  /** The people who made and coded the contact: they decide nothing about it. */
  readonly involved: readonly (string | null)[]
}

/** @throws AppError not-found */
export async function openAppeal(
  context: Context,
  { editionId, appealId }: OneAppeal,
  db: Db = context.db,
): Promise<OpenAppeal> {
  const edition = await loadEdition(context, editionId, db)
  const [appeal] = await findAppeals(context.scope, db, { editionId, appealId })
  if (!appeal) throw new AppError('not-found')
  const where = { editionId, contactIds: [appeal.contactId] }
  const [coding] = await appealCodings(context, db, where)
  const readable = await readableContacts(context, db, where)
  const codable = readable.has(appeal.contactId) || appeal.evidence !== null
  const contact = await findContact(context.scope, db, { editionId, contactId: appeal.contactId })
  const involved = [contact?.observerPersonId ?? null, coding?.coderPersonId ?? null]
  return { edition, appeal, coding, line: toLine(appeal, coding, codable), involved }
}

/** @throws AppError not-found */
export async function readAppeal(context: Context, given: OneAppeal): Promise<AppealDetail> {
  const { scope, db } = context
  const { edition, appeal, coding, line, involved } = await openAppeal(context, given)
  const { editionId } = given
  const { contactId, channel } = appeal
  const { method } = edition
  const contact = await findContact(scope, db, { editionId, contactId })
  const forms = await listSubmissions(scope, db, { editionId, contactIds: [contactId] })
  // What a decision made of the answers is not what the observer answered.
  const first = forms.find(({ submittedAt }) => submittedAt <= appeal.madeAt) ?? forms.at(-1)
  if (!first) throw new AppError('not-found')
  const decision = decisionOf(method, appeal)
  return {
    ...line,
    answered: first.answered,
    questions: [...appeal.questions],
    grounds: appeal.grounds,
    ...(appeal.evidence === null ? {} : { evidence: appeal.evidence }),
    files: [...(await listFiles(scope, db, given))],
    observer: contact?.observer ?? '',
    ...(coding ? { coder: coding.coder } : {}),
    form: askedForm(method, channel),
    first: { ...first.answers },
    ...(coding?.handedIn
      ? { second: { ...coding.handedIn.answers }, note: coding.handedIn.comments.note ?? '' }
      : {}),
    clocked: method.questions.filter(({ clock, scored }) => clock || !scored).map(({ id }) => id),
    ...(first.transcript === null ? {} : { transcript: first.transcript }),
    codable: first.transcript !== null || appeal.evidence !== null,
    mayDecide: !involved.includes(scope.personId),
    ...(decision ? { decision } : {}),
    history: appeal.log.map(({ kind, at, person }) => ({
      kind,
      at: at.toISOString(),
      ...(person === null ? {} : { person }),
    })),
  }
}
