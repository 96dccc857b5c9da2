/** Which topics a reason code stands for: how rows without a text are spread. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { CodeLine } from '../contract.ts'
import '../../intake/tables.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>
type CodeKey = { readonly sourceId: string; readonly reasonCode: string }

/** Every code that rows carry, the most used first, with its topics; one code, or all. */
export async function listCodes({ organisationId }: Tenant, db: Db, of?: CodeKey): Promise<CodeLine[]> {
  const some =
    of === undefined ? sql`` : sql`and e.source_id = ${of.sourceId} and e.reason_code = ${of.reasonCode}`
  const { rows } = await sql<CodeLine>`
    select e.source_id as "sourceId", s.name as source, e.reason_code as "reasonCode", e.contacts,
      coalesce((select jsonb_agg(jsonb_build_object('topicId', c.topic_id, 'share', c.share, 'origin', c.origin)
          order by c.share desc, c.topic_id) from code_topic c
        where c.organisation_id = ${organisationId} and c.source_id = e.source_id
          and c.reason_code = e.reason_code), '[]') as topics
    from (select e.source_id, e.reason_code, sum(e.weight) as contacts from enquiry e
      where e.organisation_id = ${organisationId} and e.reason_code is not null ${some}
      group by e.source_id, e.reason_code) e
    join intake_source s on s.organisation_id = ${organisationId} and s.source_id = e.source_id
    order by e.contacts desc, e.reason_code`.execute(db)
  return rows
}

type CodeTopics = CodeKey & {
  readonly topics: readonly { readonly topicId: string; readonly share: number }[]
  readonly origin: 'estimate' | 'person'
  readonly now: Date
}

/** Puts these in place of what the code stood for; none means that nothing is known about it. */
export async function setCode(
  { organisationId }: Tenant,
  trx: Db,
  { sourceId, reasonCode, topics, origin, now }: CodeTopics,
): Promise<void> {
  await trx
    .deleteFrom('code_topic')
    .where('organisation_id', '=', organisationId)
    .where('source_id', '=', sourceId)
    .where('reason_code', '=', reasonCode)
    .execute()
  if (topics.length === 0) return
  await trx
    .insertInto('code_topic')
    .values(
      topics.map(({ topicId, share }) => ({
        organisation_id: organisationId,
        source_id: sourceId,
        reason_code: reasonCode,
        topic_id: topicId,
        share,
        origin,
        assigned_at: now,
      })),
    )
    .execute()
}

/** The codes that stand for any of these topics, each with all it stands for. */
export async function codesOfTopics(
  { organisationId }: Tenant,
  trx: Db,
  topicIds: readonly string[],
): Promise<KeptCode[]> {
  const { rows } = await sql<KeptCode>`
    select source_id as "sourceId", reason_code as "reasonCode", min(origin) as origin,
      jsonb_agg(jsonb_build_object('topicId', topic_id, 'share', share) order by topic_id) as topics
    from code_topic where organisation_id = ${organisationId}
    group by source_id, reason_code
    having bool_or(topic_id = any(${[...topicIds]}::uuid[]))
    order by source_id, reason_code`.execute(trx)
  return rows
}

/** A code with what it stands for; an estimate has no part that is a person's. */
export type KeptCode = Omit<CodeTopics, 'now'>

/** Contacts of a merged topic follow it: its shares are those of the topic it went into. */
export async function redirectCodes(
  scope: Tenant,
  trx: Db,
  {
    codes,
    from,
    into,
    now,
  }: {
    readonly codes: readonly KeptCode[]
    readonly from: readonly string[]
    readonly into: string
    readonly now: Date
  },
): Promise<void> {
  for (const code of codes) {
    const shares = new Map<string, number>()
    for (const { topicId, share } of code.topics) {
      const target = from.includes(topicId) ? into : topicId
      shares.set(target, Math.min(1, (shares.get(target) ?? 0) + share))
    }
    const topics = [...shares].map(([topicId, share]) => ({ topicId, share }))
    await setCode(scope, trx, { ...code, topics, now })
  }
}
