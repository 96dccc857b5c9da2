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

/** Contacts that were approved or returned, each with the moments that its log holds. */
export async function listDecided(
  { organisationId }: Scope,
  db: Db,
  editionId: string,
): Promise<readonly DecidedRow[]> {
  const noticed = sql`jsonb_array_length(coalesce(log.detail -> 'findings', '[]'::jsonb)) > 0`
  const undone = sql`log.kind = 'reopened' and log.detail ->> 'of' = 'returned'`
  const { rows } = await sql<DecidedRow>`
    select contact.observer_id as "observerId", contact.date,
      min(log.at) filter (where log.kind = 'attemptStarted') as "firstAttemptAt",
      max(log.at) filter (where log.kind in ('humanReply', 'gaveUp', 'attemptEnded') and (contact_in.at is null or log.at <= contact_in.at)) as "endedAt",
      min(contact_in.at) as "handedInAt",
      (count(*) filter (where log.kind = 'returned') - count(*) filter (where ${undone}))::integer as returns,
      (count(*) filter (where log.kind = 'returned' and ${noticed}))::integer as "returnsWithFindings",
      (count(*) filter (where log.kind in ('returned', 'approved') and ${noticed}))::integer as "decisionsWithFindings"
    from contact
    join contact_event log using (organisation_id, edition_id, contact_id)
    left join (
      select organisation_id, edition_id, contact_id, min(at) as at from contact_event
      where organisation_id = ${organisationId} and edition_id = ${editionId} and kind = 'submitted'
      group by organisation_id, edition_id, contact_id
    ) contact_in using (organisation_id, edition_id, contact_id)
    where contact.organisation_id = ${organisationId} and contact.edition_id = ${editionId}
      and contact.observer_id is not null and contact.state <> 'excluded'
    group by contact.observer_id, contact.contact_id, contact.date
    having count(*) filter (where log.kind in ('returned', 'approved')) > count(*) filter (where log.kind = 'reopened')
  `.execute(db)
  return rows
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
  const own = observerId === undefined ? sql`` : sql`and contact.observer_id = ${observerId}`
  const { rows } = await sql<ApprovedRow>`
    select contact.contact_id as "contactId", contact.observer_id as "observerId", contact.number,
      participant.name as participant, contact.channel, form.answered, approval.at as "approvedAt"
    from contact
    join participant using (organisation_id, edition_id, participant_id)
    join lateral (
      select answered from submission
      where submission.organisation_id = contact.organisation_id and submission.edition_id = contact.edition_id
        and submission.contact_id = contact.contact_id
      order by version desc limit 1
    ) form on true
    join lateral (
      select max(log.at) as at from contact_event log
      where log.organisation_id = contact.organisation_id and log.edition_id = contact.edition_id
        and log.contact_id = contact.contact_id and log.kind = 'approved'
    ) approval on approval.at is not null
    where contact.organisation_id = ${organisationId} and contact.edition_id = ${editionId} ${own}
      and contact.observer_id is not null and contact.state in ('approved', 'appealed', 'final', 'locked')
    order by approval.at
  `.execute(db)
  return rows
}
