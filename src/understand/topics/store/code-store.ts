/** Which topics a reason code stands for: how rows without a text are spread. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>
type CodeKey = { readonly sourceId: string; readonly reasonCode: string }

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
