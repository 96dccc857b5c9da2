/** A contact with everything that its next event is judged by: its edition's method, its log and its life. */
import { AppError } from '../../../kernel/errors.ts'
import type { Context } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { ChannelMethod } from '../../edition/contract.ts'
import type { EventDetail, LogEvent } from '../contract.ts'
import type { ClockMethod } from '../rules/attempt-clock.ts'
import { assignedLife, foldLife, type Life, newLife, stepLife } from '../rules/contact-state.ts'
import { nextDue } from '../rules/due.ts'
import { type FieldContact, findContact, lockContact, updateContactState } from '../store/contact-store.ts'
import { type FieldEdition, listFieldEditions } from '../store/edition-store.ts'
import { appendEvents, listEventsOf, type StoredEvent } from '../store/event-store.ts'

export type OpenContact = {
  readonly contact: FieldContact
  readonly edition: FieldEdition
  readonly channel: ChannelMethod
  readonly clockMethod: ClockMethod
  readonly log: readonly StoredEvent[]
  readonly life: Life
}

type Wanted = {
  readonly contactId: string
  readonly editionId?: string
  /** Hold the contact until the transaction ends: for whoever is going to write. */
  readonly lock?: boolean
}

/** @throws AppError not-found */
export async function openContact({ scope }: Context, db: Db, wanted: Wanted): Promise<OpenContact> {
  if (wanted.lock) await lockContact(scope, db, wanted.contactId)
  const contact = await findContact(scope, db, wanted)
  if (!contact) throw new AppError('not-found')
  const edition = await findEdition(scope, db, contact.editionId)
  const log = await listEventsOf(scope, db, contact)
  const channel = channelOf(edition, contact)
  const clockMethod = clockMethodOf(edition, contact)
  return { contact, edition, channel, clockMethod, log, life: lifeOf(contact, log, clockMethod) }
}

/** @throws AppError not-found also for a contact that somebody else observes */
export async function openOwnContact(context: Context, db: Db, wanted: Wanted): Promise<OpenContact> {
  const open = await openContact(context, db, wanted)
  if (open.contact.observerPersonId !== context.scope.personId) throw new AppError('not-found')
  return open
}

/** @throws AppError not-found */
export async function findEdition(scope: Context['scope'], db: Db, editionId: string): Promise<FieldEdition> {
  const [edition] = await listFieldEditions(scope, db, editionId)
  if (!edition) throw new AppError('not-found')
  return edition
}

export function channelOf({ method }: FieldEdition, contact: Pick<FieldContact, 'channel'>): ChannelMethod {
  const channel = method.channels.find(({ id }) => id === contact.channel)
  if (!channel) throw new Error(`a contact on ${contact.channel}, which its edition does not have`)
  return channel
}

export function clockMethodOf(edition: FieldEdition, contact: Pick<FieldContact, 'channel'>): ClockMethod {
  const { protocol } = channelOf(edition, contact)
  return { protocol, closedDays: edition.method.calendar.closedDays }
}

export function lifeOf(
  contact: Pick<FieldContact, 'observerId'>,
  log: readonly LogEvent[],
  method: ClockMethod,
): Life {
  return foldLife(log, method, contact.observerId === null ? newLife : assignedLife)
}

export type NewEvent = LogEvent & { readonly detail?: EventDetail }

/**
 * Writes events on a contact that is locked: each is judged by the state machine, all of them are added to the
 * log, and the state beside the contact follows. Nothing is written when one is refused.
 *
 * @throws AppError event-refused with what, why and in which state
 */
export async function appendToLife(
  context: Context,
  trx: Db,
  { contact, clockMethod, log, life }: OpenContact,
  {
    events,
    excludedReason,
    personId = context.scope.personId,
  }: {
    readonly events: readonly NewEvent[]
    readonly excludedReason?: string
    /** Who did it, when it is not who brings it. */
    readonly personId?: string
  },
): Promise<{ readonly life: Life; readonly dueAt: Date | undefined }> {
  const last = events.at(-1)
  if (!last) return { life, dueAt: contact.dueAt ?? undefined }
  const after = events.reduce((before, event) => {
    const step = stepLife(before, event, clockMethod)
    if (step.ok) return step.life
    const { refusal, state, kind } = step
    throw new AppError('event-refused', { kind, refusal, state }, [{ code: refusal, value: event.eventId }])
  }, life)
  const recordedLast = log.at(-1)?.recordedAt.getTime() ?? 0
  const recordedFrom = new Date(Math.max(context.now.getTime(), recordedLast + 1))
  const written = events.map((event) => ({ ...event, detail: detailOf(event) }))
  await appendEvents(context.scope, trx, contact, { events: written, recordedFrom, personId })
  const dueAt = nextDue(after, clockMethod, { at: new Date(last.at), planned: contact })
  await updateContactState(context.scope, trx, contact, {
    state: after.state,
    dueAt,
    changedAt: context.now,
    ...(excludedReason === undefined ? {} : { excludedReason }),
  })
  return { life: after, dueAt }
}

function detailOf({ reason, struckOut, typed, clockCorrectedBy, deviceId, detail }: NewEvent): EventDetail {
  return {
    ...(reason === undefined ? {} : { reason }),
    ...(struckOut === undefined ? {} : { struckOut }),
    ...(typed === undefined ? {} : { typed }),
    ...(clockCorrectedBy === undefined ? {} : { clockCorrectedBy }),
    ...(deviceId === undefined ? {} : { deviceId }),
    ...detail,
  }
}

/** An event as everybody may see it. */
export function plainEvent({ eventId, kind, at, reason, struckOut, typed, clockCorrectedBy }: LogEvent) {
  return {
    eventId,
    kind,
    at,
    ...(reason === undefined ? {} : { reason }),
    ...(struckOut === undefined ? {} : { struckOut }),
    ...(typed === undefined ? {} : { typed }),
    ...(clockCorrectedBy === undefined ? {} : { clockCorrectedBy }),
  }
}

/** The role play of a contact; a scenario that the method no longer has is shown by its id. */
export function scenarioOf({ method }: FieldEdition, { scenario }: Pick<FieldContact, 'scenario'>) {
  const found = method.scenarios.find(({ id }) => id === scenario)
  if (found) return { title: found.title, briefing: found.briefing }
  const bare = { nb: scenario, nn: scenario, en: scenario }
  return { title: bare, briefing: bare }
}
