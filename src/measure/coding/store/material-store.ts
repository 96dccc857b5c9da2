/** What can be coded a second time, and who can do it. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { ChannelId } from '../../edition/contract.ts'
import type { Coder } from '../rules/choose-coder.ts'
import '../tables.ts'

export type WrittenContact = {
  readonly contactId: string
  readonly channel: ChannelId
  readonly observerId: string
  readonly participant: string
}

const reviewed = ['approved', 'appealed', 'final', 'locked'] as const

/** Approved, answered contacts whose last form holds a transcript, in the order of the plan. */
export async function listWritten(
  { organisationId }: Scope,
  db: Db,
  editionId: string,
): Promise<readonly WrittenContact[]> {
  const rows = await db
    .selectFrom('contact')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.organisation_id', '=', 'contact.organisation_id')
        .onRef('participant.edition_id', '=', 'contact.edition_id')
        .onRef('participant.participant_id', '=', 'contact.participant_id'),
    )
    .innerJoin('submission', (join) =>
      join
        .onRef('submission.organisation_id', '=', 'contact.organisation_id')
        .onRef('submission.edition_id', '=', 'contact.edition_id')
        .onRef('submission.contact_id', '=', 'contact.contact_id'),
    )
    .distinctOn('contact.number')
    .select(['contact.contact_id', 'contact.channel', 'contact.observer_id', 'participant.name'])
    .select((build) => build('submission.transcript', 'is not', null).as('readable'))
    .where('contact.organisation_id', '=', organisationId)
    .where('contact.edition_id', '=', editionId)
    .where('contact.channel', '!=', 'phone')
    .where('contact.state', 'in', [...reviewed])
    .where('contact.observer_id', 'is not', null)
    .where('submission.answered', '=', true)
    .orderBy('contact.number')
    .orderBy('submission.version', 'desc')
    .execute()
  return rows
    .filter(({ readable }) => readable)
    .map((row) => ({
      contactId: row.contact_id,
      channel: row.channel as ChannelId,
      observerId: row.observer_id!,
      participant: row.name,
    }))
}

/** Active observers who can sign in, with what each has coded. */
export async function listCoders({ organisationId }: Scope, db: Db): Promise<readonly Coder[]> {
  const observers = await db
    .selectFrom('observer')
    .select('observer_id')
    .where('organisation_id', '=', organisationId)
    .where('active', '=', true)
    .where('person_id', 'is not', null)
    .orderBy('observer_id')
    .execute()
  const customers = Map.groupBy(
    await db
      .selectFrom('observer_conflict')
      .select(['observer_id', 'participant_name'])
      .where('organisation_id', '=', organisationId)
      .where('ended_at', 'is', null)
      .execute(),
    (row) => row.observer_id,
  )
  const codings = Map.groupBy(await listCodingLoads(organisationId, db), (row) => row.observer_id)
  return observers.map(({ observer_id: observerId }) => {
    const own = codings.get(observerId) ?? []
    return {
      observerId,
      customerOf: new Set(customers.get(observerId)?.map((row) => row.participant_name)),
      coded: new Set(own.map((row) => row.contact_id)),
      waiting: own.filter((row) => row.version === null && row.withdrawn_at === null).length,
    }
  })
}

async function listCodingLoads(organisationId: string, db: Db) {
  return db
    .selectFrom('second_coding as coding')
    .leftJoin('second_coding_version as done', (join) =>
      join
        .onRef('done.organisation_id', '=', 'coding.organisation_id')
        .onRef('done.edition_id', '=', 'coding.edition_id')
        .onRef('done.coding_id', '=', 'coding.coding_id')
        .on('done.version', '=', 1),
    )
    .select(['coding.observer_id', 'coding.contact_id', 'coding.withdrawn_at', 'done.version'])
    .where('coding.organisation_id', '=', organisationId)
    .execute()
}
