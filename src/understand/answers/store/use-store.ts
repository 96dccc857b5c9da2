/** How searches end and answers are used: counts per day of nobody in particular, and masked words that found nothing. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { FindPlace, UseAct } from '../rules/answer-words.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>

export async function countUse(
  { organisationId }: Tenant,
  db: Db,
  use: { readonly day: string; readonly answerId: string; readonly place: FindPlace; readonly act: UseAct },
): Promise<void> {
  await db
    .insertInto('answer_use')
    .values({
      organisation_id: organisationId,
      day: use.day,
      answer_id: use.answerId,
      place: use.place,
      act: use.act,
      times: 1,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'day', 'answer_id', 'place', 'act'])
        .doUpdateSet({ times: sql<number>`answer_use.times + 1` }),
    )
    .execute()
}

export async function countSearch(
  { organisationId }: Tenant,
  db: Db,
  search: {
    readonly day: string
    readonly place: FindPlace
    readonly empty: boolean
    readonly used: boolean
  },
): Promise<void> {
  const [empty, used] = [Number(search.empty), Number(search.used)]
  await db
    .insertInto('answer_search_day')
    .values({
      organisation_id: organisationId,
      day: search.day,
      place: search.place,
      searches: 1,
      empty,
      used,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'day', 'place']).doUpdateSet({
        searches: sql<number>`answer_search_day.searches + 1`,
        empty: sql<number>`answer_search_day.empty + ${empty}`,
        used: sql<number>`answer_search_day.used + ${used}`,
      }),
    )
    .execute()
}

/** Most different searches without result that are kept: beyond that only known ones are counted. */
const mostMisses = 5000

export async function countMiss(
  { organisationId }: Tenant,
  db: Db,
  miss: {
    readonly words: string
    readonly query: string
    readonly kind: 'empty' | 'unused'
    readonly day: string
  },
): Promise<void> {
  const { words, query, kind, day } = miss
  await sql`
    insert into answer_search_miss (organisation_id, words, query, kind, times, first_on, last_on)
    select ${organisationId}, ${words}, ${query}, ${kind}, 1, ${day}::date, ${day}::date
    where exists (select from answer_search_miss where organisation_id = ${organisationId} and words = ${words})
      or (select count(*) from answer_search_miss where organisation_id = ${organisationId}) < ${mostMisses}
    on conflict (organisation_id, words) do update set
      times = answer_search_miss.times + 1, last_on = excluded.last_on, kind = excluded.kind,
      -- Asked in vain again after somebody had seen to it: it is back on the list.
      settled_at = null, settled_by = null`.execute(db)
}

export async function listMisses({ organisationId }: Tenant, db: Db) {
  return db
    .selectFrom('answer_search_miss')
    .select(['words', 'query', 'kind', 'times', 'first_on as firstOn', 'last_on as lastOn'])
    .where('organisation_id', '=', organisationId)
    .where('settled_at', 'is', null)
    .orderBy('times', 'desc')
    .orderBy('last_on', 'desc')
    .orderBy('words')
    .limit(200)
    .execute()
}

export async function settleMiss(
  { organisationId, personId }: Scope,
  db: Db,
  { words, answerId, at }: { readonly words: string; readonly answerId: string | null; readonly at: Date },
): Promise<void> {
  await db
    .updateTable('answer_search_miss')
    .set({ settled_at: at, settled_by: personId, answer_id: answerId })
    .where('organisation_id', '=', organisationId)
    .where('words', '=', words)
    .execute()
}

export async function searchDays(
  { organisationId }: Tenant,
  db: Db,
  { from, to }: { readonly from: string; readonly to: string },
) {
  return db
    .selectFrom('answer_search_day')
    .select(['day', 'place', 'searches', 'empty', 'used'])
    .where('organisation_id', '=', organisationId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .execute()
}

export async function usesOf(
  { organisationId }: Tenant,
  db: Db,
  { from, to }: { readonly from: string; readonly to: string },
) {
  const rows = await db
    .selectFrom('answer_use')
    .select(['answer_id as answerId', 'act', (of) => of.fn.sum<number>('times').as('times')])
    .where('organisation_id', '=', organisationId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy(['answer_id', 'act'])
    .execute()
  return rows.map((row) => ({ ...row, times: Number(row.times) }))
}
