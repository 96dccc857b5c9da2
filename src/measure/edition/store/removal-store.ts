/** Takes an edition away with all that was prepared for it, across the whole of Measure. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'

/** Children before parents, so that every foreign key holds all the way. */
const tables = [
  'briefing_answer',
  'briefing_attempt',
  'briefing_test',
  'payment_line',
  'payment_run',
  'payment_extra',
  'payment_rates',
  'channel_check',
  'competitor_choice',
  'participant_person',
  'participant',
  'edition_revision',
  'edition',
] as const

/**
 * Whether a plan has been made. Waits for a plan that is being saved right now: it holds the participants that
 * its contacts are for, and so do we afterwards.
 */
export async function isPlanned(
  { organisationId }: Scope,
  trx: Db,
  { editionId }: { readonly editionId: string },
): Promise<boolean> {
  const own = sql`organisation_id = ${organisationId} and edition_id = ${editionId}`
  await sql`select 1 from participant where ${own} for update`.execute(trx)
  const { rows } = await sql<{ planned: boolean }>`
    select exists (select 1 from contact where ${own}) or exists (select 1 from plan where ${own}) as planned
  `.execute(trx)
  return rows[0]!.planned
}

/** An edition that was copied from it stays, and no longer names where it came from. */
export async function deleteEdition(
  { organisationId }: Scope,
  trx: Db,
  { editionId }: { readonly editionId: string },
): Promise<void> {
  for (const table of tables) {
    await sql`
      delete from ${sql.table(table)} where organisation_id = ${organisationId} and edition_id = ${editionId}
    `.execute(trx)
  }
  await sql`
    update edition set copied_from = null
    where organisation_id = ${organisationId} and copied_from = ${editionId}
  `.execute(trx)
}
