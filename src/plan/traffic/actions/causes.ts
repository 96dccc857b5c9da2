/** What moves traffic, as the planner knows it: days that were not normal, events, shocks and drivers. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import { readTable } from '../../../platform/files/index.ts'
import type { DriverView } from '../causes/contract.ts'
import { readDriverTable } from '../rules/import/read-driver.ts'
import {
  closeKind,
  type DriverValue,
  deleteDriver,
  deleteEvent,
  findShock,
  insertEvent,
  insertKind,
  listDrivers,
  listDriverValues,
  listEvents,
  listKinds,
  type StoredDriver,
  type StoredEvent,
  type StoredKind,
  saveDriver,
  saveMark,
  saveShock,
  updateEvent,
  updateKind,
  writeDriverValues,
} from '../store/cause-store.ts'
import { latestForecast } from '../store/forecast-store.ts'
import { inputsChanged, listQueues } from '../store/queue-store.ts'
import { askForForecasts, inChange } from './forecast-job.ts'
import { neededQueue, queueToChange } from './queues.ts'

/** Forecasts of these queues, or of all in use, are made again; the change and its note are of one piece. */
async function changed(
  context: Context,
  trx: Db,
  {
    queueIds,
    action,
    subject,
  }: { queueIds: readonly string[]; action: string; subject: { kind: string; id: string } },
): Promise<void> {
  const { scope } = context
  await inputsChanged(scope, trx, queueIds)
  const open = (await listQueues(scope, trx)).map(({ id }) => id)
  askForForecasts(trx, queueIds.length === 0 ? open : open.filter((id) => queueIds.includes(id)))
  await recordAudit(context, { action, subject }, trx)
}

/** @throws AppError not-found · queue-closed */
export async function markDay(context: Context, input: { queueId: string; day: string; reason: string }) {
  const { scope, now } = context
  return inChange(context, async (trx) => {
    await queueToChange(context, trx, input.queueId)
    await saveMark(scope, trx, { ...input, now })
    const subject = { kind: 'queue', id: input.queueId }
    const action = input.reason === '' ? 'traffic.dayUnmarked' : 'traffic.dayMarked'
    await changed(context, trx, { queueIds: [input.queueId], action, subject })
    return {}
  })
}

/** @throws AppError not-found when a queue is not there */
export async function createKind(context: Context, fields: Omit<StoredKind, 'kindId'>) {
  const { scope, now } = context
  const kindId = newId(now.getTime())
  return inChange(context, async (trx) => {
    await needQueues(context, trx, fields.queueIds)
    await insertKind(scope, trx, { kind: { kindId, ...fields }, now })
    const subject = { kind: 'eventKind', id: kindId }
    await recordAudit(context, { action: 'eventKind.created', subject, detail: { name: fields.name } }, trx)
    return { kindId }
  })
}

async function needQueues(context: Context, trx: Db, queueIds: readonly string[]): Promise<void> {
  for (const queueId of queueIds) await neededQueue(context, trx, queueId)
}

/** @throws AppError not-found */
export async function editKind(context: Context, kind: StoredKind) {
  const { scope } = context
  return inChange(context, async (trx) => {
    await needQueues(context, trx, kind.queueIds)
    if (!(await updateKind(scope, trx, kind))) throw new AppError('not-found')
    const subject = { kind: 'eventKind', id: kind.kindId }
    await changed(context, trx, { queueIds: [], action: 'eventKind.edited', subject })
    return {}
  })
}

/** @throws AppError not-found */
export async function removeKind(context: Context, { kindId }: { kindId: string }) {
  const { scope, now } = context
  return inChange(context, async (trx) => {
    if (!(await closeKind(scope, trx, { kindId, now }))) throw new AppError('not-found')
    const subject = { kind: 'eventKind', id: kindId }
    await changed(context, trx, { queueIds: [], action: 'eventKind.removed', subject })
    return {}
  })
}

async function queuesOfKind({ scope }: Context, trx: Db, kindId: string): Promise<readonly string[]> {
  const kind = (await listKinds(scope, trx)).find((each) => each.kindId === kindId)
  if (!kind) throw new AppError('not-found')
  return kind.queueIds
}

/** Twice the same would work twice: a larger one has a size. @throws AppError event-exists */
async function refuseSecond(
  { scope }: Context,
  trx: Db,
  { eventId, kindId, day }: StoredEvent,
): Promise<void> {
  const same = (await listEvents(scope, trx)).some(
    (each) => each.kindId === kindId && each.day === day && each.eventId !== eventId,
  )
  if (same) throw new AppError('event-exists')
}

/** @throws AppError not-found when there is no such kind in use · event-exists */
export async function addEvent(context: Context, fields: Omit<StoredEvent, 'eventId'>) {
  const { scope, now } = context
  const eventId = newId(now.getTime())
  return inChange(context, async (trx) => {
    const queueIds = await queuesOfKind(context, trx, fields.kindId)
    await refuseSecond(context, trx, { eventId, ...fields })
    await insertEvent(scope, trx, { event: { eventId, ...fields }, now })
    await changed(context, trx, { queueIds, action: 'event.added', subject: { kind: 'event', id: eventId } })
    return { eventId }
  })
}

/** @throws AppError not-found · event-exists */
export async function editEvent(context: Context, event: StoredEvent) {
  return inChange(context, async (trx) => {
    await queuesOfKind(context, trx, event.kindId)
    await refuseSecond(context, trx, event)
    if (!(await updateEvent(context.scope, trx, event))) throw new AppError('not-found')
    // It may have been of another kind, and so of other queues.
    await changed(context, trx, {
      queueIds: [],
      action: 'event.edited',
      subject: { kind: 'event', id: event.eventId },
    })
    return {}
  })
}

/** @throws AppError not-found */
export async function removeEvent(context: Context, { eventId }: { eventId: string }) {
  return inChange(context, async (trx) => {
    if (!(await deleteEvent(context.scope, trx, eventId))) throw new AppError('not-found')
    await changed(context, trx, {
      queueIds: [],
      action: 'event.removed',
      subject: { kind: 'event', id: eventId },
    })
    return {}
  })
}

type OwnShock = {
  readonly queueId: string
  readonly day: string
  readonly name: string
  readonly multiplier: number
  readonly halfLifeDays: number | null
}

/** @throws AppError not-found · queue-closed */
export async function addShock(context: Context, input: OwnShock) {
  const { scope, now } = context
  const shockId = newId(now.getTime())
  return inChange(context, async (trx) => {
    await queueToChange(context, trx, input.queueId)
    const shock = { ...input, shockId, low: null, high: null, origin: 'own', state: 'accepted' } as const
    await saveShock(scope, trx, { shock, now })
    const subject = { kind: 'shock', id: shockId }
    await changed(context, trx, { queueIds: [input.queueId], action: 'shock.added', subject })
    return { shockId }
  })
}

type Settled = Pick<OwnShock, 'name' | 'multiplier' | 'halfLifeDays'> & {
  readonly shockId: string
  readonly state: 'accepted' | 'dismissed'
}

/** @throws AppError not-found */
export async function settleShock(context: Context, { shockId, ...said }: Settled) {
  const { scope, now } = context
  return inChange(context, async (trx) => {
    const shock = await findShock(scope, trx, shockId)
    if (!shock) throw new AppError('not-found')
    await saveShock(scope, trx, { shock: { ...shock, ...said }, now })
    const subject = { kind: 'shock', id: shockId }
    await changed(context, trx, { queueIds: [shock.queueId], action: `shock.${said.state}`, subject })
    return {}
  })
}

export async function readDrivers({ scope, db }: Context): Promise<{ items: DriverView[] }> {
  const values = Map.groupBy(await listDriverValues(scope, db), ({ driverId }) => driverId)
  const notes = new Map<string, DriverView['notes']>()
  for (const { id } of await listQueues(scope, db))
    for (const note of (await latestForecast(scope, db, id))?.report.driverNotes ?? []) {
      const { code, from, value, edge } = note
      const all = notes.get(note.driver) ?? []
      if (!all.some((each) => each.code === code))
        notes.set(note.driver, [...all, { code, from, value, edge }])
    }
  const items = (await listDrivers(scope, db)).map((driver) => ({
    ...driver,
    queueIds: [...driver.queueIds],
    ...summaryOf(values.get(driver.driverId) ?? []),
    notes: notes.get(driver.driverId) ?? [],
  }))
  return { items }
}

function summaryOf(values: readonly DriverValue[]): Pick<DriverView, 'seen' | 'ahead'> {
  const range = (of: readonly DriverValue[]) => ({
    least: Math.min(...of.map(({ value }) => value)),
    most: Math.max(...of.map(({ value }) => value)),
  })
  const of = (scenario: DriverValue['scenario']) => values.filter((each) => each.scenario === scenario)
  const seen = of('seen')
  return {
    seen:
      seen.length === 0
        ? { values: 0, first: null, last: null, least: null, most: null }
        : { values: seen.length, first: seen[0]!.day, last: seen.at(-1)!.day, ...range(seen) },
    ahead: (['low', 'base', 'high'] as const).flatMap((scenario) => {
      const path = of(scenario)
      return path.length === 0
        ? []
        : [{ scenario, values: path.length, ...range(path), last: path.at(-1)!.day }]
    }),
  }
}

type DriverFile = {
  readonly file: File
  readonly driverId?: string | undefined
  readonly name: string
  readonly unit: string
}

/** A new driver, or more values of one; a value of a day that is there is replaced. @throws AppError not-found · invalid-input by line */
export async function importDriver(context: Context, { file, driverId, name, unit }: DriverFile) {
  const { scope, now } = context
  const table = await readTable(new Uint8Array(await file.arrayBuffer()), { filename: file.name })
  const { values, issues } = readDriverTable(table)
  if (issues.length > 0) throw new AppError('invalid-input', { issues: issues.length }, issues.slice(0, 100))
  if (values.length === 0) throw new AppError('traffic-file', { problem: 'nothing' })
  return inChange(context, async (trx) => {
    const known = driverId === undefined ? undefined : await neededDriver(context, trx, driverId)
    const id = known?.driverId ?? newId(now.getTime())
    const usual = { queueIds: [], scenario: 'base', beyondSeen: false, lagDays: 0 } as const
    await saveDriver(scope, trx, { driver: { ...(known ?? { driverId: id, ...usual }), name, unit }, now })
    await writeDriverValues(scope, trx, { driverId: id, values })
    const subject = { kind: 'driver', id }
    await changed(context, trx, { queueIds: known?.queueIds ?? [], action: 'driver.imported', subject })
    const seen = values.filter(({ scenario }) => scenario === 'seen').length
    return { driverId: id, seen, ahead: values.length - seen }
  })
}

async function neededDriver({ scope }: Context, db: Db, driverId: string): Promise<StoredDriver> {
  const driver = (await listDrivers(scope, db)).find((each) => each.driverId === driverId)
  if (!driver) throw new AppError('not-found')
  return driver
}

/** @throws AppError not-found */
export async function editDriver(
  context: Context,
  input: Pick<StoredDriver, 'driverId' | 'scenario' | 'beyondSeen' | 'lagDays' | 'queueIds'>,
) {
  return inChange(context, async (trx) => {
    const driver = await neededDriver(context, trx, input.driverId)
    await needQueues(context, trx, input.queueIds)
    await saveDriver(context.scope, trx, { driver: { ...driver, ...input }, now: context.now })
    const subject = { kind: 'driver', id: input.driverId }
    await changed(context, trx, { queueIds: [], action: 'driver.edited', subject })
    return {}
  })
}

/** @throws AppError not-found */
export async function removeDriver(context: Context, { driverId }: { driverId: string }) {
  return inChange(context, async (trx) => {
    if (!(await deleteDriver(context.scope, trx, driverId))) throw new AppError('not-found')
    await changed(context, trx, {
      queueIds: [],
      action: 'driver.removed',
      subject: { kind: 'driver', id: driverId },
    })
    return {}
  })
}
