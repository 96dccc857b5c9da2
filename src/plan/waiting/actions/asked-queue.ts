/** The queue and the days that are asked about, and what of the log of enquiries is the queue's. */
import { addDays, type PlainDate } from '../../../kernel/calendar.ts'
import { AppError } from '../../../kernel/errors.ts'
import { toLocal } from '../../../kernel/zone.ts'
import type { Context } from '../../../organisation/index.ts'
import { listQueues, type Queue } from '../../traffic/index.ts'
import { type LogLine, logKnowsQueue } from '../store/wait-store.ts'

export type Asked = { readonly queueId?: string | undefined; readonly weeks: number }
export type AskedQueue = {
  readonly queues: readonly Queue[]
  readonly queue: Queue | undefined
  readonly from: PlainDate
  readonly to: PlainDate
}

/** The one that is named, or else the first that is answered as it comes. @throws AppError not-found */
export async function askedQueue({ scope, db, now }: Context, asked: Asked): Promise<AskedQueue> {
  const queues = await listQueues(scope, db)
  const queue =
    asked.queueId === undefined
      ? (queues.find(({ kind }) => kind !== 'tasks') ?? queues[0])
      : queues.find(({ id }) => id === asked.queueId)
  if (asked.queueId !== undefined && !queue) throw new AppError('not-found')
  const to = addDays(toLocal(now).date, -1)
  return { queues, queue, from: addDays(to, 1 - 7 * asked.weeks), to }
}

/** Another queue of the same channel is told apart by the log's own name for it, where it uses that name. */
export async function logLine(
  { scope, db }: Pick<Context, 'scope' | 'db'>,
  { queue, from, to }: Omit<AskedQueue, 'queues' | 'queue'> & { readonly queue: Queue },
): Promise<LogLine> {
  const named: LogLine = { channel: queue.channel, queueName: queue.name, from, to }
  return (await logKnowsQueue(scope, db, named)) ? named : { ...named, queueName: null }
}
