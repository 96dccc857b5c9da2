/** The observer's own contacts: what to do, what the clock logged, and the form on its way. */
import { AppError } from '../../../kernel/errors.ts'
import type { Context } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import { refuseUnfit } from '../../observers/index.ts'
import type { Assignment, AssignmentDetail, ClockEvent, ContactState, FilledForm } from '../contract.ts'
import { askedForm } from '../rules/asked-form.ts'
import { inLoggedOrder } from '../rules/logged-order.ts'
import { type FieldContact, listContacts } from '../store/contact-store.ts'
import { type FieldEdition, listFieldEditions } from '../store/edition-store.ts'
import { listEvents, type StoredEvent } from '../store/event-store.ts'
import { listPauses, type Pause } from '../store/pause-store.ts'
import { type Draft, findDraft, listSubmissions, saveDraft } from '../store/submission-store.ts'
import { appendToLife, type OpenContact, openOwnContact, plainEvent, scenarioOf } from './open-contact.ts'

const mine = ['assigned', 'attempted', 'answered', 'unanswered', 'returned'] as const
const handedIn = ['submitted', 'resubmitted', 'approved'] as const
const day = 86_400_000
/** How long a form that is handed in stays on the observer's list. */
const keptOnList = 14 * day

/** What the observer has to do, and what was handed in during the last two weeks. */
export async function listAssignments(context: Context) {
  const { scope, db, now } = context
  const editions = await listFieldEditions(scope, db)
  const own = { editionIds: editions.map(({ editionId }) => editionId), observerPersonId: scope.personId }
  const open = await listContacts(scope, db, { ...own, states: mine })
  const done = await listContacts(scope, db, {
    ...own,
    states: handedIn,
    changedAfter: new Date(now.getTime() - keptOnList),
  })
  const pauses = (await listPauses(scope, db, own.editionIds)).filter(({ resumedAt }) => resumedAt === null)
  const notes = await returnNotes(context, open)
  const byId = new Map(editions.map((edition) => [edition.editionId, edition]))
  return {
    items: [...open, ...done].map((contact) =>
      toAssignment(contact, byId.get(contact.editionId)!, { pauses, note: notes.get(contact.contactId) }),
    ),
    pauses: pauses.map(({ editionId, reason }) => ({
      editionId,
      edition: byId.get(editionId)?.name ?? '',
      reason,
    })),
    now: now.toISOString(),
  }
}

async function returnNotes(
  { scope, db }: Context,
  contacts: readonly FieldContact[],
): Promise<ReadonlyMap<string, string>> {
  const returned = contacts.filter(({ state }) => state === 'returned')
  const byEdition = Map.groupBy(returned, ({ editionId }) => editionId)
  const notes = new Map<string, string>()
  for (const [editionId, members] of byEdition) {
    const contactIds = members.map(({ contactId }) => contactId)
    for (const [contactId, log] of await listEvents(scope, db, { editionId, contactIds })) {
      const note = lastNote(log)
      if (note !== undefined) notes.set(contactId, note)
    }
  }
  return notes
}

function lastNote(log: readonly StoredEvent[]): string | undefined {
  return log.findLast(({ kind }) => kind === 'returned')?.detail.note
}

function toAssignment(
  contact: FieldContact,
  edition: FieldEdition,
  { pauses, note }: { readonly pauses: readonly Pause[]; readonly note: string | undefined },
): Assignment {
  const { contactId, editionId, number, participant, channel, date, from, to, state, dueAt } = contact
  return {
    contactId,
    editionId,
    edition: edition.name,
    number,
    participant,
    channel,
    date,
    from,
    to,
    state,
    ...(dueAt ? { dueAt: dueAt.toISOString() } : {}),
    ...(note !== undefined && state === 'returned' ? { note } : {}),
    paused: pauses.some((pause) => pause.editionId === editionId),
  }
}

/** @throws AppError not-found for a contact of somebody else, as for one that does not exist */
export async function readAssignment(
  context: Context,
  { contactId }: { readonly contactId: string },
): Promise<AssignmentDetail> {
  const { scope, db } = context
  const open = await openOwnContact(context, db, { contactId })
  const { contact, edition, channel, log } = open
  if (isUntouched(open)) await refuseUnfit(context, db, contact)
  const pauses = (await listPauses(scope, db, [contact.editionId])).filter((one) => one.resumedAt === null)
  const draft = await findDraft(scope, db, contact)
  const [last] = await listSubmissions(scope, db, {
    editionId: contact.editionId,
    contactIds: [contactId],
  })
  const { share: _share, ...channelMethod } = channel
  return {
    ...toAssignment(contact, edition, { pauses, note: lastNote(log) }),
    ...(contact.reach === null ? {} : { reach: contact.reach }),
    ...(contact.website === null ? {} : { website: contact.website }),
    scenario: scenarioOf(edition, contact),
    method: { channel: channelMethod, closedDays: edition.method.calendar.closedDays },
    form: askedForm(edition.method, contact.channel),
    log: log.map(plainEvent),
    ...(draft ? { draft: { ...filledOf(draft), savedAt: draft.savedAt.toISOString() } } : {}),
    ...(last
      ? {
          handedIn: {
            ...filledOf(last),
            version: last.version,
            submittedAt: last.submittedAt.toISOString(),
          },
        }
      : {}),
    ...(pauses[0] ? { pauseReason: pauses[0].reason } : {}),
  }
}

/** A form as it travels: a transcript only where there is one. */
export function filledOf({ answers, comments, transcript }: Omit<Draft, 'savedAt'>) {
  return { answers, comments, ...(transcript === null ? {} : { transcript }) }
}

/** A clock may be a little fast; more than this is a mistake. */
const clockTolerance = 5 * 60_000

/** @throws AppError time-in-future */
export function refuseFuture(at: string, now: Date): void {
  if (Date.parse(at) > now.getTime() + clockTolerance) throw new AppError('time-in-future', { at })
}

/**
 * Adds what the clock saw to the log. Events that are there already are passed over, so sending again is safe.
 *
 * @throws AppError not-found · time-in-future · fieldwork-closed · fieldwork-paused · event-refused
 */
export async function logEvents(
  context: Context,
  { contactId, events }: { readonly contactId: string; readonly events: readonly ClockEvent[] },
) {
  return inTransaction(context.db, async (trx) =>
    addToLog(context, trx, await openOwnContact(context, trx, { contactId, lock: true }), { events }),
  )
}

/** As `logEvents`, on a contact that is locked; `personId` is who did it, when it is not who brings it. */
export async function addToLog(
  context: Context,
  trx: Db,
  open: OpenContact,
  { events, personId }: { readonly events: readonly ClockEvent[]; readonly personId?: string },
) {
  for (const { at } of events) refuseFuture(at, context.now)
  const known = new Set(open.log.map(({ eventId }) => eventId))
  const fresh = inLoggedOrder(events.filter(({ eventId }) => !known.has(eventId)))
  const pauses = await listPauses(context.scope, trx, [open.contact.editionId])
  const begins = isUntouched(open) && fresh.find(({ kind }) => kind === 'attemptStarted')
  if (begins) await refuseUnfit(context, trx, { ...open.contact, at: new Date(begins.at) })
  for (const event of fresh) refuseStart(event, open, { pauses, now: context.now })
  const { life, dueAt } = await appendToLife(context, trx, open, {
    events: fresh,
    ...(personId === undefined ? {} : { personId }),
  })
  return {
    state: life.state satisfies ContactState,
    ...(dueAt ? { dueAt: dueAt.toISOString() } : {}),
    log: [...open.log, ...fresh].map(plainEvent),
  }
}

/** Nothing has been tried yet: the observer must be fit to begin. */
function isUntouched({ life }: OpenContact): boolean {
  return life.state === 'assigned' && life.clock.attempts.length === 0
}

/**
 * An attempt that begins now must stop at a pause, or when the fieldwork is over; one that was made without a
 * network, before that was known, has happened.
 */
const live = 60_000

function refuseStart(
  event: ClockEvent,
  { edition }: OpenContact,
  { pauses, now }: { readonly pauses: readonly Pause[]; readonly now: Date },
): void {
  if (edition.state === 'preparing' || edition.state === 'published') throw new AppError('fieldwork-closed')
  if (event.kind !== 'attemptStarted') return
  const at = Date.parse(event.at)
  const isLive = now.getTime() - at < live
  if (edition.state === 'review' && isLive) throw new AppError('fieldwork-closed')
  const open = pauses.find(({ resumedAt, pausedAt }) => resumedAt === null && pausedAt.getTime() <= at)
  if (open && isLive) throw new AppError('fieldwork-paused', { reason: open.reason })
}

/** Keeps a half-filled form on the server. @throws AppError not-found · event-refused when it is handed in */
export async function keepDraft(
  context: Context,
  { contactId, ...draft }: DraftToKeep & { readonly contactId: string },
): Promise<{ savedAt: string }> {
  return inTransaction(context.db, async (trx) =>
    storeDraft(context, trx, await openOwnContact(context, trx, { contactId, lock: true }), draft),
  )
}

type DraftToKeep = FilledForm & { readonly savedAt: string }

/** As `keepDraft`, on a contact that is locked. */
export async function storeDraft(
  context: Context,
  trx: Db,
  { contact, life }: OpenContact,
  draft: DraftToKeep,
): Promise<{ savedAt: string }> {
  refuseFuture(draft.savedAt, context.now)
  if (!(mine as readonly ContactState[]).includes(life.state))
    throw new AppError('event-refused', { kind: 'draft', refusal: 'not-in-this-state', state: life.state })
  const { answers, comments, transcript = null } = draft
  const savedAt = new Date(draft.savedAt)
  await saveDraft(context.scope, trx, contact, { answers, comments, transcript, savedAt })
  return { savedAt: draft.savedAt }
}
