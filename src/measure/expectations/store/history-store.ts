/** Figures of years that were surveyed elsewhere, from a file. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { HistoryRow } from '../contract.ts'

declare module '../../../platform/database/index.ts' {
  interface Tables {
    expectation_history: {
      organisation_id: string
      year: number
      performance: string
      score: number
      n: number
      low: number | null
      high: number | null
      wording: string | null
      imported_at: Date
    }
  }
}

export type StoredHistory = Omit<HistoryRow, 'line'>

export async function listHistory({ organisationId }: Scope, db: Db): Promise<readonly StoredHistory[]> {
  return db
    .selectFrom('expectation_history')
    .select(['year', 'performance', 'score', 'n', 'low', 'high', 'wording'])
    .where('organisation_id', '=', organisationId)
    .orderBy('year')
    .execute()
}

/** A year and performance that is there already gets the file's figures. */
export async function saveHistory(
  { organisationId }: Scope,
  db: Db,
  { rows, now }: { readonly rows: readonly StoredHistory[]; readonly now: Date },
): Promise<void> {
  for (const { year, performance, ...figures } of rows) {
    const values = { ...figures, imported_at: now }
    await db
      .insertInto('expectation_history')
      .values({ organisation_id: organisationId, year, performance, ...values })
      .onConflict((conflict) =>
        conflict.columns(['organisation_id', 'year', 'performance']).doUpdateSet(values),
      )
      .execute()
  }
}
