/** The open link that a participant hands to its agents. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import '../tables.ts'

type LinkKey = { readonly organisationId: string; readonly tokenHash: string }
type OfParticipant = { readonly editionId: string; readonly participantId: string }

export type OpenLink = OfParticipant & {
  readonly organisation: string
  readonly edition: string
  readonly participant: string
}

/** A new link replaces the one before, which stops working. */
export async function saveLink(
  { organisationId, personId }: Scope,
  db: Db,
  {
    editionId,
    participantId,
    tokenHash,
    now,
  }: OfParticipant & { readonly tokenHash: string; readonly now: Date },
): Promise<void> {
  const values = { token_hash: tokenHash, created_at: now, created_by: personId }
  await db
    .insertInto('feedback_link')
    .values({
      organisation_id: organisationId,
      edition_id: editionId,
      participant_id: participantId,
      ...values,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'edition_id', 'participant_id']).doUpdateSet(values),
    )
    .execute()
}

/** The holder's secret stands in for a scope; a withdrawn participant's link leads nowhere. */
export async function findLink(
  db: Db,
  { organisationId, tokenHash }: LinkKey,
): Promise<OpenLink | undefined> {
  return db
    .selectFrom('feedback_link as link')
    .innerJoin('organisation', 'organisation.organisation_id', 'link.organisation_id')
    .innerJoin('edition', (join) =>
      join
        .onRef('edition.organisation_id', '=', 'link.organisation_id')
        .onRef('edition.edition_id', '=', 'link.edition_id'),
    )
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.organisation_id', '=', 'link.organisation_id')
        .onRef('participant.edition_id', '=', 'link.edition_id')
        .onRef('participant.participant_id', '=', 'link.participant_id'),
    )
    .select([
      'link.edition_id as editionId',
      'link.participant_id as participantId',
      'organisation.name as organisation',
      'edition.name as edition',
      'participant.name as participant',
    ])
    .where('link.organisation_id', '=', organisationId)
    .where('link.token_hash', '=', tokenHash)
    .where('participant.withdrawn_at', 'is', null)
    .executeTakeFirst()
}

export type ParticipantLink = {
  readonly participantId: string
  readonly participant: string
  readonly madeAt: Date | null
  readonly received: number
}

/** Every participant of the edition, those with these ids where they are given. */
export async function listLinks(
  { organisationId }: Scope,
  db: Db,
  { editionId, participantIds }: { readonly editionId: string; readonly participantIds?: readonly string[] },
): Promise<readonly ParticipantLink[]> {
  if (participantIds?.length === 0) return []
  const rows = await db
    .selectFrom('participant')
    .leftJoin('feedback_link as link', (join) =>
      join
        .onRef('link.organisation_id', '=', 'participant.organisation_id')
        .onRef('link.edition_id', '=', 'participant.edition_id')
        .onRef('link.participant_id', '=', 'participant.participant_id'),
    )
    .select((build) => [
      'participant.participant_id as participantId',
      'participant.name as participant',
      'link.created_at as madeAt',
      build
        .selectFrom('feedback')
        .select(build.fn.countAll<number>().as('received'))
        .whereRef('feedback.organisation_id', '=', 'participant.organisation_id')
        .whereRef('feedback.edition_id', '=', 'participant.edition_id')
        .whereRef('feedback.participant_id', '=', 'participant.participant_id')
        .where('feedback.source', '=', 'link')
        .as('received'),
    ])
    .where('participant.organisation_id', '=', organisationId)
    .where('participant.edition_id', '=', editionId)
    .where('participant.withdrawn_at', 'is', null)
    .$if(participantIds !== undefined, (query) =>
      query.where('participant.participant_id', 'in', [...participantIds!]),
    )
    .execute()
  return rows
    .map((row) => ({ ...row, received: row.received ?? 0 }))
    .toSorted((a, b) => a.participant.localeCompare(b.participant, 'nb', { numeric: true }))
}
