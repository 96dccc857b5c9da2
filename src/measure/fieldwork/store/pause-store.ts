import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'

declare module '../../../platform/database/index.ts' {
  interface Tables {
    fieldwork_pause: {
      organisation_id: string
      edition_id: string
      pause_id: string
      paused_at: Date
      paused_by: string
      reason: string
      resumed_at: Date | null
      resumed_by: string | null
    }
  }
}

export type Pause = {
  readonly pauseId: string
  readonly editionId: string
  readonly reason: string
  readonly pausedAt: Date
  readonly pausedBy: string
  readonly resumedAt: Date | null
}

/** The pauses of some editions, the newest first. The open one, if any, has no `resumedAt`. */
export async function listPauses(
  scope: Scope,
  db: Db,
  editionIds: readonly string[],
): Promise<readonly Pause[]> {
  if (editionIds.length === 0) return []
  const rows = await db
    .selectFrom('fieldwork_pause as pause')
    .leftJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'pause.organisation_id')
        .onRef('person.person_id', '=', 'pause.paused_by'),
    )
    .select(['pause_id', 'edition_id', 'reason', 'paused_at', 'resumed_at', 'person.name'])
    .where('pause.organisation_id', '=', scope.organisationId)
    .where('edition_id', 'in', [...editionIds])
    .orderBy('paused_at', 'desc')
    .execute()
  return rows.map((row) => ({
    pauseId: row.pause_id,
    editionId: row.edition_id,
    reason: row.reason,
    pausedAt: row.paused_at,
    pausedBy: row.name ?? '',
    resumedAt: row.resumed_at,
  }))
}

export async function insertPause(
  scope: Scope,
  trx: Db,
  pause: {
    readonly pauseId: string
    readonly editionId: string
    readonly reason: string
    readonly at: Date
  },
): Promise<void> {
  await trx
    .insertInto('fieldwork_pause')
    .values({
      organisation_id: scope.organisationId,
      edition_id: pause.editionId,
      pause_id: pause.pauseId,
      paused_at: pause.at,
      paused_by: scope.personId,
      reason: pause.reason,
      resumed_at: null,
      resumed_by: null,
    })
    .execute()
}

/** Ends the open pause of an edition. */
export async function endPause(
  scope: Scope,
  trx: Db,
  { editionId, at }: { readonly editionId: string; readonly at: Date },
): Promise<void> {
  await trx
    .updateTable('fieldwork_pause')
    .set({ resumed_at: at, resumed_by: scope.personId })
    .where('organisation_id', '=', scope.organisationId)
    .where('edition_id', '=', editionId)
    .where('resumed_at', 'is', null)
    .execute()
}
