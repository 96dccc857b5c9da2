import { sql } from 'kysely'
import type { Db } from '../database/index.ts'

export type ProgressRow = {
  readonly name: string
  readonly organisation_id: string | null
  readonly fraction: number
  readonly note: string | null
}

export async function insertProgress(
  db: Db,
  row: { readonly id: string; readonly name: string; readonly organisationId: string | null },
): Promise<void> {
  await db
    .insertInto('job_progress')
    .values({
      job_id: row.id,
      name: row.name,
      organisation_id: row.organisationId,
      fraction: 0,
      note: null,
      cancel_requested: false,
      updated_at: sql`now()`,
    })
    .execute()
}

/** Writes how far a job is, and answers whether somebody wants it cancelled. */
export async function saveProgress(
  db: Db,
  id: string,
  at: { readonly fraction: number; readonly note: string | null },
): Promise<{ readonly cancelRequested: boolean }> {
  const row = await db
    .updateTable('job_progress')
    .set({ fraction: at.fraction, note: at.note, updated_at: sql`now()` })
    .where('job_id', '=', id)
    .returning('cancel_requested')
    .executeTakeFirst()
  return { cancelRequested: row?.cancel_requested ?? false }
}

/** Notes the wish to cancel; answers the job's queue, or nothing when there is no such job. */
export async function requestCancel(db: Db, id: string): Promise<string | undefined> {
  const row = await db
    .updateTable('job_progress')
    .set({ cancel_requested: true, updated_at: sql`now()` })
    .where('job_id', '=', id)
    .returning('name')
    .executeTakeFirst()
  return row?.name
}

export function readProgress(db: Db, id: string): Promise<ProgressRow | undefined> {
  return db
    .selectFrom('job_progress')
    .select(['name', 'organisation_id', 'fraction', 'note'])
    .where('job_id', '=', id)
    .executeTakeFirst()
}

/** Clears what is left of jobs that the queue itself has forgotten. */
export async function forgetProgressBefore(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('job_progress').where('updated_at', '<', before).execute()
}
