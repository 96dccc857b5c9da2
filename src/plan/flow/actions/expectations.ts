/** What is expected to change the contacts of the coming days: improvements, and changes of the flow itself. */
import { toEpochDay } from '../../../kernel/calendar.ts'
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { toLocal } from '../../../kernel/zone.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import { type Factor, factorOf, partOfDays } from '../rules/avoidable.ts'
import { changeFactors, type FlowChange, factorOfDays } from '../rules/expected-change.ts'
import { type CountedChange, deleteChange, insertChange, listChanges } from '../store/change-store.ts'
import { type CountedImprovement, listCounted } from '../store/flow-store.ts'
import { readWork } from './work.ts'

export type Expectations = {
  readonly improvements: readonly CountedImprovement[]
  readonly changes: readonly CountedChange[]
}
export type Span = { readonly queueId: string; readonly from: string; readonly to: string }

export type ExpectedFactor = Factor & {
  readonly because: readonly (Pick<CountedImprovement, 'improvementId' | 'title' | 'countedFrom'> & {
    /** Part of the queue, and of that the part that is expected to go away in these days. */
    readonly share: number
    readonly drop: number
  })[]
  readonly changes: readonly Pick<CountedChange, 'changeId' | 'queueId' | 'difference' | 'countedFrom'>[]
}

type Tenant = Pick<Context['scope'], 'organisationId'>

/** Reads what was decided and computes nothing anew, so that a staffing made twice is the same. */
export async function readExpectations(scope: Tenant, db: Db): Promise<Expectations> {
  return { improvements: await listCounted(scope, db), changes: await listChanges(scope, db) }
}

/**
 * What the queue's forecast of some days is to be multiplied by for what somebody has decided to reckon with; 1 and no
 * reasons when nobody has.
 */
export async function expectedFactor(scope: Tenant, db: Db, span: Span): Promise<ExpectedFactor> {
  return factorBetween(await readExpectations(scope, db), span)
}

/** The same for expectations that have been read. */
export function factorBetween(
  { improvements, changes }: Expectations,
  { queueId, from, to }: Span,
): ExpectedFactor {
  const [first, last] = [toEpochDay(from), toEpochDay(to)]
  const parts = improvements.flatMap((each) => {
    const share = each.shares.find((one) => one.queueId === queueId)?.share ?? 0
    const days = partOfDays(first, last, toEpochDay(each.countedFrom))
    const { improvementId, title, countedFrom, mean, low, high } = each
    return share * days > 0
      ? [{ improvementId, title, countedFrom, share, mean: mean * days, low: low * days, high: high * days }]
      : []
  })
  const moved = changes.flatMap((each) => {
    const { factor = 1 } = each.factors.find((one) => one.queueId === queueId) ?? {}
    const days = partOfDays(first, last, toEpochDay(each.countedFrom))
    return factor !== 1 && days > 0 ? [{ each, factor: factorOfDays(factor, days) }] : []
  })
  const factor = moved.reduce((all, { factor: own }) => times(all, own), factorOf(parts))
  return {
    ...factor,
    because: parts.map(({ low: _low, high: _high, mean, ...part }) => ({ ...part, drop: mean })),
    changes: moved.map(({ each: { changeId, queueId: of, difference, countedFrom } }) => ({
      changeId,
      queueId: of,
      difference,
      countedFrom,
    })),
  }
}

const times = (a: Factor, b: Factor): Factor => ({
  mean: a.mean * b.mean,
  low: a.low * b.low,
  high: a.high * b.high,
})

/** @throws AppError not-found for the queue · flow-not-counted with the reason · flow-impossible */
export async function expectChange(
  context: Context,
  { from, ...change }: FlowChange & { readonly from: string },
): Promise<{ readonly changeId: string }> {
  const { scope, db, now } = context
  const { queues, selfService } = await readWork(context)
  if (change.queueId !== null && !queues.some(({ id }) => id === change.queueId))
    throw new AppError('not-found')
  // What lies behind is in the traffic that forecasts learn from already.
  if (from < toLocal(now).date) throw new AppError('flow-not-counted', { reason: 'noDay' })
  const offered = new Map(queues.map(({ id, offered: own }) => [id, own]))
  const answer = changeFactors(queues, change, { offered, selfService })
  if (!answer.ok) {
    const { kind } = answer.refusal
    const code = kind === 'noSelfService' || kind === 'noChange' ? 'flow-not-counted' : 'flow-impossible'
    throw new AppError(code, { reason: kind })
  }
  const changeId = newId()
  await inTransaction(db, async (trx) => {
    const factors = [...answer.factors].map(([queueId, factor]) => ({ queueId, factor }))
    await insertChange(scope, trx, { ...change, changeId, countedFrom: from, decidedAt: now, factors })
    const subject = { kind: 'flow-change', id: changeId }
    await recordAudit(context, { action: 'flow.expected', subject, detail: { ...change, from } }, trx)
  })
  return { changeId }
}

/** @throws AppError not-found */
export async function dropChange(
  context: Context,
  { changeId }: { readonly changeId: string },
): Promise<Record<string, never>> {
  const { scope, db } = context
  await inTransaction(db, async (trx) => {
    if (!(await deleteChange(scope, trx, changeId))) throw new AppError('not-found')
    const subject = { kind: 'flow-change', id: changeId }
    await recordAudit(context, { action: 'flow.expected-no-longer', subject }, trx)
  })
  return {}
}
