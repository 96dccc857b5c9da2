/** Making a queue's forecast: what goes in is read, the thread reckons, and what comes out is kept. */
import { addDays } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { toLocal } from '../../../kernel/zone.ts'
import type { Context, Scope } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import type { Driver } from '../rules/forecast/forecast-types.ts'
import { isSameJump } from '../rules/forecast/propose-shocks.ts'
import type { ForecastRequest, MadeForecast } from '../rules/make-forecast.ts'
import {
  type DriverValue,
  dropProposals,
  listDrivers,
  listDriverValues,
  listEvents,
  listKinds,
  listShocks,
  type StoredDriver,
  saveShock,
} from '../store/cause-store.ts'
import { keepForecast, latestForecast } from '../store/forecast-store.ts'
import { findQueue, listExceptions, type StoredQueue } from '../store/queue-store.ts'
import { hasDaysEnough, wallCounts } from '../store/traffic-store.ts'

export const forecastJob = 'traffic.forecast'
export type ForecastPayload = {
  readonly organisationId: string
  readonly queueId: string
  /** Somebody wants it made, whether or not something has changed. */
  readonly again?: boolean
}

const asked = new WeakMap<Db, Set<string>>()

/** A change in one transaction; the forecasts that it makes necessary are asked for when it is done. */
export async function inChange<T>(
  { db, jobs, scope }: Pick<Context, 'db' | 'jobs' | 'scope'>,
  work: (trx: Db) => Promise<T>,
): Promise<T> {
  const queueIds = new Set<string>()
  const result = await inTransaction(db, (trx) => {
    asked.set(trx, queueIds)
    return work(trx)
  })
  const { organisationId } = scope
  for (const queueId of queueIds)
    await jobs.send(forecastJob, { organisationId, queueId } satisfies ForecastPayload, { organisationId })
  return result
}

/** Asks for forecasts, as part of the change that makes them necessary. */
export function askForForecasts(trx: Db, queueIds: readonly string[]): void {
  for (const queueId of queueIds) asked.get(trx)?.add(queueId)
}

type Making = {
  readonly scope: Scope
  readonly db: Db
  readonly now: Date
  readonly reckon: (request: ForecastRequest) => Promise<MadeForecast | null>
}

/** Does nothing when the forecast of today is there and nothing has changed since. */
export async function forecastQueue(
  { scope, db, now, reckon }: Making,
  { queueId, again = false }: Pick<ForecastPayload, 'queueId' | 'again'>,
) {
  const queue = await findQueue(scope, db, queueId)
  if (!queue || queue.closedAt !== null) return { made: false }
  const today = toLocal(now).date
  const latest = await latestForecast(scope, db, queueId)
  if (!again && latest && latest.fromDay === today && latest.inputsVersion === queue.inputsVersion)
    return { made: false }
  // No thread is started for what would say nothing.
  if (!(await hasDaysEnough(scope, db, { queueId, before: today }))) return { made: false }
  const made = await reckon(await gatherRequest({ scope, db }, queue, today))
  if (!made) return { made: false }
  await inTransaction(db, async (trx) => {
    await keepForecast(scope, trx, {
      forecastId: newId(now.getTime()),
      queueId,
      madeAt: now,
      fromDay: today,
      toDay: made.toDay,
      cellsTo: made.cellsTo,
      methodVersion: made.methodVersion,
      inputsVersion: queue.inputsVersion,
      report: made.report,
      cells: made.cells.map((cell) => ({ ...cell, startsAt: new Date(cell.startsAt) })),
      days: made.days,
    })
    await proposeAgain({ scope, now }, trx, { queueId, made })
  })
  return { made: true }
}

async function gatherRequest(
  { scope, db }: Pick<Making, 'scope' | 'db'>,
  queue: StoredQueue,
  today: string,
): Promise<ForecastRequest> {
  const applies = ({ queueIds }: { readonly queueIds: readonly string[] }) =>
    queueIds.length === 0 || queueIds.includes(queue.id)
  const kinds = new Map((await listKinds(scope, db)).filter(applies).map((kind) => [kind.kindId, kind]))
  const events = (await listEvents(scope, db)).flatMap(({ kindId, day, size, factor }) => {
    const kind = kinds.get(kindId)
    return kind
      ? [{ kind: kindId, date: addDays(day, kind.lagFrom), size, ...(factor !== null && { factor }) }]
      : []
  })
  const all = await listShocks(scope, db, queue.id)
  const dismissed = all.filter(({ state }) => state === 'dismissed').map(({ day }) => day)
  const shocks = all
    .filter(({ state }) => state === 'accepted')
    .map(({ shockId, day, multiplier, halfLifeDays }) => ({
      id: shockId,
      from: day,
      multiplier,
      ...(halfLifeDays !== null && { halfLifeDays }),
    }))
  const values = await listDriverValues(scope, db)
  const drivers = (await listDrivers(scope, db)).filter(applies).map((driver) => driverInput(driver, values))
  return {
    queue: { opening: queue.opening, intervalMinutes: queue.intervalMinutes },
    exceptions: await listExceptions(scope, db, queue.id),
    counts: await wallCounts(scope, db, { queueId: queue.id, before: today }),
    events,
    shocks,
    dismissed,
    drivers,
    today,
  }
}

/** The chosen scenario takes the place of the expected path. */
function driverInput(driver: StoredDriver, values: readonly DriverValue[]): Driver {
  const of = (scenario: DriverValue['scenario']) =>
    values
      .filter((each) => each.driverId === driver.driverId && each.scenario === scenario)
      .map(({ day, value }) => ({ date: day, value }))
  const [low, base, high] = [of('low'), of('base'), of('high')]
  const chosen = { low, base, high }[driver.scenario]
  return {
    id: driver.driverId,
    history: of('seen'),
    future: {
      base: chosen.length > 0 ? chosen : base,
      ...(low.length > 0 && { low }),
      ...(high.length > 0 && { high }),
    },
    lagDays: driver.lagDays,
    beyondSeen: driver.beyondSeen,
  }
}

/** Proposals are made anew; one that somebody has settled is not proposed again. */
async function proposeAgain(
  { scope, now }: Pick<Making, 'scope' | 'now'>,
  trx: Db,
  { queueId, made }: { readonly queueId: string; readonly made: MadeForecast },
): Promise<void> {
  await dropProposals(scope, trx, queueId)
  const settled = await listShocks(scope, trx, queueId)
  for (const { date, multiplier, low, high, halfLifeDays } of made.report.shocks) {
    if (settled.some(({ day }) => isSameJump(day, date))) continue
    const found = {
      shockId: newId(now.getTime()),
      queueId,
      day: date,
      name: '',
      multiplier,
      low,
      high,
      halfLifeDays,
    }
    await saveShock(scope, trx, { shock: { ...found, origin: 'found', state: 'proposed' }, now })
  }
}
