/** The stored results of an edition, and what says whether they are still true. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { EditionResults } from '../contract.ts'
import '../tables.ts'

declare module '../../../platform/database/index.ts' {
  interface Tables {
    edition_result: {
      organisation_id: string
      edition_id: string
      computed_at: Date
      method_version: string
      contacts: number
      results: KeptResults
    }
  }
}

/** With the last change that they know of (ISO 8601); a store that has changed since needs new ones. */
export type KeptResults = EditionResults & {
  readonly changedAt: string | null
  /** Of the computation; absent in results from before it was counted. */
  readonly resultsVersion?: number
}

export type StoredResults = {
  readonly computedAt: Date
  readonly contacts: number
  readonly results: KeptResults
}

export async function findResults(
  { organisationId }: Scope,
  db: Db,
  editionId: string,
): Promise<StoredResults | undefined> {
  const row = await db
    .selectFrom('edition_result')
    .select(['computed_at', 'contacts', 'results'])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .executeTakeFirst()
  return row && { computedAt: row.computed_at, contacts: row.contacts, results: row.results }
}

/** Keeps the results unless newer ones are there already. */
export async function saveResults(
  { organisationId }: Scope,
  db: Db,
  { editionId, computedAt, contacts, results }: StoredResults & { readonly editionId: string },
): Promise<void> {
  const values = { computed_at: computedAt, method_version: results.methodVersion, contacts, results }
  await db
    .insertInto('edition_result')
    .values({ organisation_id: organisationId, edition_id: editionId, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'edition_id'])
        .doUpdateSet(values)
        .where('edition_result.computed_at', '<=', computedAt),
    )
    .execute()
}

export type ScoredState = {
  /** Contacts that are not excluded, of participants that have not withdrawn. */
  readonly contacts: number
  /** Those of them that have a score. */
  readonly counted: number
  /** When a score, or a participant's name or class, last changed. */
  readonly changedAt: Date | null
}

export async function readScoredState(
  { organisationId }: Scope,
  db: Db,
  editionId: string,
): Promise<ScoredState> {
  const row = await db
    .selectFrom('contact')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.organisation_id', '=', 'contact.organisation_id')
        .onRef('participant.edition_id', '=', 'contact.edition_id')
        .onRef('participant.participant_id', '=', 'contact.participant_id'),
    )
    .leftJoin('submission_score as score', (join) =>
      join
        .onRef('score.organisation_id', '=', 'contact.organisation_id')
        .onRef('score.edition_id', '=', 'contact.edition_id')
        .onRef('score.contact_id', '=', 'contact.contact_id'),
    )
    .select((build) => [
      build.fn.countAll<number>().as('contacts'),
      build.fn.count<number>('score.contact_id').as('counted'),
      build.fn.max('score.scored_at').as('scored_at'),
      build.fn.max('participant.changed_at').as('participants_changed_at'),
    ])
    .where('contact.organisation_id', '=', organisationId)
    .where('contact.edition_id', '=', editionId)
    .where('contact.state', '!=', 'excluded')
    .where('participant.withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  const changes = [row.scored_at, row.participants_changed_at].filter((at): at is Date => at !== null)
  const changedAt = changes.length > 0 ? new Date(Math.max(...changes.map((at) => at.getTime()))) : null
  return { contacts: row.contacts, counted: row.counted, changedAt }
}
