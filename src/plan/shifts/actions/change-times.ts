/** Other times for single shifts of a day that runs: breaks moved, overtime agreed on. */
import type { PlainDate } from '../../../kernel/calendar.ts'
import { AppError } from '../../../kernel/errors.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Minute, Span } from '../rules/types.ts'
import {
  ensurePlan,
  findPlan,
  listPublished,
  listShifts,
  listShiftsBetween,
  putShifts,
  touchPlan,
} from '../store/plan-store.ts'
import type { PlanShift } from '../week/rules/plan-shift.ts'
import { findingsByChange } from '../week/rules/week-findings.ts'
import { changePublished } from './change-published.ts'
import { refuseBadShifts } from './change-week.ts'
import { loadAgents } from './load-agents.ts'
import { loadChecked } from './read-week.ts'

type Times = Span & { readonly breaks: readonly Span[] }
export type TimesChange = { readonly shiftId: string; readonly before: Times; readonly after: Times }

type Way = {
  readonly acceptFindings: boolean
  /** A shift that is no longer as it was seen is left alone instead of refused. */
  readonly skipChanged?: boolean
  readonly note?: string
}

/**
 * In what agents see, where the week is published, and in the draft where it has the same times; time more than before
 * counts as overtime.
 *
 * @returns how many shifts were changed
 * @throws AppError shift-changed for a shift that is no longer as it was seen · plan-week-findings for limits that
 * would be passed · invalid-input
 */
export async function changeTimes(
  context: Context,
  trx: Db,
  { changes, ...way }: Way & { readonly changes: readonly TimesChange[] },
): Promise<number> {
  const weeks = await weeksOf(context, trx, changes)
  let changed = 0
  for (const [weekStart, own] of Map.groupBy(changes, ({ shiftId }) => weeks.get(shiftId))) {
    if (weekStart !== undefined)
      changed += await changeWeek(context, trx, { weekStart, changes: own, ...way })
    else if (!way.skipChanged) throw new AppError('shift-changed')
  }
  return changed
}

async function weeksOf(
  { scope }: Context,
  trx: Db,
  changes: readonly TimesChange[],
): Promise<ReadonlyMap<string, PlainDate>> {
  const starts = changes.map(({ before }) => before.from)
  const between = { from: asDate(Math.min(...starts)), to: asDate(Math.max(...starts) + 1) }
  const shiftIds = changes.map(({ shiftId }) => shiftId)
  const shifts = [
    ...(await listShiftsBetween(scope, trx, between)),
    ...(await listPublished(scope, trx, { shiftIds })),
  ]
  return new Map(shifts.map(({ id, weekStart }) => [id, weekStart]))
}

const asDate = (minute: Minute) => new Date(minute * 60_000)

type Changing = Way & { readonly weekStart: PlainDate; readonly changes: readonly TimesChange[] }

async function changeWeek(context: Context, trx: Db, changing: Changing): Promise<number> {
  const { weekStart, changes, acceptFindings, skipChanged = false, note = '' } = changing
  const { scope, now } = context
  await ensurePlan(scope, trx, { weekStart, now })
  const isPublished = (await findPlan(scope, trx, weekStart, { lock: true }))!.version > 0
  const within = { scope, db: trx }
  const checked = await loadChecked(within, weekStart, isPublished ? 'published' : 'draft')
  const wanted = new Map(changes.map((change) => [change.shiftId, change]))
  const going = checked.shifts.filter((shift) => isAsSeen(shift, wanted.get(shift.id)))
  if (going.length < changes.length && !skipChanged) throw new AppError('shift-changed')
  if (going.length === 0) return 0
  const change = <Shift extends PlanShift>(shift: Shift): Shift => {
    const asked = wanted.get(shift.id)
    return asked && isAsSeen(shift, asked) ? withTimes(shift, asked) : shift
  }
  const after = going.map(change)
  refuseBadShifts(weekStart, after, 'changes')
  const agents = await loadAgents(within, weekStart)
  const findings = agents.reduce((sum, agent) => {
    const take = after.filter(({ agentId }) => agentId === agent.id)
    return sum + findingsByChange(agent, checked, { take, give: take.map(({ id }) => id) }).length
  }, 0)
  if (findings > 0 && !acceptFindings) throw new AppError('plan-week-findings', { findings })
  if (isPublished) {
    const ids = new Set(going.map(({ id }) => id))
    await changePublished(context, trx, { weekStart, ids, change, findings, note })
  } else {
    const draft = await listShifts(scope, trx, weekStart)
    await putShifts(scope, trx, { weekStart, shifts: draft.filter(({ id }) => wanted.has(id)).map(change) })
    await touchPlan(scope, trx, { weekStart, now })
  }
  const subject = { kind: 'shiftPlan', id: weekStart }
  await recordAudit(context, { action: 'shifts.changed', subject, detail: { put: going.length } }, trx)
  return going.length
}

function isAsSeen(shift: PlanShift, change: TimesChange | undefined): boolean {
  return change !== undefined && shift.agentId !== null && sameTimes(shift, change.before)
}

function sameTimes(one: Times, other: Times): boolean {
  const written = ({ from, to, breaks }: Times) => [
    from,
    to,
    ...breaks.flatMap((each) => [each.from, each.to]),
  ]
  return written(one).join() === written(other).join()
}

function withTimes<Shift extends PlanShift>(shift: Shift, { before, after }: TimesChange): Shift {
  const longer = after.to - after.from - (before.to - before.from)
  const { from, to, breaks } = after
  return { ...shift, from, to, breaks, overtimeMinutes: Math.max(0, shift.overtimeMinutes + longer) }
}
