/** Weekly contacts of every topic around a day, from the kept figures. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import { awaitingTopic, withoutExplanation } from '../../overview/rules/no-topic.ts'

export type TopicWeek = { readonly topicId: string; readonly week: number; readonly contacts: number }

/** Weeks are counted from the start: −1 ends the day before it, 0 begins with it. */
export async function countWeeksAround(
  { organisationId }: Scope,
  db: Db,
  around: {
    readonly version: number
    readonly start: string
    readonly from: string
    readonly to: string
  },
): Promise<readonly TopicWeek[]> {
  const { version, start, from, to } = around
  const { rows } = await sql<TopicWeek>`
    select topic_id as "topicId", floor((day - ${start}::date)::numeric / 7)::int as week, sum(contacts) as contacts
    from topic_day
    where organisation_id = ${organisationId} and version = ${version}
      and day between ${from}::date and ${to}::date
      and topic_id not in (${awaitingTopic}::uuid, ${withoutExplanation}::uuid)
    group by 1, 2`.execute(db)
  return rows
}
