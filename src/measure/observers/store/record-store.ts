/** What observers have done in an edition: their contacts, how those were decided, and what was approved when. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { ChannelId } from '../../edition/contract.ts'
import type { ContactState } from '../../fieldwork/contract.ts'

export type HeldRow = {
  readonly observerId: string
  readonly participant: string
  readonly state: ContactState
  readonly date: string
}

/** Every contact of the edition that has an observer; of one observer when told. */
export async function listHeld(
  { organisationId }: Scope,
  db: Db,
  editionId: string,
): Promise<readonly HeldRow[]> {
  const rows = await db
    .selectFrom('contact')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.organisation_id', '=', 'contact.organisation_id')
        .onRef('participant.edition_id', '=', 'contact.edition_id')
        .onRef('participant.participant_id', '=', 'contact.participant_id'),
    )
    .select(['contact.observer_id', 'participant.name as participant', 'contact.state', 'contact.date'])
    .where('contact.organisation_id', '=', organisationId)
    .where('contact.edition_id', '=', editionId)
    .where('contact.observer_id', 'is not', null)
    .execute()
  return rows.map(({ observer_id, ...row }) => ({ observerId: observer_id!, ...row }))
}

export type DecidedRow = {
  readonly observerId: string
  readonly date: string
  readonly firstAttemptAt: Date | null
  readonly endedAt: Date | null
  readonly handedInAt: Date | null
  /** Returns that were not taken back at once. */
  readonly returns: number
  readonly returnsWithFindings: number
  readonly decisionsWithFindings: number
}

const clockEnds = ['humanReply', 'gaveUp', 'attemptEnded'] as const
const decisiveKinds = [
  'attemptStarted',
  ...clockEnds,
  'submitted',
  'returned',
  'approved',
  'reopened',
] as const

/** Contacts that were approved or returned, each with the moments that its log holds. */
export async function listDecided(
  { organisationId }: Scope,
  db: Db,
  editionId: string,
): Promise<readonly DecidedRow[]> {
  const contacts = await db
    .selectFrom('contact')
    .select(['contact_id', 'observer_id', 'date'])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('observer_id', 'is not', null)
    .where('state', '<>', 'excluded')
    .execute()
  const events = await db
    .selectFrom('contact_event')
    .select(['contact_id', 'kind', 'at'])
    .select(sql<number>`jsonb_array_length(coalesce(detail -> 'findings', '[]'::jsonb))`.as('findings'))
    .select(sql<string | null>`detail ->> 'of'`.as('of'))
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('kind', 'in', [...decisiveKinds])
    .execute()
  const logs = Map.groupBy(events, ({ contact_id }) => contact_id)
  return contacts.flatMap(({ contact_id, observer_id, date }) => {
    const decided = decidedOf(logs.get(contact_id) ?? [])
    return decided ? [{ observerId: observer_id!, date, ...decided }] : []
  })
}

type LogRow = {
  readonly kind: string
  readonly at: Date
  readonly findings: number
  readonly of: string | null
}

/** Undefined for a contact without a decision that stands. */
function decidedOf(log: readonly LogRow[]): Omit<DecidedRow, 'observerId' | 'date'> | undefined {
  const ofKind = (...kinds: readonly string[]) => log.filter(({ kind }) => kinds.includes(kind))
  const decisions = ofKind('approved', 'returned')
  if (decisions.length <= ofKind('reopened').length) return undefined
  const returns = ofKind('returned')
  const undone = ofKind('reopened').filter(({ of }) => of === 'returned')
  const handedInAt = earliest(ofKind('submitted'))
  const ends = ofKind(...clockEnds).filter(({ at }) => handedInAt === null || at <= handedInAt)
  const noticed = ({ findings }: LogRow) => findings > 0
  return {
    firstAttemptAt: earliest(ofKind('attemptStarted')),
    endedAt: ends.length === 0 ? null : new Date(Math.max(...ends.map(({ at }) => at.getTime()))),
    handedInAt,
    returns: returns.length - undone.length,
    returnsWithFindings: returns.filter(noticed).length,
    decisionsWithFindings: decisions.filter(noticed).length,
  }
}

function earliest(log: readonly LogRow[]): Date | null {
  return log.length === 0 ? null : new Date(Math.min(...log.map(({ at }) => at.getTime())))
}

export type ApprovedRow = {
  readonly contactId: string
  readonly observerId: string
  readonly number: number
  readonly participant: string
  readonly channel: ChannelId
  readonly answered: boolean
  readonly approvedAt: Date
}

/** Contacts that are approved now, whatever came after; who is paid is who made the contact. */
export async function listApproved(
  { organisationId }: Scope,
  db: Db,
  { editionId, observerId }: { readonly editionId: string; readonly observerId?: string | undefined },
): Promise<readonly ApprovedRow[]> {
  const contacts = await db
    .selectFrom('contact')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.organisation_id', '=', 'contact.organisation_id')
        .onRef('participant.edition_id', '=', 'contact.edition_id')
        .onRef('participant.participant_id', '=', 'contact.participant_id'),
    )
    .select(['contact.contact_id', 'contact.observer_id', 'contact.number', 'contact.channel'])
    .select('participant.name as participant')
    .where('contact.organisation_id', '=', organisationId)
    .where('contact.edition_id', '=', editionId)
    .where('contact.state', 'in', ['approved', 'appealed', 'final', 'locked'])
    .where('contact.observer_id', 'is not', null)
    .$if(observerId !== undefined, (query) => query.where('contact.observer_id', '=', observerId!))
    .execute()
  const approvals = new Map(
    (
      await db
        .selectFrom('contact_event')
        .select(({ fn }) => ['contact_id', fn.max('at').as('at')])
        .where('organisation_id', '=', organisationId)
        .where('edition_id', '=', editionId)
        .where('kind', '=', 'approved')
        .groupBy('contact_id')
        .execute()
    ).map(({ contact_id, at }) => [contact_id, at]),
  )
  const answered = new Map(
    (
      await db
        .selectFrom('submission')
        .distinctOn('contact_id')
        .select(['contact_id', 'answered'])
        .where('organisation_id', '=', organisationId)
        .where('edition_id', '=', editionId)
        .orderBy('contact_id')
        .orderBy('version', 'desc')
        .execute()
    ).map((row) => [row.contact_id, row.answered]),
  )
  return contacts
    .flatMap(({ contact_id, observer_id, ...contact }) => {
      const approvedAt = approvals.get(contact_id)
      const isAnswered = answered.get(contact_id)
      if (!approvedAt || isAnswered === undefined) return []
      return [
        { ...contact, contactId: contact_id, observerId: observer_id!, answered: isAnswered, approvedAt },
      ]
    })
    .sort((one, other) => one.approvedAt.getTime() - other.approvedAt.getTime())
}
