/** How far the organisation's agreed answers and topic names have come. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'

/** One short question before every answer from memory. */
export async function publishedState(
  { organisationId }: Pick<Scope, 'organisationId'>,
  db: Db,
): Promise<{ readonly stamp: number; readonly name: string }> {
  const { rows } = await sql<{ stamp: number; topics: string }>`
    select
      coalesce((select stamp from answer_settings where organisation_id = ${organisationId}), 0)::int8 as stamp,
      (select coalesce(max(changed_at)::text, '') || ' ' || count(*) from topic
        where organisation_id = ${organisationId} and state <> 'gone') as topics`.execute(db)
  const [{ stamp, topics } = { stamp: 0, topics: '' }] = rows
  return { stamp: Number(stamp), name: `${stamp} ${topics}` }
}
