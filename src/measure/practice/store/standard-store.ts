/** Service standards: every version stays, the highest is in force. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'

declare module '../../../platform/database/index.ts' {
  interface Tables {
    service_standard: {
      organisation_id: string
      centre: string
      question: string
      channel: string
      version: number
      good: string
      dos: readonly string[]
      donts: readonly string[]
      saved_at: Date
      saved_by: string
    }
  }
}

export type StandardVersion = {
  readonly question: string
  readonly channel: string
  readonly version: number
  readonly good: string
  readonly dos: readonly string[]
  readonly donts: readonly string[]
  readonly savedAt: Date
}

/** Newest first, of all the names of the centre. */
export async function listStandardVersions(
  { organisationId }: Scope,
  db: Db,
  centres: readonly string[],
): Promise<readonly StandardVersion[]> {
  const rows = await db
    .selectFrom('service_standard')
    .select(['question', 'channel', 'version', 'good', 'dos', 'donts', 'saved_at'])
    .where('organisation_id', '=', organisationId)
    .where('centre', 'in', [...centres])
    .orderBy('saved_at', 'desc')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ saved_at, ...row }) => ({ ...row, savedAt: saved_at }))
}

/** False when somebody has written the same version in the meantime. */
export async function insertStandard(
  { organisationId, personId }: Scope,
  db: Db,
  { centre, ...standard }: StandardVersion & { readonly centre: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('service_standard')
    .values({
      organisation_id: organisationId,
      centre,
      question: standard.question,
      channel: standard.channel,
      version: standard.version,
      good: standard.good,
      dos: JSON.stringify(standard.dos) as never,
      donts: JSON.stringify(standard.donts) as never,
      saved_at: standard.savedAt,
      saved_by: personId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
