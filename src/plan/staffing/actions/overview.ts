/** The front page of Plan: will we answer next week, where not, why, and what would help. */

import { addDays, type PlainDate } from '../../../kernel/calendar.ts'
import { minutesOf } from '../../../kernel/clock.ts'
import { toLocal } from '../../../kernel/zone.ts'
import type { Context } from '../../../organisation/index.ts'
import { type ReadForecast, readForecast, readTraffic } from '../../traffic/index.ts'
import type { PlanOverview } from '../contract.ts'
import { type DayTotal, usualDay } from '../rules/look-back.ts'
import { proposeRemedies, type Remedy } from '../rules/remedy.ts'
import { usualSettings } from '../rules/settings.ts'
import { heatCells, heatStep, type WorstSpan, worstSpan } from '../rules/staffed-cell.ts'
import type { Basis } from '../store/requirement-store.ts'
import { ensureAll } from './compute.ts'
import { listWorlds, pickWorld, type QueueWorld, settingsOn } from './queue-world.ts'
import { answeredRisk, readStaffed, type StaffedDays, taskRisks } from './staffed-cells.ts'
import { comingMonday, lacksOf, queueView, type WeekInput } from './week.ts'

type Asking = Pick<Context, 'scope' | 'db' | 'now'>
type OneQueue = {
  readonly world: QueueWorld
  readonly basis: Basis
  readonly staffed: StaffedDays
  readonly worst: WorstSpan | null
  readonly lacks: PlanOverview['lacks']
}

export async function readOverview(context: Asking, input: WeekInput): Promise<PlanOverview> {
  const { scope, db, now } = context
  const from = input.from ?? comingMonday(now)
  const to = addDays(from, 6)
  const worlds = await listWorlds(scope, db)
  const bases = await ensureAll(scope, db, { worlds, now })
  const all: OneQueue[] = []
  const queues: PlanOverview['queues'] = []
  for (const world of worlds) {
    const basis = bases.get(world.queue.id)!
    const staffed = await readStaffed(scope, db, { world, worlds, now, learned: basis.learned, from, to })
    const worst = worstSpan(staffed.cells, world.queue.intervalMinutes)
    const lacks = await lacksOf(context, { world, basis, day: from })
    all.push({ world, basis, staffed, worst, lacks })
    queues.push({
      ...queueView(world.queue),
      lacks,
      worst,
      scheduled: staffed.scheduledFrom !== 'none',
    })
  }
  const chosen = pickWorld(worlds, input.queueId ?? mostPressed(all))
  const one = all.find(({ world }) => world === chosen)
  if (!one) return { ...nothing, from, to, queues }
  return { ...(await ofQueue(context, one, { all, from, to })), from, to, queues }
}

/** The queue that lacks most people; the first one when nobody does. */
function mostPressed(all: readonly OneQueue[]): string | undefined {
  const ranked = all.filter(({ worst }) => worst).sort((a, b) => b.worst!.missing - a.worst!.missing)
  return ranked[0]?.world.queue.id
}

type Week = { readonly all: readonly OneQueue[]; readonly from: PlainDate; readonly to: PlainDate }

async function ofQueue({ scope, db, now }: Asking, one: OneQueue, week: Week) {
  const { world, staffed, worst } = one
  const today = toLocal(now).date
  const queueId = world.queue.id
  const seen = dayTotals(
    await readTraffic(scope, db, { queueId, from: addDays(today, -70), to: addDays(today, -1) }),
  )
  const forecast = await readForecast(scope, db, { queueId, from: today, to: addDays(today, 27) })
  const openMinutes = openLength(staffed)
  const step = Math.max(heatStep(openMinutes), world.queue.intervalMinutes)
  const settings = settingsOn(world, week.from)
  return {
    queue: queueView(world.queue),
    lacks: one.lacks,
    settings: { ...settings, handleHours: [...settings.handleHours], blendWith: [...settings.blendWith] },
    stepMinutes: step,
    scheduledFrom: staffed.scheduledFrom,
    days: [...staffed.days],
    cells: heatCells(staffed.cells, step),
    worst,
    remedies: worst ? remediesFor(one, worst, week.all) : [],
    cause: worst ? causeOf(staffed, worst.date, { seen, forecast }) : null,
    seen: seen.filter(({ date }) => date >= addDays(today, -42)),
    expected: (forecast?.days ?? []).map(({ date, mean, lo95, hi95 }) => ({ date, mean, lo95, hi95 })),
    past: pastOf(forecast),
  }
}

/** From the earliest to the latest interval of any day, in minutes. */
function openLength({ cells }: StaffedDays): number {
  const times = cells.map(({ time }) => minutesOf(time))
  return times.length === 0 ? 0 : Math.max(...times) - Math.min(...times) + 15
}

function dayTotals(rows: readonly { readonly startsAt: Date; readonly offered: number }[]): DayTotal[] {
  return sumDays(rows.map(({ startsAt, offered }) => ({ date: toLocal(startsAt).date, offered })))
}

function sumDays(parts: readonly DayTotal[]): DayTotal[] {
  const sums = new Map<string, number>()
  for (const { date, offered } of parts) sums.set(date, (sums.get(date) ?? 0) + offered)
  return [...sums].map(([date, offered]) => ({ date, offered })).sort((a, b) => (a.date < b.date ? -1 : 1))
}

type Known = { readonly seen: readonly DayTotal[]; readonly forecast: ReadForecast | undefined }

function causeOf(staffed: StaffedDays, date: PlainDate, { seen, forecast }: Known): PlanOverview['cause'] {
  const usual = usualDay(seen, date)
  if (usual === null) return null
  const expected = staffed.days.find((day) => day.date === date)?.mean ?? 0
  const parts = forecast?.days.find((day) => day.date === date)?.parts ?? []
  return { date, expected, usual: usual.median, weeks: usual.weeks, parts: [...parts] }
}

/** Null until there have been moments to judge by. */
function pastOf(forecast: ReadForecast | undefined): PlanOverview['past'] {
  const past = forecast?.past
  if (!past || past.wape === null) return null
  const { origins, wape, wapeMedian, wapeNaive } = past
  return { origins, wape, wapeMedian, wapeNaive }
}

function remediesFor(
  { world, basis, staffed }: OneQueue,
  span: WorstSpan,
  all: readonly OneQueue[],
): Remedy[] {
  const { cells } = staffed
  const tasks = world.queue.kind === 'tasks'
  const rows = cells.map((cell) => ({ ...cell, startsAt: new Date(cell.startsAt), day: cell.date }))
  const withMore = new Map<number, readonly (number | null)[]>()
  const tasksWith = (more: number) => {
    const inSpan = ({ date, time }: { date: string; time: string }) =>
      date === span.date && time >= span.from && time < span.to
    const people = cells.map((cell) => (cell.scheduled ?? 0) + (inSpan(cell) ? more : 0))
    const known = withMore.get(more) ?? taskRisks({ world, rows, people, help: staffed.help })
    withMore.set(more, known)
    return known
  }
  return proposeRemedies({
    span,
    cells,
    others: all
      .filter((other) => other.world !== world)
      .map((other) => ({ queue: other.world.queue.name, cells: other.staffed.cells })),
    riskWith: (cell, more) =>
      tasks
        ? (tasksWith(more)[cells.indexOf(cell)] ?? 0)
        : answeredRisk({
            world,
            learned: basis.learned,
            row: { ...cell, day: cell.date },
            people: (cell.scheduled ?? 0) + more,
          }),
    enough: 1 - settingsOn(world, span.date).confidence,
  })
}

const nothing: PlanOverview = {
  from: '',
  to: '',
  queues: [],
  queue: null,
  lacks: null,
  settings: { ...usualSettings('calls'), handleHours: [], blendWith: [] },
  stepMinutes: 30,
  scheduledFrom: 'none',
  days: [],
  cells: [],
  worst: null,
  remedies: [],
  cause: null,
  seen: [],
  expected: [],
  past: null,
}
