/** Swaps, the addresses of agents' calendars, and how many were there. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { SwapState } from '../people/rules/words.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>

export type StoredSwap = {
  readonly swapId: string
  readonly shiftId: string
  readonly fromAgentId: string
  readonly fromAgent: string
  readonly toAgentId: string | null
  readonly toAgent: string | null
  readonly returnShiftId: string | null
  readonly state: SwapState
  readonly askedAt: Date
  /** What the planner said with the decision. */
  readonly answer: string
}

const swapColumns = sql`s.swap_id as "swapId", s.shift_id as "shiftId", s.from_agent_id as "fromAgentId",
  f.name as "fromAgent", s.to_agent_id as "toAgentId", t.name as "toAgent", s.return_shift_id as "returnShiftId",
  s.state, s.asked_at as "askedAt", s.answer`

/** The latest first. */
export async function listSwaps({ organisationId }: Tenant, db: Db): Promise<readonly StoredSwap[]> {
  const { rows } = await sql<StoredSwap>`
    select ${swapColumns} from plan_swap s
      join plan_agent f on f.organisation_id = s.organisation_id and f.agent_id = s.from_agent_id
      left join plan_agent t on t.organisation_id = s.organisation_id and t.agent_id = s.to_agent_id
    where s.organisation_id = ${organisationId} order by s.asked_at desc limit 500`.execute(db)
  return rows
}

export async function findSwap(
  { organisationId }: Tenant,
  db: Db,
  swapId: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<StoredSwap | undefined> {
  const { rows } = await sql<StoredSwap>`
    select ${swapColumns} from plan_swap s
      join plan_agent f on f.organisation_id = s.organisation_id and f.agent_id = s.from_agent_id
      left join plan_agent t on t.organisation_id = s.organisation_id and t.agent_id = s.to_agent_id
    where s.organisation_id = ${organisationId} and s.swap_id = ${swapId}
    ${lock ? sql`for update of s` : sql``}`.execute(db)
  return rows[0]
}

export const lockSwap = (scope: Tenant, trx: Db, swapId: string) =>
  findSwap(scope, trx, swapId, { lock: true })

export type NewSwap = {
  readonly swapId: string
  readonly shiftId: string
  readonly fromAgentId: string
  readonly toAgentId: string | null
  readonly returnShiftId: string | null
  readonly now: Date
}

export async function insertSwap({ organisationId }: Tenant, trx: Db, swap: NewSwap): Promise<void> {
  await trx
    .insertInto('plan_swap')
    .values({
      organisation_id: organisationId,
      swap_id: swap.swapId,
      shift_id: swap.shiftId,
      from_agent_id: swap.fromAgentId,
      to_agent_id: swap.toAgentId,
      return_shift_id: swap.returnShiftId,
      state: 'asked',
      asked_at: swap.now,
      answered_at: null,
      decided_at: null,
      decided_by: null,
      answer: '',
    })
    .execute()
}

type SwapStep = { readonly swapId: string; readonly state: SwapState; readonly now: Date }

/** The one who takes it has said yes or no. */
export async function answerSwap(
  { organisationId }: Tenant,
  trx: Db,
  { swapId, state, now, toAgentId }: SwapStep & { readonly toAgentId: string | null },
): Promise<void> {
  await trx
    .updateTable('plan_swap')
    .set({ state, answered_at: now, to_agent_id: toAgentId })
    .where('organisation_id', '=', organisationId)
    .where('swap_id', '=', swapId)
    .execute()
}

export async function decideSwap(
  { organisationId, personId }: Scope,
  trx: Db,
  step: SwapStep & { readonly answer: string },
): Promise<void> {
  await trx
    .updateTable('plan_swap')
    .set({ state: step.state, decided_at: step.now, decided_by: personId, answer: step.answer })
    .where('organisation_id', '=', organisationId)
    .where('swap_id', '=', step.swapId)
    .execute()
}

export async function insertCalendarLink(
  { organisationId }: Tenant,
  trx: Db,
  { tokenHash, agentId, now }: { readonly tokenHash: string; readonly agentId: string; readonly now: Date },
): Promise<void> {
  await trx
    .insertInto('plan_calendar_link')
    .values({
      organisation_id: organisationId,
      token_hash: tokenHash,
      agent_id: agentId,
      created_at: now,
      revoked_at: null,
      last_used_at: null,
    })
    .execute()
}

export async function endCalendarLinks(
  { organisationId }: Tenant,
  trx: Db,
  { agentId, now }: { readonly agentId: string; readonly now: Date },
): Promise<void> {
  await trx
    .updateTable('plan_calendar_link')
    .set({ revoked_at: now })
    .where('organisation_id', '=', organisationId)
    .where('agent_id', '=', agentId)
    .where('revoked_at', 'is', null)
    .execute()
}

export async function hasCalendarLink({ organisationId }: Tenant, db: Db, agentId: string): Promise<boolean> {
  const row = await db
    .selectFrom('plan_calendar_link')
    .select('token_hash')
    .where('organisation_id', '=', organisationId)
    .where('agent_id', '=', agentId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Whose calendar an open address is; notes that it was used. Nothing for one that is unknown or has ended. */
export async function openCalendarLink(
  db: Db,
  { organisationId, tokenHash, now }: Tenant & { readonly tokenHash: string; readonly now: Date },
): Promise<{ readonly agentId: string; readonly name: string } | undefined> {
  const { rows } = await sql<{ agentId: string; name: string }>`
    update plan_calendar_link l set last_used_at = ${now} from plan_agent a
    where l.organisation_id = ${organisationId} and l.token_hash = ${tokenHash} and l.revoked_at is null
      and a.organisation_id = l.organisation_id and a.agent_id = l.agent_id
    returning a.agent_id as "agentId", a.name`.execute(db)
  return rows[0]
}

export type PresentRow = {
  readonly queueId: string
  readonly startsAt: Date
  readonly minutes: number
  readonly present: number
}

/** What is reported again replaces what was. */
export async function putPresent(
  { organisationId }: Tenant,
  trx: Db,
  { rows, now }: { readonly rows: readonly PresentRow[]; readonly now: Date },
): Promise<void> {
  await sql`
    insert into plan_present (organisation_id, reported_at, queue_id, starts_at, minutes, present)
    select ${organisationId}, ${now}::timestamptz, r.* from jsonb_to_recordset(${JSON.stringify(
      rows.map((row) => ({
        queue_id: row.queueId,
        starts_at: row.startsAt.toISOString(),
        minutes: row.minutes,
        present: row.present,
      })),
    )}::jsonb) as r(queue_id uuid, starts_at timestamptz, minutes integer, present double precision)
    on conflict (organisation_id, queue_id, starts_at) do update set minutes = excluded.minutes,
      present = excluded.present, reported_at = excluded.reported_at`.execute(trx)
}

/** When the latest report begins; nothing when nobody has reported. */
export async function lastPresent(
  { organisationId }: Tenant,
  db: Db,
  queueId: string,
): Promise<Date | undefined> {
  const row = await db
    .selectFrom('plan_present')
    .select('starts_at')
    .where('organisation_id', '=', organisationId)
    .where('queue_id', '=', queueId)
    .orderBy('starts_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.starts_at
}

/** How many of the intervals have been reported already. */
export async function countPresent(
  { organisationId }: Tenant,
  db: Db,
  { queueId, startsAt }: { readonly queueId: string; readonly startsAt: readonly Date[] },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from plan_present
    where organisation_id = ${organisationId} and queue_id = ${queueId}
      and starts_at = any(${startsAt.map((at) => at.toISOString())}::timestamptz[])`.execute(db)
  return rows[0]?.count ?? 0
}
