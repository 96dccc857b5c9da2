/** Wishes and absence: noted by the planner, or by the agent in his own name. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { toInstant } from '../../../kernel/zone.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import type { AbsenceFields, AbsenceOfAgent, WishFields } from '../people/contract.ts'
import { type AbsenceState, firstAbsenceState, mayAbsenceGo } from '../people/rules/words.ts'
import { listAgents } from '../store/agent-store.ts'
import { findPlan, openShiftsOf, touchPlan } from '../store/plan-store.ts'
import {
  deleteOldRequests,
  deleteWish,
  insertAbsence,
  insertWish,
  listAbsences,
  listWishes,
  type StoredAbsence,
  setAbsenceState,
} from '../store/request-store.ts'

export async function readWishes({ scope, db }: Context) {
  return { items: [...(await listWishes(scope, db))] }
}

type Whose = { readonly agentId: string; readonly byAgent: boolean }

async function refuseUnknown({ scope }: Context, trx: Db, agentId: string): Promise<void> {
  const agents = await listAgents(scope, trx)
  if (!agents.some((agent) => agent.agentId === agentId)) throw new AppError('not-found')
}

/** @throws AppError invalid-input unless it is for a date or a weekday, with both times or none · not-found */
export async function addWish(context: Context, wish: WishFields & Whose): Promise<{ wishId: string }> {
  const { scope, now } = context
  if ((wish.date === null) === (wish.weekday === null))
    throw new AppError('invalid-input', {}, [{ code: 'one-of-two', path: 'date' }])
  if ((wish.from === null) !== (wish.to === null))
    throw new AppError('invalid-input', {}, [{ code: 'one-of-two', path: 'to' }])
  return inTransaction(context.db, async (trx) => {
    await refuseUnknown(context, trx, wish.agentId)
    const wishId = newId(now.getTime())
    await insertWish(scope, trx, { ...wish, wishId, now })
    await recordAudit(context, { action: 'wish.added', subject: { kind: 'agent', id: wish.agentId } }, trx)
    return { wishId }
  })
}

/** @throws AppError not-found; another agent's is not found either */
export async function removeWish(
  context: Context,
  { wishId, agentId }: { readonly wishId: string; readonly agentId?: string },
) {
  return inTransaction(context.db, async (trx) => {
    if (!(await deleteWish(context.scope, trx, { wishId, ...(agentId !== undefined && { agentId }) })))
      throw new AppError('not-found')
    await recordAudit(context, { action: 'wish.removed', subject: { kind: 'wish', id: wishId } }, trx)
    return {}
  })
}

export const absenceShown = ({ startsAt, endsAt, askedAt, ...absence }: StoredAbsence): AbsenceOfAgent => ({
  ...absence,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
  askedAt: askedAt.toISOString(),
})

export async function readAbsences({ scope, db, now }: Context, { from }: { readonly from: string }) {
  const items = await listAbsences(scope, db, { endsAfter: toInstant(from, '00:00'), now })
  return { items: items.map(absenceShown) }
}

const longestDays = 400

/** Sickness holds at once; what an agent asks for waits for an answer. @throws AppError invalid-input · not-found */
export async function addAbsence(
  context: Context,
  { agentId, byAgent, ...fields }: AbsenceFields & Whose,
): Promise<{ absenceId: string }> {
  const { scope, now } = context
  const length = Date.parse(fields.endsAt) - Date.parse(fields.startsAt)
  if (length <= 0 || length > longestDays * 86_400_000)
    throw new AppError('invalid-input', {}, [{ code: 'backwards', path: 'endsAt', value: fields.endsAt }])
  return inTransaction(context.db, async (trx) => {
    await refuseUnknown(context, trx, agentId)
    const absenceId = newId(now.getTime())
    const state = firstAbsenceState(fields.kind, !byAgent)
    await insertAbsence(scope, trx, { ...fields, agentId, absenceId, state, byAgent, now })
    await audit(context, trx, { absenceId, state })
    return { absenceId }
  })
}

type Deciding = {
  readonly absenceId: string
  readonly state: Exclude<AbsenceState, 'asked'>
  readonly openShifts: boolean
  readonly answer?: string
  /** Only this agent's. */
  readonly agentId?: string
}

/** @throws AppError not-found · absence-step when it cannot go there */
export async function decideAbsence(context: Context, asked: Deciding): Promise<{ opened: number }> {
  const { scope, now } = context
  const { absenceId, state, agentId, answer = '' } = asked
  return inTransaction(context.db, async (trx) => {
    const [absence] = await listAbsences(scope, trx, { absenceId })
    if (!absence || (agentId !== undefined && absence.agentId !== agentId)) throw new AppError('not-found')
    const again = absence.state === state
    if (!again && !mayAbsenceGo(absence.state, state)) throw new AppError('absence-step')
    if (!again) await setAbsenceState(scope, trx, { absenceId, state, answer, now })
    const weeks = asked.openShifts && state === 'approved' ? await openShifts(context, trx, absence) : []
    await audit(context, trx, { absenceId, state })
    return { opened: weeks.length }
  })
}

/** Answers the week of each shift that was opened; what has begun already is left. */
async function openShifts(
  { scope, now }: Context,
  trx: Db,
  absence: StoredAbsence,
): Promise<readonly string[]> {
  const from = absence.startsAt < now ? now : absence.startsAt
  if (from >= absence.endsAt) return []
  const weeks = await openShiftsOf(scope, trx, { agentId: absence.agentId, from, to: absence.endsAt })
  for (const weekStart of [...new Set(weeks)].toSorted()) {
    await findPlan(scope, trx, weekStart, { lock: true })
    await touchPlan(scope, trx, { weekStart, now })
  }
  return weeks
}

/** Why somebody is away is not in the log: who may read the log need not know. */
async function audit(
  context: Context,
  trx: Db,
  { absenceId, state }: { readonly absenceId: string; readonly state: AbsenceState },
): Promise<void> {
  await recordAudit(context, { action: `absence.${state}`, subject: { kind: 'absence', id: absenceId } }, trx)
}

const keptDays = 396

/** Absence and wishes of more than thirteen months ago are nobody's business any more. */
export async function forgetOldRequests(db: Db, now: Date): Promise<void> {
  await deleteOldRequests(db, new Date(now.getTime() - keptDays * 86_400_000).toISOString().slice(0, 10))
}
