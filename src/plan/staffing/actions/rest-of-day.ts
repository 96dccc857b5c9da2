/** The rest of a day with its load as it is expected by now, in place of the load of the morning. */
import { addDays, type PlainDate } from '../../../kernel/calendar.ts'
import { toLocal } from '../../../kernel/zone.ts'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import { type Expectations, readExpectations } from '../../flow/index.ts'
import { type ReadForecast, readForecast } from '../../traffic/index.ts'
import type { DayQueue } from '../rules/day-queue.ts'
import { taskWork } from '../rules/task-work.ts'
import type { Basis, RequirementRow } from '../store/requirement-store.ts'
import { ensureAll, isOpen, readHelp, requirementRows } from './compute.ts'
import { demandOf, listWorlds, patienceOf, type QueueWorld, settingsOn, staffingRule } from './queue-world.ts'
import { peopleSetUp } from './staffed-cells.ts'

/** What is expected of a queue for the rest of a day, by the start of the interval in milliseconds. */
export type Revision = {
  readonly means: ReadonlyMap<number, number>
  /** The spread of the rest of the day, sd ÷ mean; null: as the forecast has it. */
  readonly cv: number | null
}
type Asking = {
  readonly day: PlainDate
  readonly now: Date
  readonly revisions: ReadonlyMap<string, Revision>
}
export type RestOfDay = {
  readonly queue: DayQueue
  /** Why there is nothing to reckon with. */
  readonly lacks: 'forecast' | 'handle-time' | null
}

/** No improvements and no changes of returns. */
const nothingExpected: Expectations = { improvements: [], changes: [] }
/** Days after today in which today's deadlines may lie. */
const taskDays = 4

/** Every queue in use, from the interval that runs to the end of the day. */
export async function readRestOfDay(scope: Scope, db: Db, asking: Asking): Promise<readonly RestOfDay[]> {
  const worlds = await listWorlds(scope, db)
  const bases = await ensureAll(scope, db, { worlds, now: asking.now })
  const found: RestOfDay[] = []
  for (const world of worlds)
    found.push(await restOf(scope, db, { ...asking, world, worlds, basis: bases.get(world.queue.id)! }))
  return found
}

type OfWorld = Asking & {
  readonly world: QueueWorld
  readonly worlds: readonly QueueWorld[]
  readonly basis: Basis
}

async function restOf(scope: Scope, db: Db, asking: OfWorld): Promise<RestOfDay> {
  const { world, day } = asking
  const isTasks = world.queue.kind === 'tasks'
  const { learned, forecastMadeAt } = asking.basis
  const span = { queueId: world.queue.id, from: day, to: isTasks ? addDays(day, taskDays) : day }
  const help = await readHelp(scope, db, { asking, span })
  const forecast = await readForecast(scope, db, span)
  // What today is like already shows in the load as it is expected by now: nothing is counted twice.
  const isSeen = (asking.revisions.get(world.queue.id)?.cv ?? null) !== null
  const expectations = isSeen ? nothingExpected : await readExpectations(scope, db)
  const rows = forecast
    ? requirementRows({ world, forecast: revised(forecast, asking), learned, help, expectations })
    : []
  const { people, scheduledFrom } = await peopleSetUp(scope, db, span)
  const settings = settingsOn(world, day)
  const rule = staffingRule(world, settings)
  const today = rows.filter((row) => row.day === day)
  const cells = today.map((row) => ({
    startsAt: row.startsAt.getTime(),
    time: toLocal(row.startsAt).time.slice(0, 5),
    demand: demandOf(world, settings, { ...row, patienceSeconds: patienceOf(settings, learned) }),
    needed: row.needed,
    scheduled: people.get(row.startsAt.getTime()) ?? null,
  }))
  const { id, name, kind, skill, intervalMinutes } = world.queue
  const queue: DayQueue = {
    queueId: id,
    name,
    kind,
    skill,
    intervalMinutes,
    rule,
    postponable: postponableOf(world),
    scheduledFrom,
    cells,
    tasks: isTasks ? tasksOf(asking, { rows, people, help }) : null,
  }
  const lacks =
    forecastMadeAt === null
      ? 'forecast'
      : forecast && rows.length === 0 && forecast.cells.length > 0
        ? 'handle-time'
        : null
  return { queue, lacks }
}

/** Today's intervals that are over are left out, and those that are not are as they are expected now. */
function revised(forecast: ReadForecast, { world, day, now, revisions }: OfWorld): ReadForecast {
  const revision = revisions.get(world.queue.id)
  const length = world.queue.intervalMinutes * 60_000
  return {
    ...forecast,
    days: forecast.days.map((each) =>
      each.date === day && revision?.cv !== null && revision !== undefined
        ? { ...each, cv: revision.cv }
        : each,
    ),
    cells: forecast.cells
      .filter(({ startsAt }) => startsAt.getTime() + length > now.getTime())
      .map((cell) => ({ ...cell, mean: revision?.means.get(cell.startsAt.getTime()) ?? cell.mean })),
  }
}

type Working = {
  readonly rows: readonly RequirementRow[]
  readonly people: ReadonlyMap<number, number>
  readonly help: Awaited<ReturnType<typeof readHelp>>
}

function tasksOf({ world, day }: OfWorld, { rows, people, help }: Working): DayQueue['tasks'] {
  const first = rows[0]
  if (!first) return null
  const { deadlineHours, backlog, usable, share } = settingsOn(world, day)
  const work = taskWork({
    intervalMinutes: world.queue.intervalMinutes,
    cells: rows.map(({ startsAt, mean }) => ({
      startsAt: startsAt.getTime(),
      mean,
      open: isOpen(world, startsAt),
    })),
    handleSeconds: first.handleSeconds,
    deadlineHours,
    backlog,
    helpers: help,
    usable,
  })
  const cv = rows.reduce((sum, each) => sum + each.cv, 0) / rows.length
  return { work, people: rows.map(({ startsAt }) => people.get(startsAt.getTime()) ?? 0), share, cv }
}

/** Parts of the time at work that can wait until another day; what the shift plan places is moved there instead. */
const canWait = /møte|moete|opplæring|kurs|trening|coach|meeting|training|course/iu

function postponableOf({ parts }: QueueWorld): number {
  return parts
    .filter(({ name, place, planned }) => place === 'at-work' && !planned && canWait.test(name))
    .reduce((sum, { share }) => sum + share, 0)
}
