/** What the latest grouping suggests to people: topics that may be one, and topics that may be two. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Suggestion } from '../contract.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>

/** The open ones between topics that are still there, best first. */
export function openSuggestions({ organisationId }: Tenant, db: Db): Promise<Suggestion[]> {
  const live = (column: 'topic_id' | 'other_id') =>
    sql<boolean>`exists (select from topic t where t.organisation_id = topic_suggestion.organisation_id
      and t.topic_id = topic_suggestion.${sql.ref(column)} and t.state in ('proposed', 'confirmed'))`
  return db
    .selectFrom('topic_suggestion')
    .select([
      'suggestion_id as suggestionId',
      'kind',
      'topic_id as topicId',
      'other_id as otherId',
      'score',
      sql<Suggestion['reason']>`reason`.as('reason'),
    ])
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'open')
    .where(live('topic_id'))
    .where(({ or, eb }) => or([eb('other_id', 'is', null), live('other_id')]))
    .orderBy('score', 'desc')
    .orderBy('suggestion_id')
    .execute()
}

/** What a person has said no to is not suggested again: a pair of topics, in order, or one that was to be split. */
export async function dismissedPairs({ organisationId }: Tenant, db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('topic_suggestion')
    .select(['topic_id', 'other_id'])
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'dismissed')
    .execute()
  return rows.map(({ topic_id, other_id }) =>
    other_id === null ? topic_id : [topic_id, other_id].sort().join(' '),
  )
}

export async function insertSuggestions(
  { organisationId }: Tenant,
  trx: Db,
  { fitId, suggestions }: { readonly fitId: string; readonly suggestions: readonly Suggestion[] },
): Promise<void> {
  await trx
    .deleteFrom('topic_suggestion')
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'open')
    .execute()
  if (suggestions.length === 0) return
  await trx
    .insertInto('topic_suggestion')
    .values(
      suggestions.map((suggestion) => ({
        organisation_id: organisationId,
        suggestion_id: suggestion.suggestionId,
        fit_id: fitId,
        kind: suggestion.kind,
        topic_id: suggestion.topicId,
        other_id: suggestion.otherId,
        score: suggestion.score,
        reason: JSON.stringify(suggestion.reason),
        state: 'open' as const,
        settled_at: null,
        settled_by: null,
      })),
    )
    .execute()
}

/** Whether there was such an open suggestion. */
export async function settleSuggestion(
  { organisationId, personId }: Scope,
  trx: Db,
  {
    suggestionId,
    state,
    now,
  }: { readonly suggestionId: string; readonly state: 'taken' | 'dismissed'; readonly now: Date },
): Promise<boolean> {
  const done = await trx
    .updateTable('topic_suggestion')
    .set({ state, settled_at: now, settled_by: personId })
    .where('organisation_id', '=', organisationId)
    .where('suggestion_id', '=', suggestionId)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** A suggestion whose step is taken back is asked again, unless a later grouping has suggestions of its own. */
export async function reopenSuggestion(
  { organisationId }: Tenant,
  trx: Db,
  suggestionId: string,
): Promise<void> {
  await trx
    .updateTable('topic_suggestion')
    .set({ state: 'open', settled_at: null, settled_by: null })
    .where('organisation_id', '=', organisationId)
    .where('suggestion_id', '=', suggestionId)
    .where('state', '=', 'taken')
    .where(
      sql<boolean>`not exists (select from topic_suggestion later where later.organisation_id = ${organisationId}
        and later.state = 'open' and later.fit_id <> topic_suggestion.fit_id)`,
    )
    .execute()
}
