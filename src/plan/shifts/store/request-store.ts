/** What agents wish and when they are away. */
import { type SqlBool, sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { AbsenceFields, WishFields } from '../people/contract.ts'
import type { AbsenceState } from '../people/rules/words.ts'
import type { AbsenceKind } from '../rules/types.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>

export type StoredWish = WishFields & {
  readonly wishId: string
  readonly agentId: string
  readonly agent: string
  readonly byAgent: boolean
}

export async function listWishes(
  { organisationId }: Tenant,
  db: Db,
  agentId?: string,
): Promise<readonly StoredWish[]> {
  const { rows } = await sql<StoredWish>`
    select w.wish_id as "wishId", w.agent_id as "agentId", a.name as agent, w.kind, w.on_date as date, w.weekday,
      w.from_time as "from", w.to_time as "to", w.weight, w.by_agent as "byAgent"
    from plan_wish w join plan_agent a on a.organisation_id = w.organisation_id and a.agent_id = w.agent_id
    where w.organisation_id = ${organisationId} ${agentId === undefined ? sql`` : sql`and w.agent_id = ${agentId}`}
    order by w.on_date nulls first, w.weekday, a.name, w.wish_id`.execute(db)
  return rows
}

export type NewWish = WishFields & {
  readonly wishId: string
  readonly agentId: string
  readonly byAgent: boolean
  readonly now: Date
}

export async function insertWish({ organisationId }: Tenant, trx: Db, wish: NewWish): Promise<void> {
  await trx
    .insertInto('plan_wish')
    .values({
      organisation_id: organisationId,
      wish_id: wish.wishId,
      agent_id: wish.agentId,
      kind: wish.kind,
      on_date: wish.date,
      weekday: wish.weekday,
      from_time: wish.from,
      to_time: wish.to,
      weight: wish.weight,
      by_agent: wish.byAgent,
      created_at: wish.now,
    })
    .execute()
}

/** Whether there was one to remove; an agent's own only when one is given. */
export async function deleteWish(
  { organisationId }: Tenant,
  trx: Db,
  { wishId, agentId }: { readonly wishId: string; readonly agentId?: string },
): Promise<boolean> {
  let query = trx
    .deleteFrom('plan_wish')
    .where('organisation_id', '=', organisationId)
    .where('wish_id', '=', wishId)
  if (agentId !== undefined) query = query.where('agent_id', '=', agentId)
  return (await query.executeTakeFirst()).numDeletedRows > 0n
}

export type StoredAbsence = {
  readonly absenceId: string
  readonly agentId: string
  readonly agent: string
  readonly kind: AbsenceKind
  readonly startsAt: Date
  readonly endsAt: Date
  readonly state: AbsenceState
  readonly byAgent: boolean
  readonly askedAt: Date
  /** What the planner said with the decision. */
  readonly answer: string
  readonly shifts: number
}

type AbsenceFilter = {
  readonly agentId?: string
  readonly absenceId?: string
  readonly endsAfter?: Date
  readonly startsBefore?: Date
  /** Shifts that are over by now are not counted with the absence. */
  readonly now?: Date
}

export async function listAbsences(
  { organisationId }: Tenant,
  db: Db,
  { agentId, absenceId, endsAfter, startsBefore, now = new Date(0) }: AbsenceFilter,
): Promise<readonly StoredAbsence[]> {
  const wanted = [
    sql<SqlBool>`b.organisation_id = ${organisationId}`,
    ...(agentId === undefined ? [] : [sql<SqlBool>`b.agent_id = ${agentId}`]),
    ...(absenceId === undefined ? [] : [sql<SqlBool>`b.absence_id = ${absenceId}`]),
    ...(endsAfter === undefined ? [] : [sql<SqlBool>`b.ends_at > ${endsAfter}`]),
    ...(startsBefore === undefined ? [] : [sql<SqlBool>`b.starts_at < ${startsBefore}`]),
  ]
  const { rows } = await sql<StoredAbsence>`
    select b.absence_id as "absenceId", b.agent_id as "agentId", a.name as agent, b.kind, b.starts_at as "startsAt",
      b.ends_at as "endsAt", b.state, b.by_agent as "byAgent", b.asked_at as "askedAt", b.answer,
      (select count(*)::int from plan_shift s where s.organisation_id = b.organisation_id
        and s.agent_id = b.agent_id and s.starts_at < b.ends_at and s.ends_at > greatest(b.starts_at, ${now})) as shifts
    from plan_absence b join plan_agent a on a.organisation_id = b.organisation_id and a.agent_id = b.agent_id
    where ${sql.join(wanted, sql` and `)} order by b.starts_at, b.absence_id`.execute(db)
  return rows
}

export type NewAbsence = AbsenceFields & {
  readonly absenceId: string
  readonly agentId: string
  readonly state: AbsenceState
  readonly byAgent: boolean
  readonly now: Date
}

export async function insertAbsence({ organisationId }: Tenant, trx: Db, absence: NewAbsence): Promise<void> {
  await trx
    .insertInto('plan_absence')
    .values({
      organisation_id: organisationId,
      absence_id: absence.absenceId,
      agent_id: absence.agentId,
      kind: absence.kind,
      starts_at: new Date(absence.startsAt),
      ends_at: new Date(absence.endsAt),
      state: absence.state,
      by_agent: absence.byAgent,
      asked_at: absence.now,
      decided_at: null,
      decided_by: null,
      answer: '',
    })
    .execute()
}

export async function setAbsenceState(
  { organisationId, personId }: Scope,
  trx: Db,
  {
    absenceId,
    state,
    answer,
    now,
  }: {
    readonly absenceId: string
    readonly state: AbsenceState
    readonly answer: string
    readonly now: Date
  },
): Promise<void> {
  await trx
    .updateTable('plan_absence')
    .set({ state, decided_at: now, decided_by: personId, answer })
    .where('organisation_id', '=', organisationId)
    .where('absence_id', '=', absenceId)
    .execute()
}

/** Absence and dated wishes that ended before the day; of all organisations, by the clock. */
export async function deleteOldRequests(db: Db, before: string): Promise<void> {
  await sql`delete from plan_absence where ends_at < ${before}::date`.execute(db)
  await sql`delete from plan_wish where on_date < ${before}::date`.execute(db)
}
