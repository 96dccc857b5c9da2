/** What reason codes without text stand for, and what is known to estimate it from. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'

type OfCode = { readonly sourceId: string; readonly code: string }

export type UsedCode = OfCode & { readonly source: string; readonly contacts: number }

/** Codes of records without text, with how many contacts they stand for. */
export async function listUsedCodes(scope: Scope, db: Db): Promise<readonly UsedCode[]> {
  const { rows } = await sql<UsedCode>`
    select e.source_id as "sourceId", s.name as source, e.reason_code as code, sum(e.weight) as contacts
    from enquiry e join intake_source s on s.organisation_id = e.organisation_id and s.source_id = e.source_id
    where e.organisation_id = ${scope.organisationId} and e.text_key is null and e.reason_code is not null and e.direction = 'in'
    group by e.source_id, s.name, e.reason_code order by contacts desc`.execute(db)
  return rows
}

export type StoredShare = OfCode & {
  readonly topicId: string
  readonly name: string
  readonly share: number
  readonly origin: 'estimate' | 'person'
}

export async function listShares(scope: Scope, db: Db): Promise<readonly StoredShare[]> {
  const { rows } = await sql<StoredShare>`
    select c.source_id as "sourceId", c.reason_code as code, c.topic_id as "topicId", t.name, c.share, c.origin
    from code_topic c join topic t on t.organisation_id = c.organisation_id and t.topic_id = c.topic_id
    where c.organisation_id = ${scope.organisationId} order by c.share desc, c.topic_id`.execute(db)
  return rows
}

export type NotedCount = { readonly code: string; readonly topicId: string; readonly count: number }

/** Records that carry both a code and a text, by code and topic, over all sources that use the code's name. */
export async function countNoted(scope: Scope, db: Db): Promise<readonly NotedCount[]> {
  const { rows } = await sql<NotedCount>`
    select e.reason_code as code, t.topic_id as "topicId", sum(t.share) as count
    from enquiry e join text_topic t on t.organisation_id = e.organisation_id and t.text_key = e.text_key
    where e.organisation_id = ${scope.organisationId} and e.reason_code is not null and e.direction = 'in' and not t.unsure
    group by e.reason_code, t.topic_id`.execute(db)
  return rows
}

export type DayCount = { readonly key: string; readonly day: string; readonly count: number }

/** Contacts under a code on each day; the key is the code's source and name. */
export async function countCodeDays(
  scope: Scope,
  db: Db,
  { sourceId, code }: OfCode,
): Promise<readonly DayCount[]> {
  const { rows } = await sql<DayCount>`
    select reason_code as key, started_on as day, sum(weight) as count from enquiry
    where organisation_id = ${scope.organisationId} and source_id = ${sourceId}::uuid and reason_code = ${code}
      and text_key is null and direction = 'in'
    group by reason_code, started_on`.execute(db)
  return rows
}

/** Contacts with text about each topic on each day. */
export async function countTextDays(scope: Scope, db: Db): Promise<readonly DayCount[]> {
  const { rows } = await sql<DayCount>`
    select t.topic_id as key, e.started_on as day, sum(t.share) as count
    from enquiry e join text_topic t on t.organisation_id = e.organisation_id and t.text_key = e.text_key
    where e.organisation_id = ${scope.organisationId} and e.direction = 'in'
    group by t.topic_id, e.started_on`.execute(db)
  return rows
}

export type NewShares = OfCode & {
  readonly origin: 'estimate' | 'person'
  readonly shares: readonly { readonly topicId: string; readonly share: number }[]
  readonly at: Date
}

/** Replaces what a code stands for. */
export async function saveShares(
  scope: Scope,
  trx: Db,
  { sourceId, code, origin, shares, at }: NewShares,
): Promise<void> {
  const key = { organisation_id: scope.organisationId, source_id: sourceId, reason_code: code }
  await trx
    .deleteFrom('code_topic')
    .where('organisation_id', '=', key.organisation_id)
    .where('source_id', '=', sourceId)
    .where('reason_code', '=', code)
    .execute()
  if (shares.length === 0) return
  await trx
    .insertInto('code_topic')
    .values(
      shares.map(({ topicId, share }) => ({ ...key, topic_id: topicId, share, origin, assigned_at: at })),
    )
    .execute()
}
