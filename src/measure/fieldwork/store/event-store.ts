import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { EventDetail, EventKind, LogEvent } from '../contract.ts'

declare module '../../../platform/database/index.ts' {
  interface Tables {
    contact_event: {
      organisation_id: string
      edition_id: string
      contact_id: string
      event_id: string
      kind: EventKind
      at: Date
      recorded_at: Date
      person_id: string | null
      detail: EventDetail
    }
  }
}

export type StoredEvent = LogEvent & {
  readonly contactId: string
  readonly recordedAt: Date
  readonly personId: string | null
  readonly detail: EventDetail
}

type ContactKey = { readonly editionId: string; readonly contactIds: readonly string[] }

/** The logs of some contacts, each in the order in which it was written. */
export async function listEvents(
  scope: Scope,
  db: Db,
  { editionId, contactIds }: ContactKey,
): Promise<ReadonlyMap<string, readonly StoredEvent[]>> {
  if (contactIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('contact_event')
    .select(['contact_id', 'event_id', 'kind', 'at', 'recorded_at', 'person_id', 'detail'])
    .where('organisation_id', '=', scope.organisationId)
    .where('edition_id', '=', editionId)
    .where('contact_id', 'in', [...contactIds])
    .orderBy('recorded_at')
    .orderBy('at')
    .orderBy('event_id')
    .execute()
  return Map.groupBy(
    rows.map((row) => toEvent(row)),
    ({ contactId }) => contactId,
  )
}

export async function listEventsOf(
  scope: Scope,
  db: Db,
  { editionId, contactId }: { readonly editionId: string; readonly contactId: string },
): Promise<readonly StoredEvent[]> {
  const logs = await listEvents(scope, db, { editionId, contactIds: [contactId] })
  return logs.get(contactId) ?? []
}

type Row = {
  readonly contact_id: string
  readonly event_id: string
  readonly kind: EventKind
  readonly at: Date
  readonly recorded_at: Date
  readonly person_id: string | null
  readonly detail: EventDetail
}

function toEvent(row: Row): StoredEvent {
  const { detail } = row
  return {
    contactId: row.contact_id,
    eventId: row.event_id,
    kind: row.kind,
    at: row.at.toISOString(),
    recordedAt: row.recorded_at,
    personId: row.person_id,
    detail,
    ...(detail.reason !== undefined && row.kind === 'attemptEnded'
      ? { reason: detail.reason as NonNullable<LogEvent['reason']> }
      : {}),
    ...(detail.struckOut === undefined ? {} : { struckOut: detail.struckOut }),
    ...(detail.typed === undefined ? {} : { typed: detail.typed }),
    ...(detail.clockCorrectedBy === undefined ? {} : { clockCorrectedBy: detail.clockCorrectedBy }),
  }
}

export type EventToAppend = {
  readonly eventId: string
  readonly kind: EventKind
  readonly at: string
  readonly detail: EventDetail
}

/** Adds lines to a contact's log. `recordedAt` rises by a millisecond for each, so that the order is kept. */
export async function appendEvents(
  scope: Scope,
  db: Db,
  contact: { readonly editionId: string; readonly contactId: string },
  {
    events,
    recordedFrom,
    personId,
  }: {
    readonly events: readonly EventToAppend[]
    readonly recordedFrom: Date
    readonly personId: string
  },
): Promise<void> {
  if (events.length === 0) return
  await db
    .insertInto('contact_event')
    .values(
      events.map((event, index) => ({
        organisation_id: scope.organisationId,
        edition_id: contact.editionId,
        contact_id: contact.contactId,
        event_id: event.eventId,
        kind: event.kind,
        at: new Date(event.at),
        recorded_at: new Date(recordedFrom.getTime() + index),
        person_id: personId,
        detail: event.detail,
      })),
    )
    .execute()
}
