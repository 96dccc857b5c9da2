/** What agents have suggested, what they were answered, and what came of it. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { SuggestionView } from '../contract.ts'
import type { SuggestionState } from '../rules/words.ts'
import '../tables.ts'
import type { SuggestionEventKind } from '../tables.ts'

export type StoredSuggestion = Omit<SuggestionView, 'own' | 'events' | 'sentAt' | 'answeredAt'> & {
  readonly senderId: string
  readonly sentAt: Date
  readonly answeredAt: Date | null
  readonly events: readonly (Omit<SuggestionView['events'][number], 'at'> & { readonly at: string })[]
}

/** Those that wait first, the longest first; then the newest. */
export async function listSuggestions(
  { organisationId }: Scope,
  db: Db,
  only: { readonly suggestionId?: string; readonly improvementId?: string } = {},
): Promise<readonly StoredSuggestion[]> {
  const { rows } = await sql<StoredSuggestion>`
    select s.suggestion_id as "suggestionId", s.text, s.answer_id as "answerId", s.sender_id as "senderId",
      p.name as sender, s.sent_at as "sentAt", s.state, s.answered_at as "answeredAt",
      s.changes_answer as "changesAnswer",
      case when t.topic_id is not null then jsonb_build_object('id', t.topic_id, 'name', t.name) end as topic,
      case when i.improvement_id is not null
        then jsonb_build_object('id', i.improvement_id, 'name', i.title) end as improvement,
      case when o.person_id is not null and o.active
        then jsonb_build_object('id', o.person_id, 'name', o.name) end as mandate,
      coalesce((
        select jsonb_agg(jsonb_build_object('kind', e.kind, 'text', e.text, 'by', b.name, 'at', e.at)
          order by e.at, e.event_id)
        from suggestion_event e join person b on b.organisation_id = e.organisation_id and b.person_id = e.person_id
        where e.organisation_id = s.organisation_id and e.suggestion_id = s.suggestion_id
      ), '[]') as events
    from suggestion s
      join person p on p.organisation_id = s.organisation_id and p.person_id = s.sender_id
      left join topic t on t.organisation_id = s.organisation_id and t.topic_id = s.topic_id
      left join topic_profile f on f.organisation_id = s.organisation_id and f.topic_id = s.topic_id
      left join person o on o.organisation_id = s.organisation_id and o.person_id = f.owner_id
      left join improvement i on i.organisation_id = s.organisation_id and i.improvement_id = s.improvement_id
    where s.organisation_id = ${organisationId}
      ${only.suggestionId === undefined ? sql`` : sql`and s.suggestion_id = ${only.suggestionId}::uuid`}
      ${only.improvementId === undefined ? sql`` : sql`and s.improvement_id = ${only.improvementId}::uuid`}
    order by s.state <> 'waiting', case when s.state = 'waiting' then s.sent_at end, s.sent_at desc,
      s.suggestion_id`.execute(db)
  return rows
}

export async function insertSuggestion(
  { organisationId, personId }: Scope,
  trx: Db,
  sent: {
    readonly suggestionId: string
    readonly topicId: string | null
    readonly answerId: string | null
    readonly text: string
    readonly now: Date
  },
): Promise<void> {
  await trx
    .insertInto('suggestion')
    .values({
      organisation_id: organisationId,
      suggestion_id: sent.suggestionId,
      topic_id: sent.topicId,
      answer_id: sent.answerId,
      text: sent.text,
      sender_id: personId,
      sent_at: sent.now,
      state: 'waiting',
      answered_at: null,
      closed_at: null,
      improvement_id: null,
      changes_answer: false,
    })
    .execute()
}

/** The row as it is, held until the transaction ends. */
export function lockSuggestion({ organisationId }: Scope, trx: Db, suggestionId: string) {
  return trx
    .selectFrom('suggestion')
    .select(['state', 'topic_id as topicId', 'answer_id as answerId', 'text', 'answered_at as answeredAt'])
    .where('organisation_id', '=', organisationId)
    .where('suggestion_id', '=', suggestionId)
    .forUpdate()
    .executeTakeFirst()
}

export async function changeSuggestion(
  { organisationId }: Scope,
  trx: Db,
  change: {
    readonly suggestionId: string
    readonly state: SuggestionState
    readonly answeredAt: Date | null
    readonly closedAt?: Date
    readonly improvementId?: string
    readonly changesAnswer?: boolean
  },
): Promise<void> {
  await trx
    .updateTable('suggestion')
    .set({
      state: change.state,
      answered_at: change.answeredAt,
      ...(change.closedAt && { closed_at: change.closedAt }),
      ...(change.improvementId !== undefined && { improvement_id: change.improvementId }),
      ...(change.changesAnswer !== undefined && { changes_answer: change.changesAnswer }),
    })
    .where('organisation_id', '=', organisationId)
    .where('suggestion_id', '=', change.suggestionId)
    .execute()
}

export async function insertSuggestionEvent(
  { organisationId, personId }: Scope,
  trx: Db,
  event: {
    readonly suggestionId: string
    readonly eventId: string
    readonly kind: SuggestionEventKind
    readonly text: string
    readonly at: Date
  },
): Promise<void> {
  await trx
    .insertInto('suggestion_event')
    .values({
      organisation_id: organisationId,
      suggestion_id: event.suggestionId,
      event_id: event.eventId,
      kind: event.kind,
      text: event.text,
      at: event.at,
      person_id: personId,
    })
    .execute()
}

export async function hasAnswer({ organisationId }: Scope, db: Db, answerId: string): Promise<boolean> {
  const { rows } = await sql`select from answer
    where organisation_id = ${organisationId} and answer_id = ${answerId}::uuid`.execute(db)
  return rows.length > 0
}
