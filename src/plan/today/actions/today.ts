/** Where people are missing today, what can be done about it, and what has been done. */
import { randomUUID } from 'node:crypto'
import { AppError } from '../../../kernel/errors.ts'
import { toLocal } from '../../../kernel/zone.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import { readScheduleMaker } from '../../shifts/schedule/index.ts'
import type { RestOfDay } from '../../staffing/index.ts'
import { outlookOf } from '../../staffing/rules/day-queue.ts'
import { missing } from '../../staffing/rules/staffed-cell.ts'
import type { TodayView } from '../../traffic/contract.ts'
import { listQueues } from '../../traffic/index.ts'
import type { DoneAction, QueueNeed, RestCell, TodayPlan } from '../contract.ts'
import { type Proposed, proposeFor } from '../rules/propose.ts'
import { worstStretch } from '../rules/stretch.ts'
import { type SeenCell, whatCame } from '../rules/what-came.ts'
import type { DoneKind } from '../rules/words.ts'
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
  return {
    queueId,
    today,
    lacks,
    scheduledFrom: queue.scheduledFrom,
    worst: worstStretch(queue),
    cells: cellsOf(found),
    proposed: (await proposedFor(context, { day, found, asked })).map((each) => ({
      ...each,
      proposals: each.proposals.map((proposal) => ({ ...proposal, cost: [...proposal.cost] })),
    })),
    done: actions.map(({ queueId: _, day: __, doneAt, ...action }): DoneAction => {
      const came = whatCame(seen, action)
      return { ...action, doneAt: doneAt.toISOString(), came }
    }),
  }
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
}

/** @throws AppError not-found, invalid-input when it ends before it begins or nothing is said of it */
export async function noteAction(context: Context, input: Noting): Promise<{ actionId: string }> {
  const { scope, db, now } = context
  if (input.to <= input.from)
    throw new AppError('invalid-input', {}, [{ code: 'backwards', path: 'to', value: input.to }])
  if (input.kind === 'other' && input.note === '')
    throw new AppError('invalid-input', {}, [{ code: 'empty', path: 'note' }])
  if (!(await listQueues(scope, db)).some(({ id }) => id === input.queueId)) throw new AppError('not-found')
  const actionId = randomUUID()
  await inTransaction(db, async (trx) => {
    await insertDayAction(scope, trx, { ...input, actionId, day: toLocal(now).date, doneAt: now })
    const subject = { kind: 'queue', id: input.queueId }
    const detail = { kind: input.kind, from: input.from, to: input.to }
    await recordAudit(context, { action: 'today.action-noted', subject, detail }, trx)
  })
  return { actionId }
}

/** @throws AppError not-found */
export async function removeAction(
  context: Context,
  { actionId }: { readonly actionId: string },
): Promise<Record<string, never>> {
  const { scope, db } = context
  await inTransaction(db, async (trx) => {
    const queueId = await deleteDayAction(scope, trx, actionId)
    if (queueId === undefined) throw new AppError('not-found')
    const subject = { kind: 'queue', id: queueId }
    await recordAudit(context, { action: 'today.action-removed', subject, detail: { actionId } }, trx)
  })
  return {}
}
