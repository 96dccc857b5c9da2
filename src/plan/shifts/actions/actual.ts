/** Plan against actual: who was needed, who was scheduled, who was there, and what waiting it gave (P4.4). */
import { addDays } from '../../../kernel/calendar.ts'
import { AppError, type InputIssue } from '../../../kernel/errors.ts'
import { toInstant, toLocal } from '../../../kernel/zone.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import { readTable } from '../../../platform/files/index.ts'
import { readHindsight, readRequirement } from '../../staffing/index.ts'
import { listQueues, readTraffic } from '../../traffic/index.ts'
import { presentFrom } from '../people/rules/present-file.ts'
import { readSchedule } from '../schedule/index.ts'
import { minuteOf } from '../schedule/store.ts'
import { countPresent, lastPresent, type PresentRow, putPresent } from '../store/swap-store.ts'
import type { ActualRow, ActualView, PresentImport } from '../week/contract.ts'

type Asked = { readonly day: string; readonly days: number; readonly queueId?: string | undefined }

/** Of the first queue unless another is asked for. @throws AppError not-found for a queue that is not there */
export async function readActual(context: Context, { day, days, queueId }: Asked): Promise<ActualView> {
  const { scope, db } = context
  const queues = await listQueues(scope, db)
  const queue = queueId === undefined ? queues[0] : queues.find(({ id }) => id === queueId)
  if (queueId !== undefined && !queue) throw new AppError('not-found')
  const choices = queues.map(({ id, name }) => ({ id, name }))
  if (!queue) return { queues: choices, queueId: null, intervalMinutes: 15, rows: [], reportedTo: null }
  const last = await lastPresent(scope, db, queue.id)
  return {
    queues: choices,
    queueId: queue.id,
    intervalMinutes: queue.intervalMinutes,
    rows: await readRows(context, { queueId: queue.id, from: day, to: addDays(day, days - 1) }),
    reportedTo: last ? toLocal(last).date : null,
  }
}

type QueueDays = { readonly queueId: string; readonly from: string; readonly to: string }

async function readRows({ scope, db, now }: Context, span: QueueDays): Promise<ActualRow[]> {
  const schedule = await readSchedule(scope, db, span)
  const counted = await readTraffic(scope, db, span)
  const traffic = new Map(counted.map((row) => [row.startsAt.getTime(), row]))
  const requirement = await readRequirement(scope, db, { ...span, now })
  const needed = new Map(requirement.map((cell) => [cell.startsAt.getTime(), cell.needed]))
  const hindsight = await readHindsight(scope, db, { queueId: span.queueId, counted, now })
  return schedule.map(({ startsAt, scheduled, present }) => {
    const at = startsAt.getTime()
    const seen = traffic.get(at)
    return {
      from: minuteOf(startsAt),
      needed: needed.get(at) ?? null,
      neededFor: hindsight.get(at) ?? null,
      scheduled,
      present,
      offered: seen?.offered ?? null,
      waitSeconds: seen?.waitSeconds ?? null,
      answeredWithin: seen?.answeredWithin ?? null,
      abandoned: seen?.abandoned ?? null,
    }
  })
}

type Reported = {
  readonly queueId: string
  readonly startsAt: string
  readonly minutes: number
  readonly present: number
}

/** @throws AppError invalid-input for a queue that is not there or an interval reported twice, by place */
export async function reportPresent(
  context: Context,
  { rows }: { readonly rows: readonly Reported[] },
): Promise<{ rows: number }> {
  const { scope, now } = context
  return inTransaction(context.db, async (trx) => {
    const known = new Set((await listQueues(scope, trx, { closed: true })).map(({ id }) => id))
    const seen = new Set<string>()
    const issues = rows.flatMap(({ queueId, startsAt }, at): InputIssue[] => {
      const key = `${queueId} ${Date.parse(startsAt)}`
      const doubled = seen.has(key)
      seen.add(key)
      if (!known.has(queueId)) return [{ code: 'unknown-queue', path: `rows.${at}.queueId`, value: queueId }]
      return doubled ? [{ code: 'doubled', path: `rows.${at}.startsAt`, value: startsAt }] : []
    })
    if (issues.length > 0)
      throw new AppError('invalid-input', { issues: issues.length }, issues.slice(0, 100))
    const kept = rows.map((row): PresentRow => ({ ...row, startsAt: new Date(row.startsAt) }))
    await putPresent(scope, trx, { rows: kept, now })
    return { rows: kept.length }
  })
}

type Upload = { readonly queueId: string; readonly file: File }

async function readPresent(context: Pick<Context, 'scope'>, trx: Db, { queueId, file }: Upload) {
  const queue = await queueOf(context, trx, queueId)
  const table = await readTable(new Uint8Array(await file.arrayBuffer()), { filename: file.name })
  const { rows, issues } = presentFrom(table)
  const kept = rows.map(({ date, time, present, minutes }) => ({
    date,
    queueId,
    startsAt: toInstant(date, time),
    minutes: minutes ?? queue.intervalMinutes,
    present,
  }))
  return { rows: kept, issues }
}

/** @throws AppError not-found */
export async function previewPresent(context: Context, upload: Upload): Promise<PresentImport> {
  const { scope, db } = context
  try {
    const { rows, issues } = await readPresent(context, db, upload)
    const days = [...Map.groupBy(rows, ({ date }) => date)].toSorted(([one], [other]) =>
      one < other ? -1 : 1,
    )
    return {
      days: days.map(([date, ofDay]) => ({
        date,
        intervals: ofDay.length,
        lowest: ofDay.reduce((least, { present }) => Math.min(least, present), Number.POSITIVE_INFINITY),
        highest: ofDay.reduce((most, { present }) => Math.max(most, present), 0),
      })),
      replaced: await countPresent(scope, db, {
        queueId: upload.queueId,
        startsAt: rows.map((row) => row.startsAt),
      }),
      issues: issues.slice(0, 100).map((issue) => ({ ...issue })),
    } as PresentImport
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid-input') throw error
    return { days: [], replaced: 0, issues: error.issues.map((issue) => ({ ...issue })) } as PresentImport
  }
}

/** @throws AppError not-found · invalid-input with every problem by line and column; then nothing is saved */
export async function importPresent(context: Context, upload: Upload): Promise<{ rows: number }> {
  const { scope, now } = context
  return inTransaction(context.db, async (trx) => {
    const { rows, issues } = await readPresent(context, trx, upload)
    if (issues.length > 0)
      throw new AppError('invalid-input', { issues: issues.length }, issues.slice(0, 100))
    await putPresent(scope, trx, { rows, now })
    const detail = { rows: rows.length }
    const subject = { kind: 'queue', id: upload.queueId }
    await recordAudit(context, { action: 'present.imported', subject, detail }, trx)
    return detail
  })
}

async function queueOf({ scope }: Pick<Context, 'scope'>, trx: Db, queueId: string) {
  const queue = (await listQueues(scope, trx)).find(({ id }) => id === queueId)
  if (!queue) throw new AppError('not-found')
  return queue
}
