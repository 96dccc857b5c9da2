/** The queues with their volumes and what is known of their flow. */

import { addDays, toEpochDay } from '../../../kernel/calendar.ts'
import { minutesOf } from '../../../kernel/clock.ts'
import { toLocal } from '../../../kernel/zone.ts'
import type { Context } from '../../../organisation/index.ts'
import { readOverview } from '../../../understand/overview/index.ts'
import { listQueues, type Queue } from '../../traffic/index.ts'
import type { FlowQueue } from '../rules/flow-system.ts'
import type { SelfService } from '../rules/self-service.ts'
import { findSelfService, listFlowQueues, type StoredFlowQueue } from '../store/flow-store.ts'
import { sumTraffic, type TrafficSum } from '../store/sum-store.ts'

/** The last thirteen weeks: a quarter with every weekday alike. */
const recentDays = 91
const meanMonth = 365.25 / 12
/** Of those who give up, this share is taken to dial again until somebody says better. Nobody's figure. */
export const usualRedial = 0.5

export type FlowWork = FlowQueue & {
  readonly name: string
  readonly queue: Queue
  readonly said: StoredFlowQueue | undefined
  readonly returnsFrom: 'own' | 'log' | 'nothing'
  /** In a mean month. */
  readonly offered: number
  readonly workSeconds: number | null
  readonly atOnce: boolean
  readonly openHours: number
}
export type FlowWorks = {
  readonly queues: readonly FlowWork[]
  readonly selfService: SelfService | undefined
  /** The overview of enquiries over the same weeks. */
  readonly overview: Awaited<ReturnType<typeof readOverview>>
}

export async function readWork(context: Context): Promise<FlowWorks> {
  const { scope, db, now } = context
  const to = addDays(toLocal(now).date, -1)
  const from = addDays(to, 1 - recentDays)
  const queues = await listQueues(scope, db)
  const sums = await sumTraffic(scope, db, { from, to, by: 'month' })
  const said = await listFlowQueues(scope, db)
  const overview = await readOverview(context, {})
  const fcr = overview.cards.fcr
  return {
    queues: queues.map((queue) =>
      workOf(queue, {
        sums: sums.filter(({ queueId }) => queueId === queue.id),
        said: said.find(({ queueId }) => queueId === queue.id),
        logReturns: fcr ? 1 - fcr.value : null,
      }),
    ),
    selfService: await findSelfService(scope, db),
    overview,
  }
}

type Known = {
  readonly sums: readonly TrafficSum[]
  readonly said: StoredFlowQueue | undefined
  readonly logReturns: number | null
}

function workOf(queue: Queue, { sums, said, logReturns }: Known): FlowWork {
  const total = (value: (sum: TrafficSum) => number | null) =>
    sums.reduce((all, each) => all + (value(each) ?? 0), 0)
  const offered = total((each) => each.offered)
  const abandoned = total((each) => each.abandoned)
  const timed = sums.filter(({ workSeconds }) => workSeconds !== null)
  const handled = timed.reduce((all, each) => all + (each.handled ?? each.offered), 0)
  // Closed days are days too: a month is a month of the calendar.
  const days = sums.map(({ firstDay, lastDay }) => [toEpochDay(firstDay), toEpochDay(lastDay)] as const)
  const span = Math.max(...days.map(([, last]) => last)) - Math.min(...days.map(([first]) => first)) + 1
  const perMonth = sums.length === 0 ? 0 : meanMonth / span
  return {
    id: queue.id,
    name: queue.name,
    queue,
    said,
    pReturn: Math.min(0.95, said?.pReturn ?? logReturns ?? 0),
    returnsFrom: said?.pReturn != null ? 'own' : logReturns === null ? 'nothing' : 'log',
    pAbandon: offered > 0 ? Math.min(1, abandoned / offered) : 0,
    pRedial: said?.pRedial ?? usualRedial,
    shiftsTo: said?.shiftTo ? { [said.shiftTo]: said.pShift } : {},
    offered: offered * perMonth,
    workSeconds: handled > 0 ? (timed.reduce((all, each) => all + each.hours, 0) * 3600) / handled : null,
    atOnce: queue.kind !== 'tasks',
    openHours: hoursOf(queue),
  }
}

function hoursOf({ opening }: Queue): number {
  const spans = Object.values(opening).flat()
  return spans.reduce((sum, { from, to }) => sum + (minutesOf(to) - minutesOf(from)) / 60, 0)
}
