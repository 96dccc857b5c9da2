/** How things are planned, as a scenario: the forecast, the people of the shift plan, and what is known of each queue. */

import { addDays, type PlainDate, toEpochDay } from '../../../../kernel/calendar.ts'
import { clockOf } from '../../../../kernel/clock.ts'
import { type FlowQueue, firstFrom } from '../../../flow/rules/flow-system.ts'
import type { OpeningSpan, QueueKind } from '../../../traffic/rules/queue.ts'
import type { Experience, Scenario } from '../scenario.ts'

/** What a what-if takes for granted; each can be changed, and the page says where it is from. */
export type Assumptions = {
  readonly redialAfterMinutes: number
  readonly returnAfterHours: number
  /** Coefficient of variation of how long contacts take. */
  readonly handleCv: number
  readonly costPerHour: number
  readonly satisfaction: Experience
  readonly measuredScore: Experience
}

/** Minutes after local midnight, and a number for the interval that begins then. */
export type Cell = { readonly day: PlainDate; readonly minute: number; readonly value: number }

export type BaseQueue = {
  readonly id: string
  readonly name: string
  readonly kind: QueueKind
  readonly intervalMinutes: number
  /** Everything that is expected to come, repeats and all. */
  readonly offered: readonly Cell[]
  readonly people: readonly Cell[]
  readonly openOn: ReadonlyMap<PlainDate, readonly OpeningSpan[]>
  /** Of the days' level. */
  readonly cv: number
  readonly handleSeconds: number
  readonly patienceSeconds: number | null
  readonly target: { readonly seconds: number; readonly share: number }
  readonly concurrency: number
  readonly slowdown: number
  readonly flow: FlowQueue
  /** Queues of tasks that this queue's people work on while they wait. */
  readonly helps: readonly string[]
  readonly backlog: { readonly count: number; readonly oldestSeconds: number }
}

export type Base = {
  readonly from: PlainDate
  readonly days: number
  readonly leadInDays: number
  readonly queues: readonly BaseQueue[]
  readonly assumptions: Assumptions
}

export type BuiltBase = {
  readonly scenario: Scenario
  /** First contacts ÷ all that come, by queue. */
  readonly firstShare: ReadonlyMap<string, number>
}

export function baseScenario({ from, days, leadInDays, queues, assumptions }: Base): BuiltBase {
  const begin = addDays(from, -leadInDays)
  const intervalMinutes = Math.min(...queues.map((queue) => queue.intervalMinutes)) as 15
  const firstShare = firstShares(queues)
  const numberOf = (day: PlainDate) => toEpochDay(day) - toEpochDay(begin) + 1
  const grid = { begin, days: days + leadInDays, intervalMinutes, numberOf }
  return {
    firstShare,
    scenario: {
      days,
      leadInDays,
      intervalMinutes,
      satisfaction: assumptions.satisfaction,
      measuredScore: assumptions.measuredScore,
      queues: queues.map((queue) => queueOf(queue, { ...grid, assumptions, all: queues, firstShare })),
      groups: queues.map((queue) => ({
        id: queue.id,
        name: queue.name,
        skills: [queue.id, ...queue.helps],
        people: runsOf(queue.people, { ...grid, own: queue.intervalMinutes, share: false }),
        shifts: [],
        costPerHour: assumptions.costPerHour,
      })),
    },
  }
}

/** What has been counted holds repeats; the simulation makes its own, so that they are taken out of it first. */
function firstShares(queues: readonly BaseQueue[]): ReadonlyMap<string, number> {
  const offered = new Map(
    queues.map(({ id, offered: cells }) => [id, cells.reduce((sum, { value }) => sum + value, 0)]),
  )
  const found = firstFrom(
    queues.map(({ flow }) => flow),
    offered,
  )
  return new Map(
    queues.map(({ id }) => {
      const all = offered.get(id)!
      return [id, found.ok && all > 0 ? Math.min(1, found.volumes.get(id)! / all) : 1]
    }),
  )
}

type Grid = {
  readonly begin: PlainDate
  readonly days: number
  readonly intervalMinutes: number
  readonly numberOf: (day: PlainDate) => number
}
type Knowing = Grid & {
  readonly assumptions: Assumptions
  readonly all: readonly BaseQueue[]
  readonly firstShare: ReadonlyMap<string, number>
}

function queueOf(queue: BaseQueue, knowing: Knowing): Scenario['queues'][number] {
  const { flow } = queue
  const { assumptions, all } = knowing
  const delay = assumptions.redialAfterMinutes * 60
  const first = knowing.firstShare.get(queue.id)!
  const shiftsTo = Object.entries(flow.shiftsTo ?? {}).filter(
    ([to, share]) => share > 0 && all.some(({ id }) => id === to),
  )
  const isTask = queue.kind === 'tasks'
  return {
    id: queue.id,
    name: queue.name,
    kind: queue.kind,
    arrivals: runsOf(
      queue.offered.map((cell) => ({ ...cell, value: cell.value * first })),
      { ...knowing, own: queue.intervalMinutes, share: true },
    ),
    uncertainty: Math.min(2, queue.cv),
    handle: { meanSeconds: queue.handleSeconds, spread: 'lognormal', cv: assumptions.handleCv },
    ...(queue.patienceSeconds !== null && !isTask && { patience: { meanSeconds: queue.patienceSeconds } }),
    target: queue.target,
    priority: isTask ? 5 : 1,
    ...(!isTask && { open: opensOf(queue, knowing) }),
    atClosing: 'finish',
    comesBackWhenOpen: 0.6,
    selfService: 0,
    ...(flow.pRedial > 0 &&
      !isTask && {
        redial: { share: Math.min(0.95, flow.pRedial), afterSeconds: Math.max(10, delay) },
      }),
    shift: isTask ? [] : shiftsTo.map(([to, share]) => ({ to, share, afterSeconds: Math.max(10, delay) })),
    ...(flow.pReturn > 0 && {
      returns: {
        share: Math.min(0.9, flow.pReturn),
        afterSeconds: Math.max(60, assumptions.returnAfterHours * 3600),
      },
    }),
    concurrency: Math.min(8, queue.concurrency),
    slowdown: queue.slowdown,
    interruptible: isTask,
    ...(queue.backlog.count > 0 && isTask && { backlog: queue.backlog }),
  }
}

/** Closed days have a span of no length outside of the day's work: a queue without any span would be open always. */
function opensOf({ openOn }: BaseQueue, { begin, days, numberOf }: Grid) {
  const spans = Array.from({ length: days }, (_, at) => addDays(begin, at)).flatMap((day) =>
    (openOn.get(day) ?? []).map(({ from, to }) => ({ day: numberOf(day), from, to })),
  )
  return spans.length > 0 ? spans : [{ day: 1, from: '00:00', to: '00:01' }]
}

type Runs = Grid & { readonly own: number; readonly share: boolean }

/** Cells as runs of numbers, one or more a day; longer intervals are cut into the scenario's own. */
function runsOf(cells: readonly Cell[], { intervalMinutes, numberOf, days, own, share }: Runs) {
  const pieces = Math.max(1, Math.round(own / intervalMinutes))
  const runs: { day: number; from: string; counts: number[] }[] = []
  let next = { day: 0, minute: -1 }
  for (const { day, minute, value } of cells) {
    const number = numberOf(day)
    if (number < 1 || number > days || minute + own > 1440) continue
    const counts = Array.from({ length: pieces }, () => (share ? value / pieces : Math.round(value)))
    if (next.day === number && next.minute === minute) runs.at(-1)!.counts.push(...counts)
    else runs.push({ day: number, from: clockOf(minute), counts })
    next = { day: number, minute: minute + own }
  }
  return runs
}
