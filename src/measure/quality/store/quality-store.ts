/** The contacts that the quality of an edition's data is judged by, and the figures as they were last computed. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import { scoredContacts } from '../../results/index.ts'
import type { QualityFigures } from '../contract.ts'
import type { QualityContact } from '../rules/contact.ts'

declare module '../../../platform/database/index.ts' {
  interface Tables {
    edition_quality: {
      organisation_id: string
      edition_id: string
      computed_at: Date
      method_version: string
      contacts: number
      quality: KeptQuality
    }
  }
}

/** With what they were computed from; where that has changed, they are computed again. */
export type KeptQuality = QualityFigures & { readonly computedFrom: string }

export type StoredQuality = { readonly computedAt: Date; readonly quality: KeptQuality }

export async function findQuality(
  { organisationId }: Scope,
  db: Db,
  editionId: string,
): Promise<StoredQuality | undefined> {
  const row = await db
    .selectFrom('edition_quality')
    .select(['computed_at', 'quality'])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .executeTakeFirst()
  return row && { computedAt: row.computed_at, quality: row.quality }
}

/** Keeps the figures unless newer ones are there already. */
export async function saveQuality(
  { organisationId }: Scope,
  db: Db,
  { editionId, computedAt, quality }: StoredQuality & { readonly editionId: string },
): Promise<void> {
  const { methodVersion, contacts } = quality
  const values = { computed_at: computedAt, method_version: methodVersion, contacts, quality }
  await db
    .insertInto('edition_quality')
    .values({ organisation_id: organisationId, edition_id: editionId, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'edition_id'])
        .doUpdateSet(values)
        .where('edition_quality.computed_at', '<=', computedAt),
    )
    .execute()
}

/** Scored contacts with the last version of their forms. Withdrawn participants are left out, as in the results. */
export async function listQualityContacts(
  scope: Scope,
  db: Db,
  editionId: string,
): Promise<readonly QualityContact[]> {
  const rows = await scoredContacts(scope, db, editionId)
    .innerJoin('submission', (join) =>
      join
        .onRef('submission.organisation_id', '=', 'score.organisation_id')
        .onRef('submission.edition_id', '=', 'score.edition_id')
        .onRef('submission.contact_id', '=', 'score.contact_id'),
    )
    .leftJoin('observer', (join) =>
      join
        .onRef('observer.organisation_id', '=', 'contact.organisation_id')
        .onRef('observer.observer_id', '=', 'contact.observer_id'),
    )
    .distinctOn(['contact.number'])
    .select(['score.answered', 'score.score', 'contact.number', 'contact.date', 'contact.scenario'])
    .select(['contact.channel', 'contact.observer_id', 'observer.name as observer'])
    .select(['participant.participant_id', 'participant.name as participant', 'participant.class'])
    .select('submission.answers')
    .where('contact.state', '!=', 'excluded')
    .where('participant.withdrawn_at', 'is', null)
    .orderBy('contact.number')
    .orderBy('submission.version', 'desc')
    .execute()
  return rows.map((row) => ({
    participantId: row.participant_id,
    participant: row.participant,
    class: row.class,
    channel: row.channel,
    scenario: row.scenario,
    observerId: row.observer_id ?? '',
    observer: row.observer ?? '',
    date: row.date,
    answered: row.answered,
    score: row.score,
    answers: row.answers,
  }))
}
