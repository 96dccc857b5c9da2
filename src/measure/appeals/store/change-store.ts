/** The open log of what was changed after the review, and what that did. Append-only. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { ChannelId } from '../../edition/contract.ts'
import type { AppealOutcome, Effect } from '../contract.ts'
import type { StoredChange } from '../tables.ts'

export type StoredResultChange = {
  readonly changeId: string
  readonly contactId: string
  readonly participantId: string
  readonly participant: string
  readonly class: string
  readonly channel: ChannelId
  readonly kind: 'appeal' | 'correction'
  readonly outcome: AppealOutcome | 'corrected'
  readonly answers: readonly StoredChange[]
  readonly effect: Effect
  readonly madeAt: Date
}

/** Newest first. */
export async function listChanges(
  { organisationId }: Pick<Scope, 'organisationId'>,
  db: Db,
  editionId: string,
): Promise<readonly StoredResultChange[]> {
  const rows = await db
    .selectFrom('result_change as change')
    .innerJoin('contact', (join) =>
      join
        .onRef('contact.organisation_id', '=', 'change.organisation_id')
        .onRef('contact.edition_id', '=', 'change.edition_id')
        .onRef('contact.contact_id', '=', 'change.contact_id'),
    )
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.organisation_id', '=', 'change.organisation_id')
        .onRef('participant.edition_id', '=', 'change.edition_id')
        .onRef('participant.participant_id', '=', 'change.participant_id'),
    )
    .select(['change.change_id', 'change.contact_id', 'change.participant_id', 'change.kind'])
    .select(['change.outcome', 'change.answers', 'change.effect', 'change.made_at'])
    .select(['contact.channel', 'participant.name', 'participant.class'])
    .where('change.organisation_id', '=', organisationId)
    .where('change.edition_id', '=', editionId)
    .orderBy('change.made_at', 'desc')
    .execute()
  return rows.map((row) => ({
    changeId: row.change_id,
    contactId: row.contact_id,
    participantId: row.participant_id,
    participant: row.name,
    class: row.class,
    channel: row.channel as ChannelId,
    kind: row.kind,
    outcome: row.outcome,
    answers: row.answers,
    effect: row.effect,
    madeAt: row.made_at,
  }))
}

/** How many participants each class has. */
export async function classSizes(
  { organisationId }: Pick<Scope, 'organisationId'>,
  db: Db,
  editionId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('participant')
    .select(({ fn }) => ['class', fn.countAll<number>().as('count')])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('withdrawn_at', 'is', null)
    .groupBy('class')
    .execute()
  return new Map(rows.map((row) => [row.class, Number(row.count)]))
}

type NewChange = Omit<StoredResultChange, 'participant' | 'class' | 'channel'> & {
  readonly appealId: string | null
}

export async function insertChange(
  { organisationId, personId }: Scope,
  trx: Db,
  editionId: string,
  change: NewChange,
): Promise<void> {
  await trx
    .insertInto('result_change')
    .values({
      organisation_id: organisationId,
      edition_id: editionId,
      change_id: change.changeId,
      contact_id: change.contactId,
      participant_id: change.participantId,
      appeal_id: change.appealId,
      kind: change.kind,
      outcome: change.outcome,
      answers: JSON.stringify(change.answers) as never,
      effect: change.effect,
      made_at: change.madeAt,
      made_by: personId,
    })
    .execute()
}
