import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import '../../results/index.ts'

export type StoredWindow = {
  readonly workingDays: number
  readonly openedAt: Date
  readonly closesAt: Date
  readonly closedAt: Date | null
}

export async function findWindow(
  { organisationId }: Scope,
  db: Db,
  editionId: string,
): Promise<StoredWindow | undefined> {
  const row = await db
    .selectFrom('appeal_window')
    .select(['working_days', 'opened_at', 'closes_at', 'closed_at'])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .executeTakeFirst()
  return (
    row && {
      workingDays: row.working_days,
      openedAt: row.opened_at,
      closesAt: row.closes_at,
      closedAt: row.closed_at,
    }
  )
}

/** Opens the window, or sets another end for one that is open. */
export async function saveWindow(
  { organisationId, personId }: Scope,
  trx: Db,
  editionId: string,
  { workingDays, openedAt, closesAt }: Omit<StoredWindow, 'closedAt'>,
): Promise<void> {
  await trx
    .insertInto('appeal_window')
    .values({
      organisation_id: organisationId,
      edition_id: editionId,
      working_days: workingDays,
      opened_at: openedAt,
      opened_by: personId,
      closes_at: closesAt,
      closed_at: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'edition_id'])
        .doUpdateSet({ working_days: workingDays, closes_at: closesAt }),
    )
    .execute()
}

export async function markClosed(
  { organisationId }: Scope,
  trx: Db,
  editionId: string,
  closedAt: Date,
): Promise<void> {
  await trx
    .updateTable('appeal_window')
    .set({ closed_at: closedAt })
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .execute()
}
