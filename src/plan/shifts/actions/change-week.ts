/** Changing the draft of a week, publishing it, and going back. */
import { addDays } from '../../../kernel/calendar.ts'
import { AppError, type InputIssue } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import { listAgents } from '../store/agent-store.ts'
import {
  ensurePlan,
  findPlan,
  insertVersion,
  listPublished,
  listShifts,
  putPublished,
  putShifts,
  removeShifts,
  type StoredPlan,
  touchPlan,
} from '../store/plan-store.ts'
import type { PlanShift, SnapshotShift } from '../week/rules/plan-shift.ts'
import { publicationOf } from '../week/rules/publication.ts'
import { findingsOfWeek, weekSpan } from '../week/rules/week-findings.ts'
import { loadAgents, namesOfAgents } from './load-agents.ts'
import { loadChecked, loadVersion, type OfWeek, refuseOtherDays } from './read-week.ts'

const longestMinutes = 16 * 60

type Saving = OfWeek & {
  readonly revision: number
  readonly put: readonly PlanShift[]
  readonly remove: readonly string[]
}

/**
 * What is past a limit is counted and told, not refused: a draft may be anything on its way to a plan.
 *
 * @throws AppError plan-week-changed when somebody else has changed it · invalid-input · not-found for an agent
 */
export async function saveWeek(
  context: Context,
  saving: Saving,
): Promise<{ revision: number; findings: number }> {
  const { weekStart, put, remove } = saving
  refuseOtherDays(weekStart)
  refuseBadShifts(weekStart, put)
  return inTransaction(context.db, async (trx) => {
    await takePlan(context, trx, saving)
    const known = new Set((await listAgents(context.scope, trx)).map(({ agentId }) => agentId))
    if (put.some(({ agentId }) => agentId !== null && !known.has(agentId))) throw new AppError('not-found')
    await removeShifts(context.scope, trx, { weekStart, ids: remove })
    const written = await putShifts(context.scope, trx, { weekStart, shifts: put })
    if (written < put.length) throw new AppError('conflict')
    const revision = await touchPlan(context.scope, trx, { weekStart, now: context.now })
    const detail = { put: put.length, removed: remove.length }
    await audit(context, trx, { action: 'shifts.changed', weekStart, detail })
    const within = { scope: context.scope, db: trx }
    const checked = await loadChecked(within, weekStart, 'draft')
    return { revision, findings: findingsOfWeek(await loadAgents(within, weekStart), checked).length }
  })
}

/** The plan of the week, locked, as the one who changes it has seen it. */
async function takePlan(
  context: Context,
  trx: Db,
  { weekStart, revision }: OfWeek & { readonly revision: number },
): Promise<StoredPlan> {
  await ensurePlan(context.scope, trx, { weekStart, now: context.now })
  const plan = (await findPlan(context.scope, trx, weekStart, { lock: true }))!
  if (plan.revision !== revision) throw new AppError('plan-week-changed')
  return plan
}

/** @throws AppError invalid-input, with the places of the bad ones in the field that they came in */
export function refuseBadShifts(weekStart: string, shifts: readonly PlanShift[], field = 'put'): void {
  const week = weekSpan(weekStart)
  const issues = shifts.flatMap(({ from, to, breaks }, at): InputIssue[] => {
    const refuse = (code: string) => [{ code, path: `${field}.${at}` }]
    if (from < week.from || from >= week.to) return refuse('outside-the-week')
    if (to <= from || to - from > longestMinutes) return refuse('not-a-length')
    const inOrder = breaks.every(
      (pause, index) => pause.from >= (breaks[index - 1]?.to ?? from) && pause.to > pause.from,
    )
    return inOrder && (breaks.at(-1)?.to ?? from) <= to ? [] : refuse('break-outside')
  })
  const ids = new Set(shifts.map(({ id }) => id))
  if (ids.size < shifts.length) issues.push({ code: 'doubled', path: field })
  if (issues.length > 0) throw new AppError('invalid-input', { issues: issues.length }, issues.slice(0, 100))
}

type Publishing = OfWeek & {
  readonly revision: number
  readonly note: string
  readonly acceptFindings: boolean
}

/** @throws AppError plan-week-changed · plan-week-same when agents see it already · plan-week-findings */
export async function publishWeek(context: Context, asked: Publishing): Promise<{ version: number }> {
  const { weekStart, note, acceptFindings } = asked
  refuseOtherDays(weekStart)
  return inTransaction(context.db, async (trx) => {
    const plan = await takePlan(context, trx, asked)
    const within = { scope: context.scope, db: trx }
    const agents = await loadAgents(within, weekStart)
    const checked = await loadChecked(within, weekStart, 'draft')
    const findings = findingsOfWeek(agents, checked).length
    if (findings > 0 && !acceptFindings) throw new AppError('plan-week-findings', { findings })
    const before = await listPublished(context.scope, trx, { weekStart })
    const change = publicationOf(before, checked.shifts)
    if (change.shifts.length === 0) throw new AppError('plan-week-same')
    await putPublished(context.scope, trx, { weekStart, shifts: change.shifts, now: context.now })
    const version = plan.version + 1
    const shifts = await snapshotOf(context, trx, checked.shifts)
    const { added, changed, removed } = change
    const counts = { added, changed, removed, findings }
    const { revision } = asked
    await insertVersion(context.scope, trx, {
      weekStart,
      version,
      note,
      ...counts,
      shifts,
      revision,
      now: context.now,
    })
    await audit(context, trx, { action: 'shifts.published', weekStart, detail: { version, ...counts } })
    return { version }
  })
}

export async function snapshotOf(
  { scope }: Pick<Context, 'scope'>,
  trx: Db,
  shifts: readonly PlanShift[],
): Promise<SnapshotShift[]> {
  const names = await namesOfAgents({ scope, db: trx })
  return shifts.map((shift) => ({ ...shift, agent: names.get(shift.agentId ?? '') ?? '' }))
}

/** The draft becomes what a publication held; agents see no change before it is published again. */
export async function restoreWeek(
  context: Context,
  { weekStart, version }: OfWeek & { readonly version: number },
): Promise<{ revision: number }> {
  return inTransaction(context.db, async (trx) => {
    const shifts = await loadVersion({ scope: context.scope, db: trx }, { weekStart, version })
    const known = new Set((await listAgents(context.scope, trx)).map(({ agentId }) => agentId))
    const kept = shifts.map(({ agent: _, ...shift }) => ({
      ...shift,
      agentId: shift.agentId !== null && known.has(shift.agentId) ? shift.agentId : null,
    }))
    const revision = await replaceDraft(context, trx, { weekStart, shifts: kept })
    await audit(context, trx, { action: 'shifts.restored', weekStart, detail: { version } })
    return { revision }
  })
}

/** The draft becomes a copy of another week's, the same times of the day on the same weekdays. */
export async function copyWeek(
  context: Context,
  { weekStart, from }: OfWeek & { readonly from: string },
): Promise<{ revision: number }> {
  refuseOtherDays(weekStart)
  refuseOtherDays(from)
  return inTransaction(context.db, async (trx) => {
    const shifts = await listShifts(context.scope, trx, from)
    if (shifts.length === 0) throw new AppError('not-found')
    const employed = new Set(
      (await loadAgents({ scope: context.scope, db: trx }, weekStart)).map(({ id }) => id),
    )
    const copies = shifts.map((shift) => movedTo(shift, { from, weekStart, employed }))
    const revision = await replaceDraft(context, trx, { weekStart, shifts: copies })
    await audit(context, trx, { action: 'shifts.copied', weekStart, detail: { from } })
    return { revision }
  })
}

type Moving = { readonly from: string; readonly weekStart: string; readonly employed: ReadonlySet<string> }

/** By whole local days, so that eight o'clock stays eight o'clock when the clocks have changed in between. */
function movedTo(shift: PlanShift, { from, weekStart, employed }: Moving): PlanShift {
  const day = Math.floor((shift.from - weekSpan(from).from) / 1440 + 0.1)
  const old = weekSpan(addDays(from, day)).from
  const by = weekSpan(addDays(weekStart, day)).from - old
  const moved = (span: { readonly from: number; readonly to: number }) => ({
    from: span.from + by,
    to: span.to + by,
  })
  return {
    ...shift,
    ...moved(shift),
    id: newId(),
    breaks: shift.breaks.map(moved),
    agentId: shift.agentId !== null && employed.has(shift.agentId) ? shift.agentId : null,
  }
}

type Replacing = OfWeek & { readonly shifts: readonly PlanShift[] }

async function replaceDraft(context: Context, trx: Db, { weekStart, shifts }: Replacing): Promise<number> {
  await ensurePlan(context.scope, trx, { weekStart, now: context.now })
  await findPlan(context.scope, trx, weekStart, { lock: true })
  const before = await listShifts(context.scope, trx, weekStart)
  const kept = new Set(shifts.map(({ id }) => id))
  const ids = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
  await removeShifts(context.scope, trx, { weekStart, ids })
  await putShifts(context.scope, trx, { weekStart, shifts })
  return touchPlan(context.scope, trx, { weekStart, now: context.now })
}

type Audited = OfWeek & { readonly action: string; readonly detail: Readonly<Record<string, unknown>> }

async function audit(context: Context, trx: Db, { action, weekStart, detail }: Audited): Promise<void> {
  const subject = { kind: 'shiftPlan', id: weekStart }
  await recordAudit(context, { action, subject, detail }, trx)
}
