/** Swaps of published shifts: asked by the one, accepted by the other, approved by the planner. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import { maySwapGo } from '../people/rules/words.ts'
import type { RuleFinding } from '../rules/check-plan.ts'
import type { Agent } from '../rules/types.ts'
import { listPublished, type PublishedShift } from '../store/plan-store.ts'
import { decideSwap, insertSwap, listSwaps, lockSwap, type StoredSwap } from '../store/swap-store.ts'
import type { SwapToDecide, SwapView } from '../week/contract.ts'
import type { PlanShift } from '../week/rules/plan-shift.ts'
import { findingsByChange } from '../week/rules/week-findings.ts'
import { changePublished } from './change-published.ts'
import { loadAgents } from './load-agents.ts'
import { loadChecked } from './read-week.ts'

type Reading = Pick<Context, 'scope' | 'db'>

/** The published shifts of swaps by id; one that is no more is left out. */
export async function shiftsOfSwaps(
  { scope, db }: Reading,
  swaps: readonly StoredSwap[],
): Promise<ReadonlyMap<string, PublishedShift>> {
  const ids = swaps.flatMap(({ shiftId, returnShiftId }) => [
    shiftId,
    ...(returnShiftId ? [returnShiftId] : []),
  ])
  if (ids.length === 0) return new Map()
  const shifts = await listPublished(scope, db, { shiftIds: [...new Set(ids)] })
  return new Map(shifts.filter(({ cancelled }) => !cancelled).map((shift) => [shift.id, shift]))
}

export function swapShown(swap: StoredSwap, shifts: ReadonlyMap<string, PublishedShift>): SwapView {
  const shown = (id: string | null, agent: string | null) => {
    const shift = id === null ? undefined : shifts.get(id)
    return shift ? { shiftId: shift.id, from: shift.from, to: shift.to, agent: agent ?? '' } : null
  }
  return {
    swapId: swap.swapId,
    state: swap.state,
    askedAt: swap.askedAt.toISOString(),
    from: { agentId: swap.fromAgentId, name: swap.fromAgent },
    to: swap.toAgentId === null ? null : { agentId: swap.toAgentId, name: swap.toAgent ?? '' },
    shift: shown(swap.shiftId, swap.fromAgent),
    return: shown(swap.returnShiftId, swap.toAgent),
    answer: swap.answer,
  }
}

type Parties = {
  readonly shift: PublishedShift
  readonly back: PublishedShift | undefined
  readonly fromAgentId: string
  readonly toAgentId: string
}

/** What either of the two would pass by it, with the published plan of both weeks. */
export async function findingsOfSwap(context: Reading, parties: Parties): Promise<RuleFinding[]> {
  const { shift, back, fromAgentId, toAgentId } = parties
  const weeks = new Set([shift.weekStart, ...(back ? [back.weekStart] : [])])
  const findings: RuleFinding[] = []
  for (const weekStart of weeks) {
    const agents = await loadAgents(context, weekStart)
    const checked = await loadChecked(context, weekStart, 'published')
    const agentOf = (id: string): Agent => {
      const agent = agents.find((each) => each.id === id)
      if (!agent) throw new AppError('swap-outdated')
      return agent
    }
    const given = back ? [back] : []
    findings.push(
      ...findingsByChange(agentOf(toAgentId), checked, { take: [shift], give: given.map(({ id }) => id) }),
      ...findingsByChange(agentOf(fromAgentId), checked, { take: given, give: [shift.id] }),
    )
  }
  return findings
}

export async function readSwaps(context: Context): Promise<{ items: SwapToDecide[] }> {
  const swaps = (await listSwaps(context.scope, context.db)).slice(0, 100)
  const shifts = await shiftsOfSwaps(context, swaps)
  const items: SwapToDecide[] = []
  for (const swap of swaps) {
    const parties = swap.state === 'accepted' ? partiesOf(swap, shifts) : undefined
    const findings = parties ? await findingsOfSwap(context, parties) : []
    items.push({
      ...swapShown(swap, shifts),
      findings: findings.map(({ rule, agentId, paragraph, value, limit }) => ({
        rule,
        agentId,
        paragraph: paragraph ?? null,
        value,
        limit,
      })),
    })
  }
  return { items }
}

/** Nothing when a shift is no longer where it was. */
export function partiesOf(
  { shiftId, returnShiftId, fromAgentId, toAgentId }: StoredSwap,
  shifts: ReadonlyMap<string, PublishedShift>,
): Parties | undefined {
  const shift = shifts.get(shiftId)
  const back = returnShiftId === null ? undefined : shifts.get(returnShiftId)
  if (toAgentId === null || shift?.agentId !== fromAgentId) return undefined
  if (returnShiftId !== null && back?.agentId !== toAgentId) return undefined
  return { shift, back, fromAgentId, toAgentId }
}

type Asking = {
  readonly shiftId: string
  readonly fromAgentId: string
  readonly toAgentId: string | null
  readonly returnShiftId: string | null
}

/** @throws AppError not-found · swap-passed for a shift that has begun · swap-exists */
export async function askSwap(context: Context, asked: Asking): Promise<{ swapId: string }> {
  const { scope, now } = context
  return inTransaction(context.db, async (trx) => {
    const shift = await ownShift({ scope, db: trx }, { id: asked.shiftId, agentId: asked.fromAgentId })
    if (asked.toAgentId === asked.fromAgentId) throw new AppError('not-found')
    if (asked.returnShiftId !== null) {
      if (asked.toAgentId === null) throw new AppError('not-found')
      await ownShift({ scope, db: trx }, { id: asked.returnShiftId, agentId: asked.toAgentId })
    }
    if (asked.toAgentId !== null) {
      const agents = await loadAgents({ scope, db: trx }, shift.weekStart)
      if (!agents.some(({ id }) => id === asked.toAgentId)) throw new AppError('not-found')
    }
    if (shift.from * 60_000 <= now.getTime()) throw new AppError('swap-passed')
    const open = (await listSwaps(scope, trx)).filter(
      ({ state }) => state === 'asked' || state === 'accepted',
    )
    if (open.some(({ shiftId }) => shiftId === asked.shiftId)) throw new AppError('swap-exists')
    const swapId = newId(now.getTime())
    await insertSwap(scope, trx, { ...asked, swapId, now })
    await recordAudit(context, { action: 'swap.asked', subject: { kind: 'swap', id: swapId } }, trx)
    return { swapId }
  })
}

/** @throws AppError not-found for a shift that is not published, or is somebody else's */
export async function ownShift(
  { scope, db }: Reading,
  { id, agentId }: { readonly id: string; readonly agentId: string },
): Promise<PublishedShift> {
  const found = (await listPublished(scope, db, { shiftIds: [id], agentId })).find(
    ({ cancelled }) => !cancelled,
  )
  if (!found) throw new AppError('not-found')
  return found
}

type Deciding = {
  readonly swapId: string
  readonly state: 'approved' | 'refused'
  readonly acceptFindings: boolean
  readonly answer?: string
}

/** @throws AppError not-found · swap-step · swap-outdated · plan-week-findings */
export async function settleSwap(context: Context, asked: Deciding) {
  const { swapId, state, acceptFindings, answer = '' } = asked
  const { scope, now } = context
  return inTransaction(context.db, async (trx) => {
    const swap = await lockSwap(scope, trx, swapId)
    if (!swap) throw new AppError('not-found')
    if (!maySwapGo(swap.state, state)) throw new AppError('swap-step')
    if (state === 'approved') await carryOut(context, trx, { swap, acceptFindings })
    await decideSwap(scope, trx, { swapId, state, answer, now })
    await recordAudit(context, { action: `swap.${state}`, subject: { kind: 'swap', id: swapId } }, trx)
    return {}
  })
}

type Carrying = { readonly swap: StoredSwap; readonly acceptFindings: boolean }

async function carryOut(context: Context, trx: Db, { swap, acceptFindings }: Carrying): Promise<void> {
  const within = { scope: context.scope, db: trx }
  const parties = partiesOf(swap, await shiftsOfSwaps(within, [swap]))
  if (!parties) throw new AppError('swap-outdated')
  const findings = (await findingsOfSwap(within, parties)).length
  if (findings > 0 && !acceptFindings) throw new AppError('plan-week-findings', { findings })
  const { shift, back, fromAgentId, toAgentId } = parties
  const moves = [{ shift, agentId: toAgentId }, ...(back ? [{ shift: back, agentId: fromAgentId }] : [])]
  for (const [weekStart, own] of Map.groupBy(moves, (move) => move.shift.weekStart)) {
    const going = new Map(own.map((move) => [move.shift.id, move.agentId]))
    const change = <Shift extends PlanShift>(one: Shift) => ({
      ...one,
      agentId: going.get(one.id)!,
      fixed: true,
    })
    await changePublished(context, trx, { weekStart, ids: new Set(going.keys()), change, findings })
  }
}
