/** Everything that a plan is made from and looked at with, read from the stores. */
import { toLocal } from '../../../kernel/zone.ts'
import type { Context } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { ChannelId } from '../../edition/contract.ts'
import { type Edition, loadEdition } from '../../edition/index.ts'
import { type ObserverLimits, observerLimits } from '../../observers/index.ts'
import type { Channels } from '../../participants/contract.ts'
import { listParticipants, type StoredParticipant } from '../../participants/index.ts'
import type { Observer, PlanContact } from '../contract.ts'
import { type Amendments, amendedMethod } from '../rules/amendments.ts'
import type { PlanInput, PlannedContact, PlanObserver, PlanParticipant } from '../rules/plan-input.ts'
import { listCancelled, listContacts } from '../store/contact-store.ts'
import { listObservers } from '../store/observer-store.ts'
import { listRevisions, type PlanRevision } from '../store/plan-store.ts'

type Reading = Pick<Context, 'scope' | 'db' | 'now'>

export type Planning = {
  readonly edition: Edition
  readonly participants: readonly StoredParticipant[]
  readonly observers: readonly Observer[]
  /** Newest first. */
  readonly revisions: readonly PlanRevision[]
  readonly amendments: Amendments
  /** The season as it is now, and everybody in it. */
  readonly input: Omit<PlanInput, 'seed'>
}

/** @throws AppError not-found */
export async function loadPlanning(
  { scope, db, now }: Reading,
  { editionId }: { readonly editionId: string },
): Promise<Planning> {
  const edition = await loadEdition({ scope, db }, editionId)
  const participants = await listParticipants(scope, db, { editionId })
  const observers = await listObservers(scope, db, { today: toLocal(now).date })
  const limitsOf = await observerLimits(scope, db)
  const revisions = await listRevisions(scope, db, { editionId })
  const amendments = revisions[0]?.amendments ?? {}
  const input = {
    method: amendedMethod(edition.method, amendments),
    participants: participants
      .toSorted((a, b) => (a.participantId < b.participantId ? -1 : 1))
      .map((participant) => toPlanParticipant(participant, amendments)),
    observers: observers
      .filter(({ active, observerId }) => active && !limitsOf(observerId).suspended)
      .toSorted((a, b) => (a.observerId < b.observerId ? -1 : 1))
      .map((observer) => toPlanObserver(observer, limitsOf(observer.observerId))),
  }
  return { edition, participants, observers, revisions, amendments, input }
}

export function toPlanParticipant(
  { participantId, name, class: className, channels, confirmedAt, withdrawnAt }: StoredParticipant,
  { joined }: Amendments,
): PlanParticipant {
  return {
    id: participantId,
    name,
    class: className,
    channels: confirmedAt ? planChannels(channels) : [],
    joins: joined?.[participantId],
    withdrawn: withdrawnAt !== null,
  }
}

/** An e-mail address and a contact form are the same way in. */
export function planChannels(channels: Channels): ChannelId[] {
  const there: Readonly<Record<ChannelId, boolean>> = {
    phone: channels.phone !== null,
    email: channels.email !== null || channels.contactForm !== null,
    chat: channels.chat !== null,
    messenger: channels.messenger !== null,
  }
  return (Object.keys(there) as ChannelId[]).filter((channel) => there[channel])
}

function toPlanObserver(
  { observerId, name, contactsPerWeek, absences }: Observer,
  { customerOf, conflicts, channels, hours }: ObserverLimits,
): PlanObserver {
  return { id: observerId, name, contactsPerWeek, customerOf, conflicts, channels, hours, absences }
}

export type KnownContacts = {
  readonly planned: readonly PlannedContact[]
  readonly idOf: ReadonlyMap<number, string>
}

/** The contacts as the planner knows them; those that an earlier re-plan took out are gone. */
export async function loadContacts(
  scope: Context['scope'],
  db: Db,
  { editionId }: { readonly editionId: string },
): Promise<KnownContacts> {
  const rows = await listContacts(scope, db, { editionId })
  const cancelled = rows.some(({ state }) => state === 'excluded')
    ? await listCancelled(scope, db, { editionId })
    : new Set()
  const kept = rows.filter(({ contactId }) => !cancelled.has(contactId))
  return {
    planned: kept.map(toPlanned),
    idOf: new Map(rows.map(({ number, contactId }) => [number, contactId])),
  }
}

function toPlanned(row: PlanContact): PlannedContact {
  const { number, participantId, channel, date, from, to, observerId, scenario, state } = row
  const open = state === 'planned' || state === 'assigned'
  return {
    number,
    participant: participantId,
    channel,
    date,
    from,
    to,
    observer: observerId,
    scenario: scenario === '' ? null : scenario,
    ...(open ? {} : { locked: true }),
  }
}
