/** Conflicts of interest and qualifications: what is told stays, what ends gets an end. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { ConflictKind, QualificationStatus } from '../contract.ts'
import '../tables.ts'

export type StoredConflict = {
  readonly conflictId: string
  readonly observerId: string
  readonly participant: string
  readonly kind: ConflictKind
  readonly note: string
  readonly declaredAt: Date
  readonly declaredBy: string | null
  /** The observer told it him- or herself. */
  readonly byObserver: boolean
  readonly endedAt: Date | null
}

/** All of them, or those in force; the newest first. */
export async function listConflicts(
  { organisationId }: Scope,
  db: Db,
  wanted: { readonly inForce?: boolean; readonly observerId?: string } = {},
): Promise<readonly StoredConflict[]> {
  const rows = await db
    .selectFrom('observer_conflict')
    .innerJoin('observer', (join) =>
      join
        .onRef('observer.organisation_id', '=', 'observer_conflict.organisation_id')
        .onRef('observer.observer_id', '=', 'observer_conflict.observer_id'),
    )
    .select(['conflict_id', 'observer.observer_id', 'participant_name', 'kind', 'note'])
    .select(['declared_at', 'declared_by', 'ended_at', 'observer.person_id'])
    .where('observer_conflict.organisation_id', '=', organisationId)
    .$if(wanted.inForce === true, (query) => query.where('ended_at', 'is', null))
    .$if(wanted.observerId !== undefined, (query) =>
      query.where('observer_conflict.observer_id', '=', wanted.observerId!),
    )
    .orderBy('declared_at', 'desc')
    .orderBy('participant_name')
    .execute()
  return rows.map((row) => ({
    conflictId: row.conflict_id,
    observerId: row.observer_id,
    participant: row.participant_name,
    kind: row.kind,
    note: row.note,
    declaredAt: row.declared_at,
    declaredBy: row.declared_by,
    byObserver: row.declared_by !== null && row.declared_by === row.person_id,
    endedAt: row.ended_at,
  }))
}

type NewConflict = Pick<StoredConflict, 'conflictId' | 'observerId' | 'participant' | 'kind' | 'note'>

export async function insertConflicts(
  { organisationId, personId }: Scope,
  trx: Db,
  { conflicts, now }: { readonly conflicts: readonly NewConflict[]; readonly now: Date },
): Promise<void> {
  if (conflicts.length === 0) return
  await trx
    .insertInto('observer_conflict')
    .values(
      conflicts.map(({ conflictId, observerId, participant, kind, note }) => ({
        organisation_id: organisationId,
        observer_id: observerId,
        conflict_id: conflictId,
        participant_name: participant,
        kind,
        note,
        declared_at: now,
        declared_by: personId,
        ended_at: null,
        ended_by: null,
      })),
    )
    .execute()
}

/** Those that are in force end; answers how many did. */
export async function endConflicts(
  { organisationId, personId }: Scope,
  trx: Db,
  ended: { readonly observerId: string; readonly conflictIds: readonly string[]; readonly now: Date },
): Promise<number> {
  if (ended.conflictIds.length === 0) return 0
  const { numUpdatedRows } = await trx
    .updateTable('observer_conflict')
    .set({ ended_at: ended.now, ended_by: personId })
    .where('organisation_id', '=', organisationId)
    .where('observer_id', '=', ended.observerId)
    .where('conflict_id', 'in', [...ended.conflictIds])
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

export type StoredQualification = {
  readonly observerId: string
  readonly status: QualificationStatus
  readonly since: string
  readonly note: string
  readonly setAt: Date
  readonly setBy: string
}

/** By observer, the one in force first. */
export async function listQualifications(
  { organisationId }: Scope,
  db: Db,
): Promise<ReadonlyMap<string, readonly StoredQualification[]>> {
  const rows = await db
    .selectFrom('observer_qualification')
    .select(['observer_id as observerId', 'status', 'since', 'note', 'set_at as setAt', 'set_by as setBy'])
    .where('organisation_id', '=', organisationId)
    .orderBy('set_at', 'desc')
    .orderBy('qualification_id', 'desc')
    .execute()
  return Map.groupBy(rows, ({ observerId }) => observerId)
}

export async function insertQualification(
  { organisationId, personId }: Scope,
  trx: Db,
  given: Omit<StoredQualification, 'setBy'> & { readonly qualificationId: string },
): Promise<void> {
  const { observerId, qualificationId, status, since, note, setAt } = given
  await trx
    .insertInto('observer_qualification')
    .values({
      organisation_id: organisationId,
      observer_id: observerId,
      qualification_id: qualificationId,
      status,
      since,
      note,
      set_at: setAt,
      set_by: personId,
    })
    .execute()
}
