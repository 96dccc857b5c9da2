/** Works the requirement out, keeps it, and works it out anew when anything that it was made from has changed. */
import { createHash } from 'node:crypto'
import { addDays, type PlainDate, toEpochDay, weekdayOf } from '../../../kernel/calendar.ts'
import { toLocal } from '../../../kernel/zone.ts'
import type { Scope } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import { type Expectations, factorBetween, readExpectations } from '../../flow/index.ts'
import { type ReadForecast, readForecast } from '../../traffic/index.ts'
import type { Learned } from '../rules/handle-time.ts'
import { spreadWith } from '../rules/risk/expected-spread.ts'
import { spreadOfInterval } from '../rules/risk/load-spread.ts'
import { type StaffedInterval, staffAnswered, staffTasks } from '../rules/staff-series.ts'
import { type Helper, taskWork } from '../rules/task-work.ts'
import {
  type Basis,
  findBasis,
  listRequirement,
  type RequirementRow,
  saveRequirement,
} from '../store/requirement-store.ts'
import {
  demandOf,
  handleSecondsAt,
  learn,
  patienceOf,
  type QueueWorld,
  settingsOn,
  staffingRule,
} from './queue-world.ts'

type Tenant = Pick<Scope, 'organisationId'>
export type Asking = {
  readonly world: QueueWorld
  /** All queues, for those whose idle time tasks use. */
  readonly worlds: readonly QueueWorld[]
  readonly now: Date
}

/** How far ahead; forecasts by interval go six weeks. */
const horizonDays = 45
/** Goes up when the same inputs give another requirement. */
const methodVersion = 1

/** The basis of the kept requirement, which is worked out first where it is missing or out of date. */
export async function ensureRequirement(scope: Tenant, db: Db, asking: Asking): Promise<Basis> {
  const { world, worlds, now } = asking
  const today = toLocal(now).date
  const helping = helpersOf(asking)
  const helpers: Basis[] = []
  for (const helper of helping)
    helpers.push(await ensureRequirement(scope, db, { world: helper, worlds, now }))
  const latest = await readForecast(scope, db, { queueId: world.queue.id, from: today, to: today })
  const expectations = await readExpectations(scope, db)
  const key = keyOf({ world, today, madeAt: latest?.madeAt ?? null, helpers, expectations })
  const found = await findBasis(scope, db, world.queue.id)
  if (found?.key === key) return found
  const span = { queueId: world.queue.id, from: today, to: addDays(today, horizonDays) }
  const forecast = await readForecast(scope, db, span)
  const learned = await learn(scope, db, { world, today })
  const basis = { key, computedAt: now, learned, forecastMadeAt: forecast?.madeAt ?? null }
  const help = await helpersBy(scope, db, { helping, span })
  const rows = forecast ? requirementRows({ world, forecast, learned, help, expectations }) : []
  await inTransaction(db, (trx) =>
    saveRequirement(scope, trx, { queueId: world.queue.id, basis, from: today, rows }),
  )
  return basis
}

/** Those of all queues: people with several skills are shared over them as they are needed. */
export async function ensureAll(
  scope: Tenant,
  db: Db,
  { worlds, now }: Omit<Asking, 'world'>,
): Promise<ReadonlyMap<string, Basis>> {
  const all = new Map<string, Basis>()
  for (const world of worlds)
    all.set(world.queue.id, await ensureRequirement(scope, db, { world, worlds, now }))
  return all
}

/** The requirement of some days as a queue's settings would have it; nothing is kept. Helpers' own must be up to date. */
export async function tryRequirement(
  scope: Tenant,
  db: Db,
  { asking, span }: { readonly asking: Asking; readonly span: Days },
): Promise<RequirementRow[]> {
  const { world, now } = asking
  const forecast = await readForecast(scope, db, span)
  if (!forecast) return []
  const learned = await learn(scope, db, { world, today: toLocal(now).date })
  const help = await helpersBy(scope, db, { helping: helpersOf(asking), span })
  const expectations = await readExpectations(scope, db)
  return requirementRows({ world, forecast, learned, help, expectations })
}

/** Only calls and chats help, so that no two queues wait for one another. */
function helpersOf({ world, worlds, now }: Asking): QueueWorld[] {
  if (world.queue.kind !== 'tasks') return []
  const { blendWith } = settingsOn(world, toLocal(now).date)
  return worlds.filter(({ queue }) => queue.kind !== 'tasks' && blendWith.includes(queue.id))
}

function keyOf({
  world,
  today,
  madeAt,
  helpers,
  expectations: { improvements, changes },
}: {
  readonly world: QueueWorld
  readonly today: PlainDate
  readonly madeAt: Date | null
  readonly helpers: readonly Basis[]
  readonly expectations: Expectations
}): string {
  const { queue, rules, parts } = world
  const made = {
    methodVersion,
    today,
    madeAt,
    kind: queue.kind,
    intervalMinutes: queue.intervalMinutes,
    opening: queue.opening,
    inputs: queue.inputsVersion,
    rules: rules.map(({ validFrom, settings }) => [validFrom, settings]),
    parts,
    helpers: helpers.map(({ key }) => key),
    expected: [
      ...improvements.map(({ countedFrom, mean, low, high, shares }) => ({
        countedFrom,
        drop: [mean, low, high],
        share: shares.find(({ queueId }) => queueId === queue.id)?.share ?? 0,
      })),
      ...changes.map(({ countedFrom, factors }) => ({
        countedFrom,
        factor: factors.find(({ queueId }) => queueId === queue.id)?.factor ?? 1,
      })),
    ],
  }
  return createHash('sha256').update(JSON.stringify(made)).digest('hex').slice(0, 32)
}

/** Idle time that a queue of tasks can count on over some days; none for other queues. */
export async function readHelp(
  scope: Tenant,
  db: Db,
  { asking, span }: { readonly asking: Asking; readonly span: Days },
): Promise<readonly Helper[]> {
  return helpersBy(scope, db, { helping: helpersOf(asking), span })
}

type Days = { readonly queueId: string; readonly from: PlainDate; readonly to: PlainDate }

/** Others' people as they are required, with what they have to do. */
async function helpersBy(
  scope: Tenant,
  db: Db,
  { helping, span }: { readonly helping: readonly QueueWorld[]; readonly span: Days },
): Promise<readonly Helper[]> {
  const helpers: Helper[] = []
  for (const world of helping) {
    const learned = (await findBasis(scope, db, world.queue.id))!.learned
    for (const row of await listRequirement(scope, db, { ...span, queueId: world.queue.id })) {
      const settings = settingsOn(world, row.day)
      const demand = demandOf(world, settings, { ...row, patienceSeconds: patienceOf(settings, learned) })
      const rule = staffingRule(world, settings)
      helpers.push({ startsAt: row.startsAt.getTime(), people: row.needed, demand, rule })
    }
  }
  return helpers
}

type Making = {
  readonly world: QueueWorld
  readonly forecast: ReadForecast
  readonly learned: Learned
  readonly help: readonly Helper[]
  readonly expectations: Expectations
}

type Cell = Omit<RequirementRow, keyof StaffedInterval>

/** The requirement of what a forecast expects; nothing where nobody knows how long a contact takes. */
export function requirementRows(making: Making): RequirementRow[] {
  const cells = cellsOf(making)
  if (making.world.queue.kind === 'tasks') return taskRows(making, cells)
  const { world, learned } = making
  // Rules change from one day to the next at most.
  return [...Map.groupBy(cells, ({ day }) => day)].flatMap(([day, ofDay]) => {
    const settings = settingsOn(world, day)
    const patienceSeconds = patienceOf(settings, learned)
    const demands = ofDay.map((cell) => demandOf(world, settings, { ...cell, patienceSeconds }))
    return rowsOf(ofDay, staffAnswered(demands, staffingRule(world, settings)))
  })
}

function taskRows({ world, help }: Making, cells: readonly Cell[]): RequirementRow[] {
  const first = cells[0]
  if (!first) return []
  const settings = settingsOn(world, first.day)
  const work = taskWork({
    intervalMinutes: world.queue.intervalMinutes,
    cells: cells.map((cell) => ({
      ...cell,
      startsAt: cell.startsAt.getTime(),
      open: isOpen(world, cell.startsAt),
    })),
    handleSeconds: first.handleSeconds,
    deadlineHours: settings.deadlineHours,
    backlog: settings.backlog,
    helpers: help,
    usable: settings.usable,
  })
  const cv = cells.reduce((sum, each) => sum + each.cv, 0) / cells.length
  return rowsOf(cells, staffTasks(work, { ...staffingRule(world, settings), share: settings.share, cv }))
}

/** Whether a moment lies within the queue's hours of its weekday. */
export function isOpen({ queue }: Pick<QueueWorld, 'queue'>, at: Date): boolean {
  const { date, time } = toLocal(at)
  const spans = queue.opening[weekdayOf(toEpochDay(date)) as keyof typeof queue.opening]
  return spans.some(({ from, to }) => time.slice(0, 5) >= from && time.slice(0, 5) < to)
}

/**
 * The forecast's cells with what is known of each, and with what is expected to change the contacts of their day: an
 * improvement, fewer returns, more self-service. How sure that is goes into the spread of the day. Empty when nobody
 * knows how long a contact takes.
 */
function cellsOf({ world, forecast, learned, expectations }: Making): Cell[] {
  const cvs = new Map(forecast.days.map(({ date, cv }) => [date, cv]))
  const queueId = world.queue.id
  const factors = new Map(
    [...new Set(forecast.cells.map(({ startsAt }) => toLocal(startsAt).date))].map((day) => [
      day,
      factorBetween(expectations, { queueId, from: day, to: day }),
    ]),
  )
  return forecast.cells.flatMap(({ startsAt, mean, lo95, hi95 }) => {
    const { date, time } = toLocal(startsAt)
    const handleSeconds = handleSecondsAt(settingsOn(world, date), learned, Number(time.slice(0, 2)))
    if (handleSeconds === null) return []
    const cv = cvs.get(date) ?? spreadOfInterval({ mean, lo95, hi95 })
    const factor = factors.get(date)!
    return [{ startsAt, day: date, mean: mean * factor.mean, cv: spreadWith(cv, factor), handleSeconds }]
  })
}

const rowsOf = (cells: readonly Cell[], staffed: readonly StaffedInterval[]): RequirementRow[] =>
  cells.map((cell, at) => {
    const { p10, p50, p90, needed, netLoad, binding, warnings } = staffed[at]!
    return { ...cell, p10, p50, p90, needed, netLoad, binding, warnings }
  })
