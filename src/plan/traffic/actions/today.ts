/** How the day goes against what was expected of it, and what the rest of it will be. */
import { minutesOf } from '../../../kernel/clock.ts'
import { toLocal } from '../../../kernel/zone.ts'
import type { Context } from '../../../organisation/index.ts'
import type { TodayQueue, TodayView } from '../contract.ts'
import type { PastDay } from '../rules/intraday/day-covariance.ts'
import { daysLike } from '../rules/intraday/past-days.ts'
import { type DayUpdate, updateDay } from '../rules/intraday/update-day.ts'
import { openingOn } from '../rules/queue.ts'
import { type ForecastCell, latestForecast, readForecast } from '../store/forecast-store.ts'
import { listExceptions, listQueues, type StoredQueue } from '../store/queue-store.ts'
import { readTraffic, type TrafficRow, trafficSpans } from '../store/traffic-store.ts'
import { queueView } from './queues.ts'

export async function readToday(context: Context): Promise<TodayView> {
  const { scope, db, now } = context
  const spans = await trafficSpans(scope, db)
  const queues: TodayQueue[] = []
  for (const queue of await listQueues(scope, db))
    queues.push({ ...(await goingOn(context, queue)), queue: queueView(queue, spans) })
  return { today: toLocal(now).date, now: now.toISOString(), queues }
}

async function goingOn(context: Context, queue: StoredQueue): Promise<Omit<TodayQueue, 'queue'>> {
  const { scope, db, now } = context
  const today = toLocal(now).date
  const span = { queueId: queue.id, from: today, to: today }
  const rows = await readTraffic(scope, db, span)
  const told = await readForecast(scope, db, span)
  const cells = told?.cells ?? []
  const exceptions = await listExceptions(scope, db, queue.id)
  const opening = openingOn(queue.opening, new Map(exceptions.map((each) => [each.day, each.spans])), today)
  const end = rows.at(-1) ? rows.at(-1)!.startsAt.getTime() + queue.intervalMinutes * 60_000 : null
  // An interval that is not over says nothing yet.
  const over = rows.filter(
    ({ startsAt }) => startsAt.getTime() + queue.intervalMinutes * 60_000 <= now.getTime(),
  )
  const update = cells.length > 0 ? updated(await pastOf(context, queue.id, cells), cells, over) : undefined
  const seenCells = cells.length - (update?.rest.length ?? cells.length)
  const soFar = over.reduce((sum, { offered }) => sum + offered, 0)
  const handled = over.reduce((sum, { handled: each, offered }) => sum + (each ?? offered), 0)
  const day = told?.days[0]
  return {
    opening: [...opening],
    seenUntil: end === null ? null : new Date(Math.min(end, now.getTime())).toISOString(),
    soFar,
    expectedSoFar:
      cells.length > 0 ? cells.slice(0, seenCells).reduce((sum, { mean }) => sum + mean, 0) : null,
    planned: day ? { mean: day.mean, lo95: day.lo95, hi95: day.hi95 } : null,
    updated: update ? wholeDay(soFar, update) : null,
    alarm: update?.watch.state === 'above' || update?.watch.state === 'below' ? update.watch.state : null,
    usual:
      update && Number.isFinite(update.watch.high) && update.watch.state !== 'too-early'
        ? { low: update.watch.low, high: update.watch.high }
        : null,
    proposals: [...(update?.watch.proposals ?? [])],
    waitSeconds:
      handled > 0 && over.some(({ waitSeconds }) => waitSeconds !== null)
        ? over.reduce(
            (sum, { waitSeconds, handled: each, offered }) => sum + (waitSeconds ?? 0) * (each ?? offered),
            0,
          ) / handled
        : null,
    abandoned: over.some(({ abandoned }) => abandoned !== null)
      ? over.reduce((sum, { abandoned }) => sum + (abandoned ?? 0), 0)
      : null,
    cells: together(cells, over, { update, seenCells }),
  }
}

function wholeDay(soFar: number, { rest, restLo95, restHi95 }: DayUpdate) {
  return {
    mean: soFar + rest.reduce((sum, value) => sum + value, 0),
    lo95: soFar + restLo95,
    hi95: soFar + restHi95,
  }
}

/** The rest of the day from what has been seen up to the first interval without a count. */
function updated(
  past: readonly PastDay[],
  cells: readonly ForecastCell[],
  over: readonly TrafficRow[],
): DayUpdate {
  const at = new Map(over.map((row) => [row.startsAt.getTime(), row.offered]))
  const last = over.at(-1)?.startsAt.getTime() ?? 0
  const seen = cells
    .filter(({ startsAt }) => startsAt.getTime() <= last)
    .map(({ startsAt }) => at.get(startsAt.getTime()) ?? 0)
  return updateDay({
    past,
    forecast: Float64Array.from(cells, ({ mean }) => mean),
    seen: Float64Array.from(seen),
  })
}

/** Days that were open at the same times, as the forecast of this morning keeps them. */
async function pastOf(
  { scope, db }: Context,
  queueId: string,
  cells: readonly ForecastCell[],
): Promise<PastDay[]> {
  const kept = await latestForecast(scope, db, queueId)
  const minutes = cells.map(({ startsAt }) => minutesOf(toLocal(startsAt).time))
  return daysLike(kept?.report.pastDays ?? [], minutes)
}

type Updated = { readonly update: DayUpdate | undefined; readonly seenCells: number }

function together(
  cells: readonly ForecastCell[],
  over: readonly TrafficRow[],
  { update, seenCells }: Updated,
): TodayQueue['cells'] {
  const at = new Map(over.map((row) => [row.startsAt.getTime(), row]))
  const told = new Map(cells.map((cell, index) => [cell.startsAt.getTime(), { cell, index }]))
  const starts = [...new Set([...at.keys(), ...told.keys()])].toSorted((a, b) => a - b)
  return starts.map((start) => {
    const row = at.get(start)
    const { cell, index = -1 } = told.get(start) ?? {}
    const now = update && index >= seenCells ? update.rest[index - seenCells]! : null
    const scale = now !== null && cell && cell.mean > 0 ? now / cell.mean : null
    return {
      startsAt: new Date(start).toISOString(),
      offered: row?.offered ?? null,
      waitSeconds: row?.waitSeconds ?? null,
      planned: cell?.mean ?? null,
      lo95: cell?.lo95 ?? null,
      hi95: cell?.hi95 ?? null,
      updated: now,
      updatedLo95: scale === null ? null : cell!.lo95 * scale,
      updatedHi95: scale === null ? null : cell!.hi95 * scale,
    }
  })
}
