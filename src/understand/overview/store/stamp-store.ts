/** How far the kept figures have come, and whether what they were made of has changed since. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import '../tables.ts'

export type FigureStamp = {
  readonly version: number
  readonly fingerprint: string
  readonly builtAt: Date
  readonly records: number
  readonly firstDay: string | null
  readonly lastDay: string | null
}

export async function findStamp(scope: Scope, db: Db): Promise<FigureStamp | undefined> {
  const row = await db
    .selectFrom('figure_stamp')
    .select(['version', 'fingerprint', 'built_at', 'records', 'first_day', 'last_day'])
    .where('organisation_id', '=', scope.organisationId)
    .executeTakeFirst()
  return row && row.version > 0
    ? {
        version: row.version,
        fingerprint: row.fingerprint,
        builtAt: row.built_at,
        records: row.records,
        firstDay: row.first_day,
        lastDay: row.last_day,
      }
    : undefined
}

/**
 * What enquiries, topics and people's decisions look like now. Another value means that kept figures are old. It
 * reads counters and ends of indexes only, whatever the number of enquiries.
 */
export async function readFingerprint(scope: Scope, db: Db): Promise<string> {
  const organisation = sql`${scope.organisationId}::uuid`
  const { rows } = await sql<{ fingerprint: string }>`
    select concat_ws(' ',
      (select concat_ws(',', count(*), max(finished_at), sum(rows_landed + rows_changed)) from intake_batch where organisation_id = ${organisation}),
      (select assigned_at from text_topic where organisation_id = ${organisation} order by assigned_at desc limit 1),
      (select concat_ws(',', count(*), max(assigned_at)) from code_topic where organisation_id = ${organisation}),
      (select max(decision_number) from topic_decision where organisation_id = ${organisation}),
      (select count(*) from topic_fit where organisation_id = ${organisation} and state = 'done')
    ) as fingerprint`.execute(db)
  return rows[0]!.fingerprint
}

/** A build that has said nothing for so long has died. */
const diedAfterSeconds = 900

/** Takes the right to make the next version; undefined when somebody else has it. Answers the version to make. */
export async function claimBuild(scope: Scope, db: Db, now: Date): Promise<number | undefined> {
  const organisation = sql`${scope.organisationId}::uuid`
  const { rows } = await sql<{ version: number }>`
    insert into figure_stamp (organisation_id, version, fingerprint, built_at, build_seconds, records, building_since)
    values (${organisation}, 0, '', ${now}, 0, 0, ${now})
    on conflict (organisation_id) do update set building_since = excluded.building_since
      where figure_stamp.building_since is null
        or figure_stamp.building_since < ${now}::timestamptz - ${sql.raw(`interval '${diedAfterSeconds} seconds'`)}
    returning version`.execute(db)
  return rows[0] === undefined ? undefined : rows[0].version + 1
}

export async function finishBuild(
  scope: Scope,
  db: Db,
  built: Omit<FigureStamp, 'builtAt'> & { readonly builtAt: Date; readonly seconds: number },
): Promise<void> {
  await db
    .updateTable('figure_stamp')
    .set({
      version: built.version,
      fingerprint: built.fingerprint,
      built_at: built.builtAt,
      build_seconds: built.seconds,
      records: built.records,
      first_day: built.firstDay,
      last_day: built.lastDay,
      building_since: null,
    })
    .where('organisation_id', '=', scope.organisationId)
    .execute()
}

/** Gives the right back without a new version. */
export async function abandonBuild(scope: Scope, db: Db): Promise<void> {
  await db
    .updateTable('figure_stamp')
    .set({ building_since: null })
    .where('organisation_id', '=', scope.organisationId)
    .execute()
}

/** For whoever removes or changes enquiries in a way that no counter shows: erasing a customer. */
export async function markFiguresOld(scope: Scope, db: Db): Promise<void> {
  await db
    .updateTable('figure_stamp')
    .set({ fingerprint: '' })
    .where('organisation_id', '=', scope.organisationId)
    .execute()
}
