/** Plans of weeks with their shifts, what was published of them, and every publication. */
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { VersionView } from '../week/contract.ts'
import type { PlanShift, SnapshotShift } from '../week/rules/plan-shift.ts'
import type { SolvedView } from '../week/rules/solved-view.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>

export type StoredPlan = {
  readonly revision: number
  readonly version: number
  readonly publishedRevision: number | null
  readonly publishedAt: Date | null
  readonly publishedBy: string | null
  readonly changedAt: Date
  readonly changedBy: string
  readonly solveJobId: string | null
  readonly solved: SolvedView | null
}

export async function findPlan(
  { organisationId }: Tenant,
  db: Db,
  weekStart: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<StoredPlan | undefined> {
  const { rows } = await sql<StoredPlan>`
    select s.revision, s.version, s.published_revision as "publishedRevision", s.published_at as "publishedAt",
      p.name as "publishedBy", s.changed_at as "changedAt", c.name as "changedBy",
      s.solve_job_id as "solveJobId", s.solved
    from plan_shift_plan s
      join person c on c.organisation_id = s.organisation_id and c.person_id = s.changed_by
      left join person p on p.organisation_id = s.organisation_id and p.person_id = s.published_by
    where s.organisation_id = ${organisationId} and s.week_start = ${weekStart}::date
    ${lock ? sql`for update of s` : sql``}`.execute(db)
  return rows[0]
}

/** Makes the week's plan when it is not there; several may. */
export async function ensurePlan(
  { organisationId, personId }: Scope,
  trx: Db,
  { weekStart, now }: { readonly weekStart: string; readonly now: Date },
): Promise<void> {
  await sql`
    insert into plan_shift_plan (organisation_id, week_start, revision, changed_at, changed_by)
    values (${organisationId}, ${weekStart}::date, 0, ${now}, ${personId}) on conflict do nothing`.execute(
    trx,
  )
}

/** Counts a change, and says who made it. */
export async function touchPlan(
  { organisationId, personId }: Scope,
  trx: Db,
  { weekStart, now }: { readonly weekStart: string; readonly now: Date },
): Promise<number> {
  const row = await trx
    .updateTable('plan_shift_plan')
    .set((eb) => ({ revision: eb('revision', '+', 1), changed_at: now, changed_by: personId }))
    .where('organisation_id', '=', organisationId)
    .where('week_start', '=', weekStart)
    .returning('revision')
    .executeTakeFirstOrThrow()
  return row.revision
}

type Between = { readonly from: Date; readonly to: Date }
type StoredShift = Omit<PlanShift, 'from' | 'to'> & {
  readonly weekStart: string
  readonly startsAt: Date
  readonly endsAt: Date
}
const minuteOf = (at: Date) => Math.round(at.getTime() / 60_000)
const asPlanShift = ({ weekStart: _, startsAt, endsAt, ...shift }: StoredShift): PlanShift => ({
  ...shift,
  from: minuteOf(startsAt),
  to: minuteOf(endsAt),
})

const shiftColumns = sql`shift_id as id, agent_id as "agentId", starts_at as "startsAt", ends_at as "endsAt", breaks,
  skill, overtime_minutes as "overtimeMinutes", week_start as "weekStart"`

/** Shifts of the draft of one week. */
export async function listShifts(
  { organisationId }: Tenant,
  db: Db,
  weekStart: string,
): Promise<readonly PlanShift[]> {
  const { rows } = await sql<StoredShift>`
    select ${shiftColumns}, fixed from plan_shift
    where organisation_id = ${organisationId} and week_start = ${weekStart}::date
    order by starts_at, shift_id`.execute(db)
  return rows.map(asPlanShift)
}

/** Shifts of drafts that begin in the time, whatever week they belong to. */
export async function listShiftsBetween(
  { organisationId }: Tenant,
  db: Db,
  { from, to }: Between,
): Promise<readonly (PlanShift & { readonly weekStart: string })[]> {
  const { rows } = await sql<StoredShift>`
    select ${shiftColumns}, fixed from plan_shift
    where organisation_id = ${organisationId} and starts_at >= ${from} and starts_at < ${to}
    order by starts_at, shift_id`.execute(db)
  return rows.map((row) => ({ ...asPlanShift(row), weekStart: row.weekStart }))
}

export type PublishedShift = PlanShift & {
  readonly agentId: string
  readonly weekStart: string
  readonly sequence: number
  readonly cancelled: boolean
  readonly changedAt: Date
}

type PublishedFilter = {
  readonly weekStart?: string
  readonly shiftIds?: readonly string[]
  readonly agentId?: string
  readonly endsAfter?: Date
  readonly startsBefore?: Date
}

export async function listPublished(
  { organisationId }: Tenant,
  db: Db,
  { weekStart, shiftIds, agentId, endsAfter, startsBefore }: PublishedFilter,
): Promise<readonly PublishedShift[]> {
  const wanted: RawBuilder<unknown>[] = [sql`organisation_id = ${organisationId}`]
  if (weekStart !== undefined) wanted.push(sql`week_start = ${weekStart}::date`)
  if (shiftIds !== undefined) wanted.push(sql`shift_id = any(${[...shiftIds]}::uuid[])`)
  if (agentId !== undefined) wanted.push(sql`agent_id = ${agentId}`)
  if (endsAfter !== undefined) wanted.push(sql`ends_at > ${endsAfter}`)
  if (startsBefore !== undefined) wanted.push(sql`starts_at < ${startsBefore}`)
  const { rows } = await sql<StoredShift & PublishedShift>`
    select ${shiftColumns}, false as fixed, sequence, cancelled, changed_at as "changedAt"
    from plan_published_shift where ${sql.join(wanted, sql` and `)} order by starts_at, shift_id`.execute(db)
  return rows.map((row) => ({
    ...asPlanShift(row),
    agentId: row.agentId,
    weekStart: row.weekStart,
    sequence: row.sequence,
    cancelled: row.cancelled,
    changedAt: row.changedAt,
  }))
}

const shiftRows = (shifts: readonly PlanShift[]) =>
  JSON.stringify(
    shifts.map(({ id, agentId, from, to, breaks, skill, overtimeMinutes, fixed }) => ({
      shift_id: id,
      agent_id: agentId,
      starts_at: new Date(from * 60_000).toISOString(),
      ends_at: new Date(to * 60_000).toISOString(),
      breaks,
      skill,
      overtime_minutes: overtimeMinutes,
      fixed,
    })),
  )

/** Writes shifts of the week; a shift of another week with the same id is left alone. Answers how many were written. */
export async function putShifts(
  { organisationId }: Tenant,
  trx: Db,
  { weekStart, shifts }: { readonly weekStart: string; readonly shifts: readonly PlanShift[] },
): Promise<number> {
  if (shifts.length === 0) return 0
  const { rows } = await sql<{ id: string }>`
    insert into plan_shift (organisation_id, week_start, shift_id, agent_id, starts_at, ends_at, breaks, skill,
      overtime_minutes, fixed)
    select ${organisationId}, ${weekStart}::date, r.* from jsonb_to_recordset(${shiftRows(shifts)}::jsonb)
      as r(shift_id uuid, agent_id uuid, starts_at timestamptz, ends_at timestamptz, breaks jsonb, skill text,
        overtime_minutes integer, fixed boolean)
    on conflict (organisation_id, shift_id) do update set agent_id = excluded.agent_id,
      starts_at = excluded.starts_at, ends_at = excluded.ends_at, breaks = excluded.breaks, skill = excluded.skill,
      overtime_minutes = excluded.overtime_minutes, fixed = excluded.fixed
    where plan_shift.week_start = excluded.week_start returning shift_id as id`.execute(trx)
  return rows.length
}

export async function removeShifts(
  { organisationId }: Tenant,
  trx: Db,
  { weekStart, ids }: { readonly weekStart: string; readonly ids: readonly string[] },
): Promise<void> {
  if (ids.length === 0) return
  await trx
    .deleteFrom('plan_shift')
    .where('organisation_id', '=', organisationId)
    .where('week_start', '=', weekStart)
    .where('shift_id', 'in', [...ids])
    .execute()
}

/** Shifts of drafts that an absence takes away from become shifts to be taken; answers their weeks. */
export async function openShiftsOf(
  { organisationId }: Tenant,
  trx: Db,
  { agentId, from, to }: Between & { readonly agentId: string },
): Promise<readonly string[]> {
  const { rows } = await sql<{ week: string }>`
    update plan_shift set agent_id = null, fixed = true
    where organisation_id = ${organisationId} and agent_id = ${agentId} and starts_at < ${to} and ends_at > ${from}
    returning week_start as week`.execute(trx)
  return rows.map(({ week }) => week)
}

export type ToPublish = PlanShift & {
  readonly agentId: string
  readonly sequence: number
  readonly cancelled: boolean
}

export async function putPublished(
  { organisationId }: Tenant,
  trx: Db,
  {
    weekStart,
    shifts,
    now,
  }: { readonly weekStart: string; readonly shifts: readonly ToPublish[]; readonly now: Date },
): Promise<void> {
  if (shifts.length === 0) return
  const rows = JSON.stringify(
    shifts.map((shift) => ({
      ...(JSON.parse(shiftRows([shift])) as Record<string, unknown>[])[0],
      sequence: shift.sequence,
      cancelled: shift.cancelled,
    })),
  )
  await sql`
    insert into plan_published_shift (organisation_id, week_start, changed_at, shift_id, agent_id, starts_at, ends_at,
      breaks, skill, overtime_minutes, sequence, cancelled)
    select ${organisationId}, ${weekStart}::date, ${now}::timestamptz, r.* from jsonb_to_recordset(${rows}::jsonb)
      as r(shift_id uuid, agent_id uuid, starts_at timestamptz, ends_at timestamptz, breaks jsonb, skill text,
        overtime_minutes integer, sequence integer, cancelled boolean)
    on conflict (organisation_id, shift_id, agent_id) do update set starts_at = excluded.starts_at,
      ends_at = excluded.ends_at, breaks = excluded.breaks, skill = excluded.skill,
      overtime_minutes = excluded.overtime_minutes, sequence = excluded.sequence, cancelled = excluded.cancelled,
      changed_at = excluded.changed_at`.execute(trx)
}

export type NewVersion = {
  readonly weekStart: string
  readonly version: number
  readonly now: Date
  readonly note: string
  readonly findings: number
  readonly added: number
  readonly changed: number
  readonly removed: number
  readonly shifts: readonly SnapshotShift[]
  /** The draft's revision that this is, when all of it was published. */
  readonly revision: number | null
}

export async function insertVersion(
  { organisationId, personId }: Scope,
  trx: Db,
  version: NewVersion,
): Promise<void> {
  const { weekStart, now } = version
  await sql`
    insert into plan_shift_version (organisation_id, week_start, version, at, person_id, note, findings, added, changed,
      removed, shifts)
    values (${organisationId}, ${weekStart}::date, ${version.version}, ${now}, ${personId}, ${version.note},
      ${version.findings}, ${version.added}, ${version.changed}, ${version.removed},
      ${JSON.stringify(version.shifts)}::jsonb)`.execute(trx)
  await trx
    .updateTable('plan_shift_plan')
    .set({
      version: version.version,
      published_at: now,
      published_by: personId,
      ...(version.revision !== null && { published_revision: version.revision }),
    })
    .where('organisation_id', '=', organisationId)
    .where('week_start', '=', weekStart)
    .execute()
}

type StoredVersion = Omit<VersionView, 'at'> & { readonly at: Date }

/** The latest first. */
export async function listVersions(
  { organisationId }: Tenant,
  db: Db,
  weekStart: string,
): Promise<readonly StoredVersion[]> {
  const { rows } = await sql<StoredVersion>`
    select v.version, v.at, p.name as by, v.note, v.findings, v.added, v.changed, v.removed
    from plan_shift_version v join person p on p.organisation_id = v.organisation_id and p.person_id = v.person_id
    where v.organisation_id = ${organisationId} and v.week_start = ${weekStart}::date
    order by v.version desc`.execute(db)
  return rows
}

export async function findVersion(
  { organisationId }: Tenant,
  db: Db,
  { weekStart, version }: { readonly weekStart: string; readonly version: number },
): Promise<readonly SnapshotShift[] | undefined> {
  const row = await db
    .selectFrom('plan_shift_version')
    .select('shifts')
    .where('organisation_id', '=', organisationId)
    .where('week_start', '=', weekStart)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.shifts
}

/** When agents first saw each of the weeks; nothing for a week that they have not seen. */
export async function firstPublications(
  { organisationId }: Tenant,
  db: Db,
  weeks: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  if (weeks.length === 0) return new Map()
  const { rows } = await sql<{ week: string; first: Date }>`
    select week_start as week, min(at) as first from plan_shift_version
    where organisation_id = ${organisationId} and week_start = any(${[...weeks]}::date[])
    group by week_start`.execute(db)
  return new Map(rows.map(({ week, first }) => [week, first]))
}

type Before = { readonly weekStart: string; readonly shiftId: string; readonly at: Date }

/** A shift as the last publication before a moment had it. */
export async function findShiftBefore(
  { organisationId }: Tenant,
  db: Db,
  { weekStart, shiftId, at }: Before,
): Promise<SnapshotShift | undefined> {
  const { rows } = await sql<{ shift: SnapshotShift }>`
    select shift from plan_shift_version v, jsonb_array_elements(v.shifts) shift
    where v.organisation_id = ${organisationId} and v.week_start = ${weekStart}::date and v.at < ${at}
      and shift->>'id' = ${shiftId}
    order by v.version desc limit 1`.execute(db)
  return rows[0]?.shift
}

/** Notes the search that is on its way, unless it is through already: what it has found has changed the revision. */
export async function setSolving(
  { organisationId }: Tenant,
  db: Db,
  {
    weekStart,
    jobId,
    revision,
  }: { readonly weekStart: string; readonly jobId: string; readonly revision: number },
): Promise<void> {
  await db
    .updateTable('plan_shift_plan')
    .set({ solve_job_id: jobId })
    .where('organisation_id', '=', organisationId)
    .where('week_start', '=', weekStart)
    .where('revision', '=', revision)
    .execute()
}

/** The search is over and nothing of it is kept. A later search of the week is still on its way. */
export async function endSolving(
  { organisationId }: Tenant,
  trx: Db,
  { weekStart, jobId }: { readonly weekStart: string; readonly jobId: string },
): Promise<void> {
  await trx
    .updateTable('plan_shift_plan')
    .set({ solve_job_id: null })
    .where('organisation_id', '=', organisationId)
    .where('week_start', '=', weekStart)
    .where('solve_job_id', '=', jobId)
    .execute()
}

export async function setSolved(
  { organisationId }: Tenant,
  trx: Db,
  { weekStart, solved }: { readonly weekStart: string; readonly solved: SolvedView },
): Promise<void> {
  await sql`
    update plan_shift_plan set solved = ${JSON.stringify(solved)}::jsonb, solve_job_id = null
    where organisation_id = ${organisationId} and week_start = ${weekStart}::date`.execute(trx)
}
