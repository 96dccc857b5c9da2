/** Where people are missing today, what can be done about it, and what has been done. */
import { randomUUID } from 'node:crypto'
import { AppError } from '../../../kernel/errors.ts'
import { toLocal } from '../../../kernel/zone.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import { changeTimes, namesOfAgents } from '../../shifts/index.ts'
import { readScheduleMaker } from '../../shifts/schedule/index.ts'
import type { RestOfDay } from '../../staffing/index.ts'
import { outlookOf } from '../../staffing/rules/day-queue.ts'
import { missing } from '../../staffing/rules/staffed-cell.ts'
import type { TodayView } from '../../traffic/contract.ts'
import { listQueues } from '../../traffic/index.ts'
import type { DoneAction, QueueNeed, RestCell, TodayPlan } from '../contract.ts'
import { type Proposed, proposeFor } from '../rules/propose.ts'
import { worstStretch } from '../rules/stretch.ts'
import type { ShiftChange } from '../rules/today-world.ts'
import { type SeenCell, whatCame } from '../rules/what-came.ts'
import { type DoneKind, shiftKinds } from '../rules/words.ts'
import { deleteDayAction, insertDayAction, listDayActions } from '../store/day-action-store.ts'
import { readRest, type Today } from './read-rest.ts'

export async function readNeeds(context: Context): Promise<{ queues: QueueNeed[] }> {
  const { rest } = await readRest(context)
  return { queues: rest.map((each) => needOf(each, context.now)) }
}

function needOf({ queue, lacks }: RestOfDay, now: Date): QueueNeed {
  const { queueId, name, kind, cells } = queue
  const first = cells.find(({ startsAt }) => startsAt <= now.getTime())
  return {
    queueId,
    name,
    kind,
    lacks,
    now: first ? { needed: first.needed, on: first.scheduled } : null,
    worst: worstStretch(queue),
  }
}

type Asked = { readonly queueId: string; readonly callback: number; readonly message: number }

/** @throws AppError not-found */
export async function readPlan(context: Context, asked: Asked): Promise<TodayPlan> {
  const { scope, db, now } = context
  const { queueId } = asked
  const today = toLocal(now).date
  const day = await readRest(context)
  const found = day.rest.find(({ queue }) => queue.queueId === queueId)
  if (!found) throw new AppError('not-found')
  const { queue, lacks } = found
  const actions = await listDayActions(scope, db, { queueId, day: today })
  const seen = seenCells(day.view, queueId)
  const names = await namesOfAgents(context)
  return {
    queueId,
    today,
    lacks,
    scheduledFrom: queue.scheduledFrom,
    worst: worstStretch(queue),
    cells: cellsOf(found),
    proposed: (await proposedFor(context, { day, found, asked })).map((each) => ({
      ...each,
      proposals: each.proposals.map((proposal) => ({
        ...proposal,
        cost: [...proposal.cost],
        changes: (proposal.changes ?? []).map((change) => shown(change, names)),
      })),
    })),
    done: actions.map(({ queueId: _, day: __, doneAt, changes, ...action }): DoneAction => {
      const came = whatCame(seen, action)
      return { ...action, changed: changes?.length ?? 0, doneAt: doneAt.toISOString(), came }
    }),
  }
}

function shown({ before, after, ...change }: ShiftChange, names: ReadonlyMap<string, string>) {
  const copied = ({ breaks, ...span }: ShiftChange['before']) => ({ ...span, breaks: [...breaks] })
  const agent = names.get(change.agentId) ?? ''
  return { ...change, agent, before: copied(before), after: copied(after) }
}

function cellsOf({ queue }: RestOfDay): RestCell[] {
  const outlook = outlookOf(queue)
  return queue.cells.map((cell, at) => ({
    startsAt: new Date(cell.startsAt).toISOString(),
    time: cell.time,
    mean: cell.demand.mean,
    needed: cell.needed,
    on: cell.scheduled,
    missing: missing(cell),
    ...outlook[at]!,
  }))
}

const seenCells = (view: TodayView, queueId: string): SeenCell[] =>
  (view.queues.find(({ queue }) => queue.id === queueId)?.cells ?? []).map((cell) => ({
    ...cell,
    time: toLocal(new Date(cell.startsAt)).time.slice(0, 5),
  }))

type Proposing = { readonly day: Today; readonly found: RestOfDay; readonly asked: Asked }

/** Without anybody on there is no plan to change. */
async function proposedFor(
  { scope, db, now }: Context,
  { day, found, asked }: Proposing,
): Promise<readonly Proposed[]> {
  const { queue } = found
  if (queue.scheduledFrom === 'none') return []
  const today = toLocal(now).date
  const { shifts, peopleWith } = await readScheduleMaker(scope, db, { from: today, to: today })
  return proposeFor({
    now: Math.floor(now.getTime() / 60_000),
    queue,
    others: day.rest.flatMap((each) => (each === found ? [] : [each.queue])),
    shifts,
    peopleWith: (changed) => peopleWith(() => changed),
    enough: 1 - queue.rule.confidence,
    assumed: { callback: asked.callback, message: asked.message },
  })
}

type Noting = {
  readonly queueId: string
  readonly kind: DoneKind
  readonly people: number
  readonly minutes: number
  readonly from: string
  readonly to: string
  readonly note: string
  readonly riskBefore: number | null
  readonly riskAfter: number | null
  readonly waitBefore: number | null
  readonly waitAfter: number | null
  readonly changes: readonly ShiftChange[]
  /** Limits of working time may be passed by it. */
  readonly acceptFindings: boolean
}

/**
 * Noted, and with changes of shifts also put in the plan: both or neither.
 *
 * @throws AppError not-found · invalid-input when it ends before it begins or nothing is said of it · shift-changed ·
 * plan-week-findings
 */
export async function noteAction(context: Context, input: Noting): Promise<{ actionId: string }> {
  const { scope, db, now } = context
  if (input.to <= input.from)
    throw new AppError('invalid-input', {}, [{ code: 'backwards', path: 'to', value: input.to }])
  if (input.kind === 'other' && input.note === '')
    throw new AppError('invalid-input', {}, [{ code: 'empty', path: 'note' }])
  const { changes, acceptFindings, ...noting } = input
  if (changes.length > 0 && !shiftKinds.includes(input.kind))
    throw new AppError('invalid-input', {}, [{ code: 'not-of-shifts', path: 'kind', value: input.kind }])
  if (!(await listQueues(scope, db)).some(({ id }) => id === input.queueId)) throw new AppError('not-found')
  const actionId = randomUUID()
  await inTransaction(db, async (trx) => {
    const changed = changes.length > 0 ? changes : null
    if (changed) await changeTimes(context, trx, { changes, acceptFindings })
    const action = { ...noting, changes: changed, actionId, day: toLocal(now).date, doneAt: now }
    await insertDayAction(scope, trx, action)
    const subject = { kind: 'queue', id: input.queueId }
    const detail = { kind: input.kind, from: input.from, to: input.to, shifts: changes.length }
    await recordAudit(context, { action: 'today.action-noted', subject, detail }, trx)
  })
  return { actionId }
}

/**
 * Shifts that it changed get their times back, but for those that somebody has changed since.
 *
 * @throws AppError not-found
 */
export async function removeAction(
  context: Context,
  { actionId }: { readonly actionId: string },
): Promise<{ restored: number; left: number }> {
  const { scope, db } = context
  return inTransaction(db, async (trx) => {
    const removed = await deleteDayAction(scope, trx, actionId)
    if (!removed) throw new AppError('not-found')
    const changes = (removed.changes ?? []).map(({ before, after, ...change }) => ({
      ...change,
      before: after,
      after: before,
    }))
    const way = { acceptFindings: true, skipChanged: true }
    const restored = changes.length > 0 ? await changeTimes(context, trx, { changes, ...way }) : 0
    const subject = { kind: 'queue', id: removed.queueId }
    await recordAudit(
      context,
      { action: 'today.action-removed', subject, detail: { actionId, restored } },
      trx,
    )
    return { restored, left: changes.length - restored }
  })
}
