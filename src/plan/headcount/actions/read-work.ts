/** The queues with the work of a contact, and how many hours at the queue their targets take for it. */
import { addDays, type PlainDate } from '../../../kernel/calendar.ts'
import type { Context } from '../../../organisation/index.ts'
import { type FlowWork, type FlowWorks, readWork } from '../../flow/index.ts'
import { type QueueTargets, readRequirement, readTargets } from '../../staffing/index.ts'
import type { Hours } from '../rules/occupancy.ts'

/** Four weeks: every weekday alike, and well within what is foretold hour by hour. */
const daysAhead = 28

export type QueueWork = FlowWork & { readonly onQueue: number }

/** A handling time that nobody has counted is the one that staffing reckons with. */
export async function readQueueWork(
  context: Context,
  today: PlainDate,
): Promise<Omit<FlowWorks, 'queues'> & { readonly queues: readonly QueueWork[] }> {
  const { scope, db, now } = context
  const works = await readWork(context)
  const targets = await readTargets(scope, db, { day: today, now })
  return { ...works, queues: works.queues.map((queue) => withTargets(queue, targets)) }
}

function withTargets(queue: FlowWork, targets: readonly QueueTargets[]): QueueWork {
  const target = targets.find(({ queueId }) => queueId === queue.id)
  return {
    ...queue,
    workSeconds: queue.workSeconds ?? target?.handleSeconds ?? null,
    onQueue: target?.onQueue ?? 1,
  }
}

/** Of the coming weeks, for every queue whose requirement is known. */
export async function readHours(
  { scope, db, now }: Context,
  queues: readonly QueueWork[],
  today: PlainDate,
): Promise<readonly Hours[]> {
  const hours: Hours[] = []
  for (const { id, workSeconds, pAbandon, onQueue, queue } of queues) {
    if (workSeconds === null) continue
    const span = { queueId: id, from: addDays(today, 1), to: addDays(today, daysAhead), now }
    const cells = await readRequirement(scope, db, span)
    const contacts = cells.reduce((sum, { mean }) => sum + mean, 0) * (1 - pAbandon)
    const people = cells.reduce((sum, { needed }) => sum + needed, 0)
    hours.push({
      work: (contacts * workSeconds) / 3600,
      onQueue: (people * onQueue * queue.intervalMinutes) / 60,
    })
  }
  return hours
}
