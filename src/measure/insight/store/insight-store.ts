/** What insight has worked out, by what it is about, with the last change of the scores that it was made of. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { ChannelId } from '../../edition/contract.ts'
import { scoredContacts } from '../../results/index.ts'
import type { ParticipantInsight, ScopeInsight } from '../contract.ts'

declare module '../../../platform/database/index.ts' {
  interface Tables {
    insight_result: {
      organisation_id: string
      edition_id: string
      /** `edition`, `class:NAME` or `participant:ID`. */
      subject: string
      results_at: Date
      method_version: string
      computed_at: Date
      insight: KeptInsight
    }
  }
}

/** With how many contacts it knows of: one that is gone changes no other moment. */
export type KeptInsight = (ScopeInsight | ParticipantInsight) & { readonly counted: number }

export type InsightKey = { readonly editionId: string; readonly subject: string }

/** The stored insight, where it was made of the scores of exactly this moment by this method. */
export async function findInsight(
  { organisationId }: Scope,
  db: Db,
  {
    editionId,
    subject,
    resultsAt,
    methodVersion,
  }: InsightKey & { readonly resultsAt: Date; readonly methodVersion: string },
): Promise<KeptInsight | undefined> {
  const row = await db
    .selectFrom('insight_result')
    .select('insight')
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('subject', '=', subject)
    .where('results_at', '=', resultsAt)
    .where('method_version', '=', methodVersion)
    .executeTakeFirst()
  return row?.insight
}

/** Keeps it unless one worked out later is there already. */
export async function saveInsight(
  { organisationId }: Scope,
  db: Db,
  {
    editionId,
    subject,
    ...kept
  }: InsightKey & {
    readonly resultsAt: Date
    readonly methodVersion: string
    readonly computedAt: Date
    readonly insight: KeptInsight
  },
): Promise<void> {
  const values = {
    results_at: kept.resultsAt,
    method_version: kept.methodVersion,
    computed_at: kept.computedAt,
    insight: kept.insight,
  }
  await db
    .insertInto('insight_result')
    .values({ organisation_id: organisationId, edition_id: editionId, subject, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'edition_id', 'subject'])
        .doUpdateSet(values)
        .where('insight_result.computed_at', '<=', kept.computedAt),
    )
    .execute()
}

export type GoodContact = {
  readonly contactId: string
  readonly number: number
  readonly date: string
  readonly participant: string
  readonly channel: ChannelId
  readonly score: number
  /** The last version of the form. */
  readonly version: number
}

type Wanted = {
  readonly editionId: string
  readonly contactIds: readonly string[]
  readonly most: number
}

/** The newest of some scored contacts. */
export async function listContacts(
  scope: Scope,
  db: Db,
  { editionId, contactIds, most }: Wanted,
): Promise<readonly GoodContact[]> {
  if (contactIds.length === 0) return []
  const rows = await scoredContacts(scope, db, editionId)
    .select(['score.contact_id', 'score.score', 'contact.number', 'contact.date', 'contact.channel'])
    .select('participant.name')
    .select((build) =>
      build
        .selectFrom('submission')
        .select((inner) => inner.fn.max('submission.version').as('version'))
        .whereRef('submission.organisation_id', '=', 'score.organisation_id')
        .whereRef('submission.edition_id', '=', 'score.edition_id')
        .whereRef('submission.contact_id', '=', 'score.contact_id')
        .as('version'),
    )
    .where('score.contact_id', 'in', [...contactIds])
    .orderBy('contact.date', 'desc')
    .orderBy('contact.number')
    .limit(most)
    .execute()
  return rows.map(({ contact_id, name, version, ...row }) => ({
    contactId: contact_id,
    participant: name,
    version: version ?? 1,
    ...row,
  }))
}

export type Member = { readonly participantId: string; readonly class: string }

/** The participants of an edition that have a score, with their classes. Withdrawn ones are left out. */
export async function listMembers(scope: Scope, db: Db, editionId: string): Promise<readonly Member[]> {
  const rows = await scoredContacts(scope, db, editionId)
    .distinct()
    .select(['participant.participant_id', 'participant.class'])
    .where('participant.withdrawn_at', 'is', null)
    .execute()
  return rows.map((row) => ({ participantId: row.participant_id, class: row.class }))
}
