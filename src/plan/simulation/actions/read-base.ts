/** Where a what-if starts: the forecast, the people who are set up, and what is known of every queue. */

import { addDays, type PlainDate, toEpochDay, weekdayOf } from '../../../kernel/calendar.ts'
import { minutesOf } from '../../../kernel/clock.ts'
import { AppError } from '../../../kernel/errors.ts'
import { toLocal } from '../../../kernel/zone.ts'
import type { Context } from '../../../organisation/index.ts'
import { type FlowWork, factorBetween, readExpectations, readWork } from '../../flow/index.ts'
import { readSchedule } from '../../shifts/schedule/index.ts'
import { type QueueTargets, readRequirement, readTargets } from '../../staffing/index.ts'
import { listQueues, type Queue, readForecast, readTraffic } from '../../traffic/index.ts'
import { openingOn } from '../../traffic/rules/queue.ts'
import type { Basis } from '../contract.ts'
import {
  type Assumptions,
  type BaseQueue,
  type BuiltBase,
  baseScenario,
  type Cell,
} from '../rules/what-if/base-scenario.ts'
import { listOtherHours, listSetUp } from '../store/base-store.ts'

/** So many days before are lived through, so that what comes back from them does. */
const leadInDays = 3
/** The same hours of so many weeks back, where there is no forecast. */
const weeksBack = 4
/** When nobody has timed a contact of the queue. */
const usualHandle = { calls: 300, chats: 480, tasks: 360 } as const

type Asked = { readonly from: PlainDate; readonly days: number; readonly assumptions: Assumptions }

/** @throws AppError what-if-empty when no queue is expected to get anything in these days */
export async function readBase(
  context: Context,
  { from, days, assumptions }: Asked,
): Promise<BuiltBase & { readonly basis: Basis }> {
  const { scope, db, now } = context
  const queues = await listQueues(scope, db)
  const targets = await readTargets(scope, db, { day: from, now })
  const flows = (await readWork(context)).queues
  const span = { from: addDays(from, -leadInDays), to: addDays(from, days - 1) }
  const read: Known[] = []
  for (const queue of queues) {
    const target = targets.find(({ queueId }) => queueId === queue.id)
    const flow = flows.find(({ id }) => id === queue.id)
    if (target && flow) read.push(await readQueue(context, { queue, target, flow, ...span }))
  }
  const known = read.filter(({ base }) => base.offered.some(({ value }) => value > 0))
  // The days before only lead in: something must be expected in those that were asked for.
  if (!known.some(({ base }) => base.offered.some(({ day, value }) => day >= from && value > 0)))
    throw new AppError('what-if-empty')
  const ids = known.map(({ base }) => base.id)
  const base = known.map(({ base: own }) => ({
    ...own,
    helps: known
      .filter(({ helpedBy }) => helpedBy.includes(own.id))
      .map(({ base: { id } }) => id)
      .filter((id) => ids.includes(id)),
  }))
  const built = baseScenario({ from, days, leadInDays, queues: base, assumptions })
  return { ...built, basis: { from, days, queues: known.map((own) => basisOf(own, built, from)) } }
}

type Asking = {
  readonly queue: Queue
  readonly target: QueueTargets
  readonly flow: FlowWork
  readonly from: PlainDate
  readonly to: PlainDate
}
type Known = {
  readonly base: Omit<BaseQueue, 'helps'>
  readonly helpedBy: readonly string[]
  readonly trafficFrom: Basis['queues'][number]['trafficFrom']
  readonly peopleFrom: Basis['queues'][number]['peopleFrom']
  readonly forecastMadeAt: string | null
  readonly flow: FlowWork
  readonly handleKnown: boolean
}

async function readQueue(context: Context, asking: Asking): Promise<Known> {
  const { scope, db } = context
  const { queue, target, flow, from, to } = asking
  const { settings } = target
  const traffic = await readOffered(context, asking)
  const people = await readPeople(context, asking)
  const other = new Map(
    (await listOtherHours(scope, db, { queueId: queue.id, from, to })).map(({ day, spans }) => [day, spans]),
  )
  const days = Array.from({ length: toEpochDay(to) - toEpochDay(from) + 1 }, (_, at) => addDays(from, at))
  const isTask = queue.kind === 'tasks'
  return {
    ...traffic,
    ...people,
    flow,
    helpedBy: isTask ? settings.blendWith : [],
    handleKnown: target.handleSeconds !== null,
    base: {
      id: queue.id,
      name: queue.name,
      kind: queue.kind,
      intervalMinutes: queue.intervalMinutes,
      offered: traffic.cells,
      people: people.people,
      openOn: new Map(days.map((day) => [day, openingOn(queue.opening, other, day)])),
      cv: traffic.cv,
      handleSeconds: target.handleSeconds ?? usualHandle[queue.kind],
      patienceSeconds: target.patienceSeconds,
      target: isTask
        ? { seconds: settings.deadlineHours * 3600, share: settings.share }
        : {
            seconds: settings.target.serviceLevel?.withinSeconds ?? 20,
            share: settings.target.serviceLevel?.share ?? 0.8,
          },
      concurrency: settings.parallel,
      slowdown: settings.slowing,
      flow,
      backlog: { count: settings.backlog.tasks, oldestSeconds: settings.backlog.oldestHours * 3600 },
    },
  }
}

const cellAt = (startsAt: Date, value: number): Cell => {
  const { date, time } = toLocal(startsAt)
  return { day: date, minute: minutesOf(time), value }
}

/** Days that are over as they were, coming ones as forecast; without a forecast the mean of the same weekday. */
async function readOffered({ scope, db, now }: Context, { queue, from, to }: Asking) {
  const span = { queueId: queue.id, from, to }
  const today = toLocal(now).date
  const seen = (await readTraffic(scope, db, { ...span, to: addDays(today, -1) })).map(
    ({ startsAt, offered }) => cellAt(startsAt, offered),
  )
  const known = new Set(seen.map(({ day }) => day))
  const forecast = await readForecast(scope, db, span)
  const expectations = await readExpectations(scope, db)
  const foretold = (forecast?.cells ?? [])
    .map(({ startsAt, mean }) => cellAt(startsAt, mean))
    .filter(({ day }) => !known.has(day))
    .map((cell) => {
      const factor = factorBetween(expectations, { queueId: queue.id, from: cell.day, to: cell.day })
      return { ...cell, value: cell.value * factor.mean }
    })
  if (forecast && foretold.length > 0) {
    const cv = forecast.days.reduce((sum, day) => sum + day.cv, 0) / Math.max(1, forecast.days.length)
    const forecastMadeAt = forecast.madeAt.toISOString()
    return { cells: inOrder([...seen, ...foretold]), cv, trafficFrom: 'forecast' as const, forecastMadeAt }
  }
  const ahead = { queue, from: from < today ? today : from, to, today }
  const usual = await sameWeekdays({ scope, db }, ahead)
  return {
    cells: inOrder([...seen, ...usual]),
    cv: usual.length > 0 ? 0.1 : 0,
    trafficFrom: usual.length > 0 ? ('weeks' as const) : ('counted' as const),
    forecastMadeAt: null,
  }
}

const inOrder = (cells: readonly Cell[]): readonly Cell[] =>
  cells.toSorted((one, other) => one.day.localeCompare(other.day) || one.minute - other.minute)

async function sameWeekdays(
  { scope, db }: Pick<Context, 'scope' | 'db'>,
  { queue, from, to, today }: Pick<Asking, 'queue' | 'from' | 'to'> & { readonly today: PlainDate },
): Promise<readonly Cell[]> {
  const past = { queueId: queue.id, from: addDays(today, -7 * weeksBack), to: addDays(today, -1) }
  const sums = new Map<string, number>()
  for (const { startsAt, offered } of await readTraffic(scope, db, past)) {
    const { day, minute } = cellAt(startsAt, 0)
    const key = `${weekdayOf(toEpochDay(day))} ${minute}`
    sums.set(key, (sums.get(key) ?? 0) + offered / weeksBack)
  }
  const cells: Cell[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    for (const [key, value] of sums) {
      const [weekday, minute] = key.split(' ').map(Number)
      if (weekday === weekdayOf(toEpochDay(day))) cells.push({ day, minute: minute!, value })
    }
  }
  return inOrder(cells)
}

/** The shift plan; else those who were set up by hand; else as many as are needed. */
async function readPeople(context: Context, { queue, target, from, to }: Asking) {
  const { scope, db, now } = context
  const span = { queueId: queue.id, from, to }
  const onQueue = ({ startsAt, people }: { startsAt: Date; people: number }) =>
    cellAt(startsAt, people * target.onQueue)
  const scheduled = (await readSchedule(scope, db, span)).map((cell) => ({
    startsAt: cell.startsAt,
    people: cell.scheduled,
  }))
  if (scheduled.some(({ people }) => people > 0))
    return { peopleFrom: 'shifts' as const, people: scheduled.map(onQueue) }
  const setUp = await listSetUp(scope, db, span)
  if (setUp.length > 0) return { peopleFrom: 'set-up' as const, people: setUp.map(onQueue) }
  const needed = await readRequirement(scope, db, { ...span, now })
  const cells = needed.map((cell) => onQueue({ startsAt: cell.startsAt, people: cell.needed }))
  const today = toLocal(now).date
  return {
    peopleFrom: 'requirement' as const,
    people: inOrder([...cells, ...before(cells, { from, today })]),
  }
}

/** Nobody's need is kept for the days before today: they are staffed as the first day of the same hours is. */
function before(cells: readonly Cell[], { from, today }: { from: PlainDate; today: PlainDate }): Cell[] {
  const first = cells[0]?.day
  if (first === undefined) return []
  const pattern = cells.filter(({ day }) => day === first)
  const missing: Cell[] = []
  for (let day = from; day < first && day <= today; day = addDays(day, 1))
    missing.push(...pattern.map((cell) => ({ ...cell, day })))
  return missing
}

function basisOf({ base, flow, ...known }: Known, { firstShare }: BuiltBase, from: PlainDate) {
  const counted = (cells: readonly Cell[]) => cells.filter(({ day }) => day >= from)
  const sum = (cells: readonly Cell[]) => counted(cells).reduce((all, { value }) => all + value, 0)
  return {
    id: base.id,
    name: base.name,
    kind: base.kind,
    offered: sum(base.offered),
    firstShare: firstShare.get(base.id)!,
    peopleHours: (sum(base.people) * base.intervalMinutes) / 60,
    handleSeconds: base.handleSeconds,
    handleKnown: known.handleKnown,
    patienceSeconds: base.patienceSeconds,
    target: base.target,
    returns: flow.pReturn,
    returnsFrom: flow.returnsFrom,
    redial: flow.pRedial,
    redialSaid: flow.said !== undefined,
    cv: base.cv,
    trafficFrom: known.trafficFrom,
    peopleFrom: known.peopleFrom,
    forecastMadeAt: known.forecastMadeAt,
  }
}
