/** Answers under keys that lead to nobody once the survey's secret is gone. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Background } from '../contract.ts'
import type { Reply } from '../rules/ranks.ts'
import type { Answered } from '../rules/survey-results.ts'

declare module '../../../platform/database/index.ts' {
  interface Tables {
    expectation_answer: {
      organisation_id: string
      edition_id: string
      answer_key: string
      answer: Reply
      background: Background
    }
  }
}

type Keyed = { readonly editionId: string; readonly key: string }

export async function findAnswer(
  { organisationId }: Scope,
  db: Db,
  { editionId, key }: Keyed,
): Promise<Answered | undefined> {
  return db
    .selectFrom('expectation_answer')
    .select(['answer', 'background'])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('answer_key', '=', key)
    .executeTakeFirst()
}

/** In the order of the keys, which are random. */
export async function listAnswers(
  { organisationId }: Scope,
  db: Db,
  { editionId }: { readonly editionId: string },
): Promise<readonly Answered[]> {
  return db
    .selectFrom('expectation_answer')
    .select(['answer', 'background'])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .orderBy('answer_key')
    .execute()
}

export async function saveAnswer(
  { organisationId }: Scope,
  db: Db,
  { editionId, key, answer, background }: Keyed & Answered,
): Promise<void> {
  // A list would be sent as an array of the database.
  const values = { answer: JSON.stringify(answer) as never, background }
  await db
    .insertInto('expectation_answer')
    .values({ organisation_id: organisationId, edition_id: editionId, answer_key: key, ...values })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'edition_id', 'answer_key']).doUpdateSet(values),
    )
    .execute()
}

/** Writes all answers anew under new keys, in the order of those, so that nothing tells which was which. */
export async function replaceAnswers(
  { organisationId }: Scope,
  db: Db,
  { editionId, keys }: { readonly editionId: string; readonly keys: (count: number) => readonly string[] },
): Promise<void> {
  const tenant = { organisation_id: organisationId, edition_id: editionId }
  const rows = await db
    .deleteFrom('expectation_answer')
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .returning(['answer', 'background'])
    .execute()
  if (rows.length === 0) return
  const fresh = keys(rows.length)
  const renamed = rows
    .map((row, index) => ({
      ...tenant,
      answer_key: fresh[index]!,
      answer: JSON.stringify(row.answer) as never,
      background: row.background,
    }))
    .toSorted((a, b) => (a.answer_key < b.answer_key ? -1 : 1))
  await db.insertInto('expectation_answer').values(renamed).execute()
}
