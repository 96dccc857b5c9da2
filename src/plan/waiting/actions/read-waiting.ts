/** Waits and who gives up, hour by hour and week by week. */
import type { Context } from '../../../organisation/index.ts'
import type { Queue } from '../../traffic/index.ts'
import type { WaitingHour, WaitingView } from '../contract.ts'
import { givingUp, type HourSum, worstStretch } from '../rules/week-hours.ts'
import {
  type LoggedHour,
  type LogLine,
  listQuantiles,
  quantilesOf,
  sumHours,
  sumLoggedHours,
  sumLoggedWeeks,
  sumWeeks,
  type WeekSum,
} from '../store/wait-store.ts'
import { type Asked, type AskedQueue, askedQueue, logLine } from './asked-queue.ts'

/** Fewer single waits give no quantiles. */
const fewestWaits = 20

export async function readWaiting(context: Context, asked: Asked): Promise<WaitingView> {
  const { queues, queue, from, to } = await askedQueue(context, asked)
  const head = { queues: queues.map(queueView), from, to, weeks: asked.weeks }
  if (!queue) return { ...head, queue: null, ...nothing }
  const line = await logLine(context, { queue, from, to })
  const { hours, weeks, countsFrom } = await counted(context, { queue, from, to, line })
  const quantiles = await listQuantiles(context.scope, context.db, line)
  const all = await quantilesOf(context.scope, context.db, line)
  return {
    ...head,
    queue: queueView(queue),
    countsFrom,
    logIs: line.queueName === null ? 'channel' : 'queue',
    total: {
      ...sumsOf(addUp(hours)),
      ...(all && all.n >= fewestWaits ? { p50: all.p50, p90: all.p90 } : { p50: null, p90: null }),
    },
    hours: hoursOf(hours, quantiles),
    trend: weeks.map((week) => ({ week: week.week, ...sumsOf(week) })),
    worst: worstStretch(hours),
  }
}

const queueView = ({ id, name, channel, kind }: Queue) => ({ id, name, channel, kind })

const none = { offered: 0, told: 0, lost: null, gaveUp: null, meanWait: null }
const nothing = {
  countsFrom: 'none' as const,
  logIs: 'channel' as const,
  total: { ...none, p50: null, p90: null },
  hours: [],
  trend: [],
  worst: null,
}

type Counting = Omit<AskedQueue, 'queues' | 'queue'> & { readonly queue: Queue; readonly line: LogLine }

/** What was counted goes first: a log seldom holds those who gave up, and never whole. */
async function counted({ scope, db }: Context, { queue, from, to, line }: Counting) {
  const span = { queueId: queue.id, from, to }
  const hours = await sumHours(scope, db, span)
  if (hours.some(({ told, timed }) => told > 0 || timed > 0))
    return { hours, weeks: await sumWeeks(scope, db, span), countsFrom: 'traffic' as const }
  const logged = await sumLoggedHours(scope, db, line)
  if (logged.length === 0) return { hours: [], weeks: [], countsFrom: 'none' as const }
  return { hours: logged, weeks: await sumLoggedWeeks(scope, db, line), countsFrom: 'log' as const }
}

type Sums = Omit<WeekSum, 'week'>

const addUp = (hours: readonly HourSum[]): Sums =>
  hours.reduce<Sums>(
    (sum, hour) => ({
      offered: sum.offered + hour.offered,
      told: sum.told + hour.told,
      lost: sum.lost + hour.lost,
      timed: sum.timed + hour.timed,
      waited: sum.waited + hour.waited,
    }),
    { offered: 0, told: 0, lost: 0, timed: 0, waited: 0 },
  )

const sumsOf = (sums: Sums) => ({
  offered: sums.offered,
  told: sums.told,
  lost: sums.told > 0 ? sums.lost : null,
  gaveUp: givingUp(sums),
  meanWait: sums.timed > 0 ? sums.waited / sums.timed : null,
})

function hoursOf(hours: readonly HourSum[], quantiles: readonly LoggedHour[]): WaitingHour[] {
  return hours.map((hour) => {
    const { weekday, hour: clock } = hour
    const logged = quantiles.find((each) => each.weekday === weekday && each.hour === clock)
    const isEnough = logged !== undefined && logged.n >= fewestWaits
    return {
      weekday,
      hour: clock,
      ...sumsOf(hour),
      p50: isEnough ? logged.p50 : null,
      p90: isEnough ? logged.p90 : null,
    }
  })
}
