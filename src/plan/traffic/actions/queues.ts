/** Queues: how they are answered, and when they are open. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { QueueView } from '../queues/contract.ts'
import type { OpeningException } from '../rules/queue.ts'
import {
  findQueue,
  inputsChanged,
  insertQueue,
  listExceptions,
  listQueues,
  lockQueue,
  type QueueFields,
  removeException,
  type StoredQueue,
  saveException,
  setClosed,
  updateQueue,
} from '../store/queue-store.ts'
import { type TrafficSpan, trafficSpans } from '../store/traffic-store.ts'
import { askForForecasts, inChange } from './forecast-job.ts'

/** @throws AppError not-found */
export async function neededQueue(
  { scope }: Pick<Context, 'scope'>,
  db: Db,
  queueId: string,
): Promise<StoredQueue> {
  const queue = await findQueue(scope, db, queueId)
  if (!queue) throw new AppError('not-found')
  return queue
}

/** Who changes a queue has it alone until the end of the transaction. @throws AppError not-found · queue-closed */
export async function queueToChange({ scope }: Pick<Context, 'scope'>, trx: Db, queueId: string) {
  const queue = await lockQueue(scope, trx, queueId)
  if (!queue) throw new AppError('not-found')
  if (queue.closedAt !== null) throw new AppError('queue-closed')
  return queue
}

export function queueView(queue: StoredQueue, spans: readonly TrafficSpan[]): QueueView {
  const { id, name, channel, kind, intervalMinutes, opening, skill, closedAt } = queue
  const span = spans.find(({ queueId }) => queueId === id)
  return {
    id,
    name,
    channel,
    kind,
    intervalMinutes,
    opening: openingView(opening),
    skill,
    closedAt: closedAt?.toISOString() ?? null,
    firstDay: span?.first ?? null,
    lastDay: span?.last ?? null,
  }
}

export const openingView = (week: StoredQueue['opening']): QueueView['opening'] => ({
  1: [...week[1]],
  2: [...week[2]],
  3: [...week[3]],
  4: [...week[4]],
  5: [...week[5]],
  6: [...week[6]],
  7: [...week[7]],
})

export async function readQueues({ scope, db }: Context) {
  const spans = await trafficSpans(scope, db)
  const items = []
  for (const queue of await listQueues(scope, db, { closed: true }))
    items.push({
      ...queueView(queue, spans),
      exceptions: (await listExceptions(scope, db, queue.id)).map((each) => ({
        ...each,
        spans: [...each.spans],
      })),
    })
  return { items }
}

/** @throws AppError queue-name-taken */
export async function createQueue(context: Context, fields: QueueFields): Promise<{ queueId: string }> {
  const { scope, now } = context
  const queueId = newId(now.getTime())
  return inChange(context, async (trx) => {
    await refuseTakenName(context, trx, { name: fields.name })
    await insertQueue(scope, trx, { queueId, fields, now })
    await note(context, trx, { action: 'queue.created', queueId, detail: { name: fields.name } })
    return { queueId }
  })
}

/**
 * The length of the intervals stays as long as there is traffic in them.
 *
 * @throws AppError not-found · queue-closed · queue-name-taken · queue-has-traffic
 */
export async function editQueue(
  context: Context,
  { queueId, ...fields }: QueueFields & { readonly queueId: string },
) {
  const { scope, now } = context
  return inChange(context, async (trx) => {
    const queue = await queueToChange(context, trx, queueId)
    await refuseTakenName(context, trx, { name: fields.name, queueId })
    if (queue.intervalMinutes !== fields.intervalMinutes) {
      const filled = (await trafficSpans(scope, trx)).some((span) => span.queueId === queueId)
      if (filled) throw new AppError('queue-has-traffic')
    }
    await updateQueue(scope, trx, { queueId, fields, now })
    await changed(context, trx, queueId)
    await note(context, trx, { action: 'queue.edited', queueId, detail: { name: fields.name } })
    return {}
  })
}

async function refuseTakenName(
  { scope }: Context,
  trx: Db,
  { name, queueId }: { readonly name: string; readonly queueId?: string },
): Promise<void> {
  const taken = (await listQueues(scope, trx)).some(
    (queue) => queue.id !== queueId && queue.name.toLowerCase() === name.toLowerCase(),
  )
  if (taken) throw new AppError('queue-name-taken')
}

/** @throws AppError not-found · queue-name-taken when another one has its name meanwhile */
export async function closeQueue(
  context: Context,
  { queueId, closed }: { queueId: string; closed: boolean },
) {
  const { scope, now } = context
  return inChange(context, async (trx) => {
    const queue = await lockQueue(scope, trx, queueId)
    if (!queue) throw new AppError('not-found')
    if (!closed) await refuseTakenName(context, trx, { name: queue.name, queueId })
    await setClosed(scope, trx, { queueId, closedAt: closed ? now : null })
    await note(context, trx, { action: closed ? 'queue.closed' : 'queue.opened', queueId, detail: {} })
    return {}
  })
}

/** @throws AppError not-found · queue-closed */
export async function setException(
  context: Context,
  { queueId, ...exception }: OpeningException & { readonly queueId: string },
) {
  return inChange(context, async (trx) => {
    await queueToChange(context, trx, queueId)
    await saveException(context.scope, trx, { queueId, exception })
    await changed(context, trx, queueId)
    await note(context, trx, { action: 'queue.exceptionSet', queueId, detail: { day: exception.day } })
    return {}
  })
}

/** @throws AppError not-found · queue-closed */
export async function endException(context: Context, { queueId, day }: { queueId: string; day: string }) {
  return inChange(context, async (trx) => {
    await queueToChange(context, trx, queueId)
    if (!(await removeException(context.scope, trx, { queueId, day }))) throw new AppError('not-found')
    await changed(context, trx, queueId)
    await note(context, trx, { action: 'queue.exceptionRemoved', queueId, detail: { day } })
    return {}
  })
}

async function changed(context: Context, trx: Db, queueId: string): Promise<void> {
  await inputsChanged(context.scope, trx, [queueId])
  askForForecasts(trx, [queueId])
}

type Note = { readonly action: string; readonly queueId: string; readonly detail: Record<string, unknown> }

const note = (context: Context, trx: Db, { action, queueId, detail }: Note) =>
  recordAudit(context, { action, subject: { kind: 'queue', id: queueId }, detail }, trx)
