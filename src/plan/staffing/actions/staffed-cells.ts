/** The requirement of some days beside the people who are set up, with the risk that is left. */
import { addDays, type PlainDate } from '../../../kernel/calendar.ts'
import { toLocal } from '../../../kernel/zone.ts'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import { readSchedule } from '../../shifts/schedule/index.ts'
import { dayRisk } from '../rules/day-risk.ts'
import type { Learned } from '../rules/handle-time.ts'
import { figuresWith, riskOf } from '../rules/requirement.ts'
import type { StaffedCell } from '../rules/staffed-cell.ts'
import { type Helper, taskWork } from '../rules/task-work.ts'
import { taskRisk } from '../rules/tasks/tasks-needed.ts'
import { listRequirement, type RequirementRow } from '../store/requirement-store.ts'
import { listScheduled } from '../store/scheduled-store.ts'
import { type Asking, isOpen, readHelp } from './compute.ts'
import { demandOf, patienceOf, type QueueWorld, settingsOn, staffingRule } from './queue-world.ts'

type Days = { readonly from: PlainDate; readonly to: PlainDate }
export type ScheduledFrom = 'shifts' | 'typed' | 'none'

export type StaffedDays = {
  /** Idle time of others that tasks can count on. */
  readonly help: readonly Helper[]
  readonly cells: readonly StaffedCell[]
  readonly scheduledFrom: ScheduledFrom
  readonly days: readonly {
    readonly date: PlainDate
    readonly mean: number
    readonly cv: number
    readonly risk: number | null
  }[]
}

type Reading = Days & Asking & { readonly learned: Learned }

export async function readStaffed(scope: Scope, db: Db, reading: Reading): Promise<StaffedDays> {
  const { world, learned, from, to } = reading
  const span = { queueId: world.queue.id, from, to }
  const rows = await listRequirement(scope, db, span)
  const { people, scheduledFrom } = await peopleSetUp(scope, db, span)
  const scheduled = rows.map(({ startsAt }) => people.get(startsAt.getTime()) ?? null)
  const help = await readHelp(scope, db, { asking: reading, span })
  const risk = riskReader({ world, learned, rows, scheduled, help })
  const cells = rows.map(
    (row, at): StaffedCell => ({ ...placed(row), scheduled: scheduled[at]!, risk: risk(at) }),
  )
  return { cells, scheduledFrom, help, days: daysOf(cells, reading) }
}

function placed({ startsAt, day, ...row }: RequirementRow) {
  return { ...row, startsAt: startsAt.toISOString(), date: day, time: toLocal(startsAt).time.slice(0, 5) }
}

/** From the shift plan where anybody is in it, or else what has been typed. */
export async function peopleSetUp(
  scope: Scope,
  db: Db,
  span: Days & { readonly queueId: string },
): Promise<{ readonly people: ReadonlyMap<number, number>; readonly scheduledFrom: ScheduledFrom }> {
  const planned = await readSchedule(scope, db, span)
  if (planned.some(({ scheduled }) => scheduled > 0)) {
    const people = new Map(planned.map(({ startsAt, scheduled }) => [startsAt.getTime(), scheduled]))
    return { people, scheduledFrom: 'shifts' }
  }
  const typed = await listScheduled(scope, db, span)
  const people = new Map(typed.map(({ startsAt, people: count }) => [startsAt.getTime(), count]))
  return { people, scheduledFrom: typed.length > 0 ? 'typed' : 'none' }
}

type Setup = {
  readonly world: QueueWorld
  readonly learned: Learned
  readonly rows: readonly RequirementRow[]
  readonly scheduled: readonly (number | null)[]
  readonly help: readonly Helper[]
}

/** The risk of a row, also with so many people more; null when nobody has said who is there. */
function riskReader({ world, learned, rows, scheduled, help }: Setup): (at: number) => number | null {
  if (world.queue.kind === 'tasks') {
    const risks = taskRisks({ world, rows, help, people: scheduled.map((each) => each ?? 0) })
    return (at) => (scheduled[at] === null ? null : risks[at]!)
  }
  return (at) => {
    const people = scheduled[at]!
    return people === null ? null : answeredRisk({ world, learned, row: rows[at]!, people })
  }
}

export function answeredRisk({
  world,
  learned,
  row,
  people,
}: {
  readonly world: QueueWorld
  readonly learned: Learned
  readonly row: Pick<RequirementRow, 'day' | 'mean' | 'cv' | 'handleSeconds'>
  readonly people: number
}): number {
  const settings = settingsOn(world, row.day)
  const demand = demandOf(world, settings, { ...row, patienceSeconds: patienceOf(settings, learned) })
  return riskOf(demand, staffingRule(world, settings), people)
}

/** What comes in each interval and is not done in time with these people and the idle time of others. */
export function taskRisks({
  world,
  rows,
  people,
  help,
}: {
  readonly world: QueueWorld
  readonly rows: readonly Pick<RequirementRow, 'startsAt' | 'day' | 'mean' | 'cv' | 'handleSeconds'>[]
  readonly people: readonly number[]
  readonly help: readonly Helper[]
}): (number | null)[] {
  const first = rows[0]
  if (!first) return []
  const settings = settingsOn(world, first.day)
  const work = taskWork({
    intervalMinutes: world.queue.intervalMinutes,
    cells: rows.map((row) => ({
      startsAt: row.startsAt.getTime(),
      mean: row.mean,
      open: isOpen(world, row.startsAt),
    })),
    handleSeconds: first.handleSeconds,
    deadlineHours: settings.deadlineHours,
    backlog: settings.backlog,
    helpers: help,
    usable: settings.usable,
  })
  const cv = rows.reduce((sum, each) => sum + each.cv, 0) / rows.length
  const onTasks = people.map((each) => each * world.onQueue)
  return taskRisk(work, onTasks, { share: settings.share, cv })
}

function daysOf(cells: readonly StaffedCell[], { world, learned, from, to }: Reading): StaffedDays['days'] {
  const byDay = Map.groupBy(cells, ({ date }) => date)
  const days: StaffedDays['days'][number][] = []
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const own = byDay.get(date) ?? []
    const mean = own.reduce((sum, cell) => sum + cell.mean, 0)
    const cv = own[0]?.cv ?? 0
    const known = own.length > 0 && own.every(({ scheduled }) => scheduled !== null)
    const settings = settingsOn(world, date)
    const rule = staffingRule(world, settings)
    const patienceSeconds = patienceOf(settings, learned)
    const intervals = own.map((cell) => {
      const demand = demandOf(world, settings, { ...cell, patienceSeconds })
      return {
        mean: cell.mean,
        figuresAt: (factor: number) => figuresWith(demand, rule, { people: cell.scheduled ?? 0, factor }),
      }
    })
    const risk = known && world.queue.kind !== 'tasks' ? dayRisk(intervals, cv, settings.target) : null
    days.push({ date, mean, cv, risk })
  }
  return days
}
