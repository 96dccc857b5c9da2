/** Bringing traffic in: from a file, from the log of enquiries, or as a telephone system sends it. */

import { createHash } from 'node:crypto'
import { addDays, toEpochDay, weekdayOf } from '../../../kernel/calendar.ts'
import { clockOf } from '../../../kernel/clock.ts'
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { endOfDay, toInstant, toLocal } from '../../../kernel/zone.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import { readTable, type Table } from '../../../platform/files/index.ts'
import { countEnquiries } from '../../../understand/intake/index.ts'
import type { DeliveryView, TrafficPreview } from '../imports/contract.ts'
import { outsideHours } from '../rules/import/outside-hours.ts'
import { type ReadTraffic, type RefusedLine, readTraffic, type Share } from '../rules/import/read-traffic.ts'
import { guessTrafficMapping, type TrafficMapping } from '../rules/import/traffic-mapping.ts'
import { openingOn, slotsOf } from '../rules/queue.ts'
import {
  addToDelivery,
  insertDelivery,
  listDeliveries,
  liveDelivery,
  markUndone,
  type NewDelivery,
  undoable,
} from '../store/delivery-store.ts'
import { inputsChanged, listExceptions, type StoredQueue, saveImportProfile } from '../store/queue-store.ts'
import {
  compareTraffic,
  keepReplaced,
  takeBack,
  type WrittenInterval,
  weekdayShape,
  writeTraffic,
} from '../store/traffic-store.ts'
import { askForForecasts, inChange } from './forecast-job.ts'
import { neededQueue, openingView, queueToChange } from './queues.ts'

type Upload = {
  readonly queueId: string
  readonly file: File
  readonly mapping?: TrafficMapping | undefined
  readonly totals?: 'refuse' | 'spread' | undefined
}
type Found = ReadTraffic & {
  readonly table: Table
  readonly mapping: TrafficMapping
  readonly bytes: Uint8Array
}

/** @throws AppError not-found · invalid-input when the file is no table · too-large */
export async function previewTraffic(context: Context, upload: Upload): Promise<TrafficPreview> {
  const queue = await neededQueue(context, context.db, upload.queueId)
  const found = await readUpload(context, context.db, { queue, upload })
  const { table, mapping, intervals, refused, problem, stepMinutes } = found
  const compared = await compareTraffic(context.scope, context.db, { queueId: queue.id, intervals })
  const { opening, intervalMinutes } = queue
  const exceptions = await exceptionalDays(context, context.db, queue.id)
  const outside = outsideHours(intervals, { opening, intervalMinutes, exceptions })
  const samples = table.header.map((name, at) => [
    name,
    table.rows
      .slice(0, 20)
      .find(({ cells }) => cells[at] !== '')
      ?.cells[at]?.slice(0, 40) ?? '',
  ])
  return {
    header: [...table.header],
    samples: Object.fromEntries(samples),
    mapping: { ...mapping, columns: { ...mapping.columns }, units: { ...mapping.units } },
    problem,
    stepMinutes,
    intervals: intervals.slice(0, 24).map(({ day: _, startsAt, ...rest }) => ({
      startsAt: startsAt.toISOString(),
      ...rest,
    })),
    first: intervals[0]?.day ?? null,
    last: intervals.at(-1)?.day ?? null,
    contacts: intervals.reduce((sum, { offered }) => sum + offered, 0),
    counts: { rows: table.rows.length, ...compared, refused: refused.length },
    refused: refused.slice(0, 200).map((line) => ({ ...line, params: { ...line.params } })),
    outside: outside && { ...outside, found: openingView(outside.found) },
  }
}

/** The spans of each day with hours of its own. */
async function exceptionalDays({ scope }: Context, db: Db, queueId: string) {
  return new Map((await listExceptions(scope, db, queueId)).map(({ day, spans }) => [day, spans]))
}

/**
 * Everything that could be read comes in, in one step; what could not is kept by line. The same file twice changes
 * nothing, and a corrected one replaces what differs.
 *
 * @throws AppError not-found · queue-closed · traffic-file with what is wrong with the file as a whole
 */
export async function importTraffic(context: Context, upload: Upload) {
  return inChange(context, async (trx) => {
    const queue = await queueToChange(context, trx, upload.queueId)
    const found = await readUpload(context, trx, { queue, upload })
    const problem = found.problem ?? (found.intervals.length === 0 ? 'nothing' : null)
    if (problem !== null) throw new AppError('traffic-file', { problem }, issuesOf(found.refused))
    await saveImportProfile(context.scope, trx, { queueId: queue.id, profile: found.mapping })
    return land(context, trx, {
      queueId: queue.id,
      way: 'file',
      fileName: upload.file.name.slice(0, 200),
      contentHash: createHash('sha256').update(found.bytes).digest('hex'),
      rows: found.table.rows.length,
      intervals: found.intervals,
      refused: found.refused,
    })
  })
}

const issuesOf = (refused: readonly RefusedLine[]) =>
  refused.slice(0, 100).map(({ line, reason, params }) => ({ code: `traffic-${reason}`, line, params }))

async function readUpload(
  context: Context,
  db: Db,
  { queue, upload }: { readonly queue: StoredQueue; readonly upload: Upload },
): Promise<Found> {
  const bytes = new Uint8Array(await upload.file.arrayBuffer())
  const table = await readTable(bytes, { filename: upload.file.name })
  const mapping = upload.mapping ?? mappingFor(queue, table)
  const spread = upload.totals === 'spread' ? await spreadFor(context, db, queue) : undefined
  const { intervalMinutes } = queue
  const read = readTraffic(table, { mapping, intervalMinutes, now: context.now, spread })
  return { ...read, table, mapping, bytes }
}

/** The columns of the queue's last file where the new one has the same, or else what the headings say. */
function mappingFor(queue: StoredQueue, { header, rows }: Table): TrafficMapping {
  const kept = queue.importProfile as TrafficMapping | null
  if (kept && Object.values(kept.columns).every((name) => header.includes(name))) return kept
  return guessTrafficMapping(
    header,
    rows.slice(0, 1000).map(({ cells }) => cells),
  )
}

/** By how the weekday's contacts have lain so far; evenly over the opening hours before there are any. */
async function spreadFor(context: Context, db: Db, queue: StoredQueue) {
  const shape = Map.groupBy(await weekdayShape(context.scope, db, queue.id), ({ weekday }) => weekday)
  const exceptions = await exceptionalDays(context, db, queue.id)
  return ({ day, minute, minutes }: { day: string; minute: number; minutes: number }): readonly Share[] => {
    const inside = ({ minute: at }: { readonly minute: number }) => at >= minute && at < minute + minutes
    const known = (shape.get(weekdayOf(toEpochDay(day))) ?? [])
      .filter(inside)
      .map(({ minute: at, mean }) => ({ minute: at, share: mean }))
    if (known.some(({ share }) => share > 0)) return known
    const open = slotsOf(openingOn(queue.opening, exceptions, day), queue.intervalMinutes)
      .map((at) => ({ minute: at, share: 1 }))
      .filter(inside)
    return open.length > 0 ? open : [{ minute, share: 1 }]
  }
}

type Landing = Pick<NewDelivery, 'queueId' | 'way' | 'fileName' | 'contentHash' | 'rows' | 'refused'> & {
  readonly intervals: readonly WrittenInterval[]
}

async function land(context: Context, trx: Db, { intervals, ...given }: Landing) {
  const { scope, now } = context
  const deliveryId = newId(now.getTime())
  const writing = { queueId: given.queueId, deliveryId, intervals }
  const compared = await compareTraffic(scope, trx, writing)
  await insertDelivery(scope, trx, {
    ...given,
    deliveryId,
    receivedAt: now,
    personId: scope.personId,
    first: intervals[0]?.startsAt ?? null,
    last: intervals.at(-1)?.startsAt ?? null,
    ...compared,
  })
  await keepReplaced(scope, trx, writing)
  const days = await writeTraffic(scope, trx, writing)
  await learnAgain(context, trx, { queueId: given.queueId, days })
  const counts = { rows: given.rows, ...compared, refused: given.refused.length }
  const subject = { kind: 'queue', id: given.queueId }
  await recordAudit(
    context,
    { action: 'traffic.imported', subject, detail: { ...counts, way: given.way } },
    trx,
  )
  return { deliveryId, ...counts }
}

/** Today's counts change no forecast: it is made from days that are over. */
async function learnAgain(
  context: Context,
  trx: Db,
  { queueId, days }: { readonly queueId: string; readonly days: readonly string[] },
): Promise<void> {
  const today = toLocal(context.now).date
  if (!days.some((day) => day < today)) return
  await inputsChanged(context.scope, trx, [queueId])
  askForForecasts(trx, [queueId])
}

/**
 * Counts the channel's enquiries into the queue, and zero where an open interval had none.
 *
 * @throws AppError not-found · queue-closed · traffic-file when the log has none in the days
 */
export async function importEnquiries(
  context: Context,
  { queueId, from, to }: { readonly queueId: string; readonly from: string; readonly to: string },
) {
  const { scope, now } = context
  return inChange(context, async (trx) => {
    const queue = await queueToChange(context, trx, queueId)
    const { channel, intervalMinutes } = queue
    const counted = await countEnquiries(scope, trx, { channel, from, to, intervalMinutes })
    if (counted.length === 0) throw new AppError('traffic-file', { problem: 'nothing' })
    const at = new Map(counted.map((each) => [each.startsAt.getTime(), each]))
    const exceptions = await exceptionalDays(context, trx, queueId)
    const [first, last] = [counted[0]!.day, counted.at(-1)!.day]
    const starts = new Map(counted.map(({ startsAt, day }) => [startsAt.getTime(), day]))
    for (let day = first; day <= last; day = addDays(day, 1))
      for (const slot of slotsOf(openingOn(queue.opening, exceptions, day), intervalMinutes)) {
        const start = toInstant(day, clockOf(slot))
        if (start <= now) starts.set(start.getTime(), day)
      }
    const intervals = [...starts]
      .toSorted(([a], [b]) => a - b)
      .map(([start, day]): WrittenInterval => {
        const found = at.get(start)
        const offered = found?.contacts ?? 0
        const abandoned = found?.abandoned ?? null
        return {
          startsAt: new Date(start),
          day,
          offered,
          abandoned,
          handled: abandoned === null ? null : Math.max(0, offered - abandoned),
          handleSeconds: found?.handleSeconds ?? null,
          waitSeconds: found?.waitSeconds ?? null,
          answeredWithin: null,
        }
      })
    return land(context, trx, {
      queueId,
      way: 'enquiries',
      fileName: null,
      contentHash: null,
      rows: counted.length,
      intervals,
      refused: [],
    })
  })
}

export async function readDeliveries({ scope, db }: Context, { queueId }: { queueId: string }) {
  await neededQueue({ scope }, db, queueId)
  const items = (await listDeliveries(scope, db, queueId)).map(
    (each): DeliveryView => ({
      ...each,
      receivedAt: each.receivedAt.toISOString(),
      undoneAt: each.undoneAt?.toISOString() ?? null,
      first: each.first?.toISOString() ?? null,
      last: each.last?.toISOString() ?? null,
      lines: each.lines.map((line) => ({ ...line, params: { ...line.params } })),
    }),
  )
  return { items }
}

/**
 * The last file that stands is taken back, then the one before it: what it was the first to count goes, what it replaced
 * is again as before. What a system has sent since stays.
 *
 * @throws AppError not-found · queue-closed · delivery-not-last
 */
export async function undoImport(context: Context, { deliveryId }: { readonly deliveryId: string }) {
  const { scope, now } = context
  return inChange(context, async (trx) => {
    const found = await undoable(scope, trx, deliveryId)
    if (!found) throw new AppError('not-found')
    const { queueId } = found
    await queueToChange(context, trx, queueId)
    // Asked again: whoever held the queue may have taken it back, or brought another.
    if (!(await undoable(scope, trx, deliveryId))!.canUndo) throw new AppError('delivery-not-last')
    const { removed, restored, days } = await takeBack(scope, trx, deliveryId)
    await markUndone(scope, trx, { deliveryId, now })
    await learnAgain(context, trx, { queueId, days })
    const subject = { kind: 'queue', id: queueId }
    const detail = { deliveryId, removed, restored }
    await recordAudit(context, { action: 'traffic.import-undone', subject, detail }, trx)
    return { removed, restored }
  })
}

type LiveInterval = {
  readonly startsAt: string
  readonly offered: number
  readonly handled?: number | null | undefined
  readonly abandoned?: number | null | undefined
  readonly handleSeconds?: number | null | undefined
  readonly waitSeconds?: number | null | undefined
  readonly answeredWithin?: number | null | undefined
}

/** @throws AppError not-found · queue-closed · invalid-input for an interval off the grid or in the future */
export async function receiveLive(
  context: Context,
  { queueId, intervals }: { readonly queueId: string; readonly intervals: readonly LiveInterval[] },
) {
  const { scope, now } = context
  return inChange(context, async (trx) => {
    const queue = await queueToChange(context, trx, queueId)
    refuseOffGrid(queue, intervals, now)
    const { date } = toLocal(now)
    const known = await liveDelivery(scope, trx, { queueId, since: endOfDay(addDays(date, -1)) })
    const deliveryId = known ?? newId(now.getTime())
    const latest = new Map(intervals.map((each) => [Date.parse(each.startsAt), each]))
    const rows = [...latest].toSorted(([a], [b]) => a - b).map(([start, each]) => liveRow(start, each))
    const writing = { queueId, deliveryId, intervals: rows }
    const counts = { rows: intervals.length, ...(await compareTraffic(scope, trx, writing)) }
    const days = await writeTraffic(scope, trx, writing)
    const last = rows.at(-1)!.startsAt
    if (known) await addToDelivery(scope, trx, { deliveryId, ...counts, last })
    else
      await insertDelivery(scope, trx, {
        deliveryId,
        queueId,
        way: 'live',
        fileName: null,
        contentHash: null,
        receivedAt: now,
        personId: scope.apiKey ? null : scope.personId,
        first: rows[0]!.startsAt,
        last,
        ...counts,
        refused: [],
      })
    await learnAgain(context, trx, { queueId, days })
    return { ...counts, refused: 0 }
  })
}

function refuseOffGrid(queue: StoredQueue, intervals: readonly LiveInterval[], now: Date): void {
  const ms = queue.intervalMinutes * 60_000
  const issues = intervals.flatMap(({ startsAt }, at) => {
    const start = Date.parse(startsAt)
    const path = `intervals.${at}.startsAt`
    if (start % ms !== 0) return [{ code: 'traffic-grid', path, value: startsAt }]
    if (start > now.getTime()) return [{ code: 'traffic-future', path, value: startsAt }]
    return start < Date.UTC(2000, 0, 1) ? [{ code: 'traffic-bounds', path, value: startsAt }] : []
  })
  if (issues.length > 0) throw new AppError('invalid-input', { issues: issues.length }, issues.slice(0, 100))
}

const liveRow = (start: number, each: LiveInterval): WrittenInterval => ({
  startsAt: new Date(start),
  day: toLocal(new Date(start)).date,
  offered: each.offered,
  handled: each.handled ?? null,
  abandoned: each.abandoned ?? null,
  handleSeconds: each.handleSeconds ?? null,
  waitSeconds: each.waitSeconds ?? null,
  answeredWithin: each.answeredWithin ?? null,
})
