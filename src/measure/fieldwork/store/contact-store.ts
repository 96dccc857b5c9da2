/** Contacts as the fieldwork sees them. Their rows are made and moved by planning; their states are kept here. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { ChannelId } from '../../edition/contract.ts'
import type { ContactState } from '../contract.ts'

export type FieldContact = {
  readonly editionId: string
  readonly contactId: string
  readonly number: number
  readonly participantId: string
  readonly participant: string
  readonly class: string
  readonly website: string | null
  /** The confirmed detail of the contact's own channel. */
  readonly reach: string | null
  readonly channel: ChannelId
  readonly date: string
  readonly from: string
  readonly to: string
  readonly observerId: string | null
  readonly observer: string | null
  readonly observerPersonId: string | null
  readonly scenario: string
  readonly state: ContactState
  readonly dueAt: Date | null
}

function contactQuery(scope: Scope, db: Db) {
  return db
    .selectFrom('contact')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.organisation_id', '=', 'contact.organisation_id')
        .onRef('participant.edition_id', '=', 'contact.edition_id')
        .onRef('participant.participant_id', '=', 'contact.participant_id'),
    )
    .leftJoin('observer', (join) =>
      join
        .onRef('observer.organisation_id', '=', 'contact.organisation_id')
        .onRef('observer.observer_id', '=', 'contact.observer_id'),
    )
    .select([
      'contact.edition_id',
      'contact.contact_id',
      'contact.number',
      'contact.participant_id',
      'contact.channel',
      'contact.date',
      'contact.from_time',
      'contact.to_time',
      'contact.observer_id',
      'contact.scenario',
      'contact.state',
      'contact.due_at',
      'participant.name as participant',
      'participant.class',
      'participant.website',
      'participant.phone',
      'participant.email',
      'participant.contact_form',
      'participant.chat',
      'participant.messenger',
      'observer.name as observer',
      'observer.person_id as observer_person_id',
    ])
    .where('contact.organisation_id', '=', scope.organisationId)
}

type Row = Awaited<ReturnType<ReturnType<typeof contactQuery>['execute']>>[number]

function toContact(row: Row): FieldContact {
  return {
    editionId: row.edition_id,
    contactId: row.contact_id,
    number: row.number,
    participantId: row.participant_id,
    participant: row.participant,
    class: row.class,
    website: row.website,
    reach: reachOf(row),
    channel: row.channel as ChannelId,
    date: row.date,
    from: row.from_time,
    to: row.to_time,
    observerId: row.observer_id,
    observer: row.observer,
    observerPersonId: row.observer_person_id,
    scenario: row.scenario,
    state: row.state as ContactState,
    dueAt: row.due_at,
  }
}

function reachOf(row: Row): string | null {
  switch (row.channel as ChannelId) {
    case 'phone':
      return row.phone
    case 'email':
      return row.email ?? row.contact_form
    case 'chat':
      return row.chat
    case 'messenger':
      return row.messenger
  }
}

/** A contact of the organisation by its id; `editionId` narrows it to one edition. */
export async function findContact(
  scope: Scope,
  db: Db,
  { contactId, editionId }: { readonly contactId: string; readonly editionId?: string },
): Promise<FieldContact | undefined> {
  const row = await contactQuery(scope, db)
    .where('contact.contact_id', '=', contactId)
    .$if(editionId !== undefined, (query) => query.where('contact.edition_id', '=', editionId!))
    .executeTakeFirst()
  return row && toContact(row)
}

/** Makes everybody else wait who wants to write on this contact, until the transaction ends. */
export async function lockContact(scope: Scope, trx: Db, contactId: string): Promise<void> {
  await trx
    .selectFrom('contact')
    .select('contact_id')
    .where('organisation_id', '=', scope.organisationId)
    .where('contact_id', '=', contactId)
    .forUpdate()
    .execute()
}

/** Contacts in some states, by edition or by the person who observes. */
export async function listContacts(
  scope: Scope,
  db: Db,
  filter: {
    readonly states: readonly ContactState[]
    readonly editionIds: readonly string[]
    readonly observerPersonId?: string
    readonly changedAfter?: Date
  },
): Promise<readonly FieldContact[]> {
  if (filter.editionIds.length === 0) return []
  const rows = await contactQuery(scope, db)
    .where('contact.edition_id', 'in', [...filter.editionIds])
    .where('contact.state', 'in', [...filter.states])
    .$if(filter.observerPersonId !== undefined, (query) =>
      query.where('observer.person_id', '=', filter.observerPersonId!),
    )
    .$if(filter.changedAfter !== undefined, (query) =>
      query.where('contact.changed_at', '>=', filter.changedAfter!),
    )
    .orderBy('contact.date')
    .orderBy('contact.from_time')
    .orderBy('contact.number')
    .execute()
  return rows.map(toContact)
}

export async function updateContactState(
  scope: Scope,
  trx: Db,
  contact: { readonly editionId: string; readonly contactId: string },
  change: {
    readonly state: ContactState
    readonly dueAt: Date | undefined
    readonly changedAt: Date
    readonly excludedReason?: string
  },
): Promise<void> {
  await trx
    .updateTable('contact')
    .set({
      state: change.state,
      due_at: change.dueAt ?? null,
      changed_at: change.changedAt,
      ...(change.excludedReason === undefined ? {} : { excluded_reason: change.excludedReason }),
    })
    .where('organisation_id', '=', scope.organisationId)
    .where('edition_id', '=', contact.editionId)
    .where('contact_id', '=', contact.contactId)
    .execute()
}

/** Every contact of an edition with what progress asks about it. */
export async function listProgressContacts(scope: Scope, db: Db, editionId: string) {
  const rows = await db
    .selectFrom('contact')
    .leftJoin('submission', (join) =>
      join
        .onRef('submission.organisation_id', '=', 'contact.organisation_id')
        .onRef('submission.edition_id', '=', 'contact.edition_id')
        .onRef('submission.contact_id', '=', 'contact.contact_id')
        .on('submission.version', '=', 1),
    )
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.organisation_id', '=', 'contact.organisation_id')
        .onRef('participant.edition_id', '=', 'contact.edition_id')
        .onRef('participant.participant_id', '=', 'contact.participant_id'),
    )
    .leftJoin('observer', (join) =>
      join
        .onRef('observer.organisation_id', '=', 'contact.organisation_id')
        .onRef('observer.observer_id', '=', 'contact.observer_id'),
    )
    .select(['contact.contact_id', 'contact.number', 'contact.channel', 'contact.date', 'contact.to_time'])
    .select(['contact.state', 'contact.due_at', 'contact.participant_id', 'contact.observer_id'])
    .select(['participant.name as participant', 'observer.name as observer', 'submission.submitted_at'])
    .where('contact.organisation_id', '=', scope.organisationId)
    .where('contact.edition_id', '=', editionId)
    .execute()
  return rows.map((row) => ({
    contactId: row.contact_id,
    number: row.number,
    channel: row.channel as ChannelId,
    date: row.date,
    to: row.to_time,
    state: row.state as ContactState,
    dueAt: row.due_at ?? undefined,
    handedInAt: row.submitted_at ?? undefined,
    participantId: row.participant_id,
    participant: row.participant,
    observerId: row.observer_id,
    observer: row.observer,
  }))
}
