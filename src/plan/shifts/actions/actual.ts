/** Plan against actual: who was needed, who was scheduled, who was there, and what waiting it gave (P4.4). */
import { AppError, type InputIssue } from '../../../kernel/errors.ts'
import { toInstant } from '../../../kernel/zone.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import { readTable } from '../../../platform/files/index.ts'
import { readRequirement } from '../../staffing/index.ts'
import { listQueues, readTraffic } from '../../traffic/index.ts'
import { presentFrom } from '../people/rules/present-file.ts'
import { readSchedule } from '../schedule/index.ts'
import { minuteOf } from '../schedule/store.ts'
import { type PresentRow, putPresent } from '../store/swap-store.ts'
import type { ActualView } from '../week/contract.ts'

type Asked = { readonly day: string; readonly queueId?: string | undefined }

/** Of the first queue unless another is asked for. @throws AppError not-found for a queue that is not there */
export async function readActual(context: Context, { day, queueId }: Asked): Promise<ActualView> {
  const { scope, db, now } = context
  const queues = await listQueues(scope, db)
  const queue = queueId === undefined ? queues[0] : queues.find(({ id }) => id === queueId)
  if (queueId !== undefined && !queue) throw new AppError('not-found')
  const choices = queues.map(({ id, name }) => ({ id, name }))
  if (!queue) return { queues: choices, queueId: null, intervalMinutes: 15, rows: [] }
  const span = { queueId: queue.id, from: day, to: day }
  const schedule = await readSchedule(scope, db, span)
  const traffic = new Map((await readTraffic(scope, db, span)).map((row) => [row.startsAt.getTime(), row]))
  const requirement = await readRequirement(scope, db, { ...span, now })
  const needed = new Map(requirement.map((cell) => [cell.startsAt.getTime(), cell.needed]))
  return {
    queues: choices,
    queueId: queue.id,
    intervalMinutes: queue.intervalMinutes,
    rows: schedule.map(({ startsAt, scheduled, present }) => {
      const seen = traffic.get(startsAt.getTime())
      return {
        from: minuteOf(startsAt),
        needed: needed.get(startsAt.getTime()) ?? null,
        scheduled,
        present,
        offered: seen?.offered ?? null,
        waitSeconds: seen?.waitSeconds ?? null,
        answeredWithin: seen?.answeredWithin ?? null,
        abandoned: seen?.abandoned ?? null,
      }
    }),
  }
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

/** @throws AppError not-found · invalid-input with every problem by line and column; then nothing is saved */
export async function importPresent(
  context: Context,
  { queueId, file }: { readonly queueId: string; readonly file: File },
): Promise<{ rows: number }> {
  const { scope, now } = context
  return inTransaction(context.db, async (trx) => {
    const queue = await queueOf(context, trx, queueId)
    const table = await readTable(new Uint8Array(await file.arrayBuffer()), { filename: file.name })
    const { rows, issues } = presentFrom(table)
    if (issues.length > 0)
      throw new AppError('invalid-input', { issues: issues.length }, issues.slice(0, 100))
    const kept = rows.map(({ date, time, present, minutes }) => ({
      queueId,
      startsAt: toInstant(date, time),
      minutes: minutes ?? queue.intervalMinutes,
      present,
    }))
    await putPresent(scope, trx, { rows: kept, now })
    const detail = { rows: kept.length }
    await recordAudit(
      context,
      { action: 'present.imported', subject: { kind: 'queue', id: queueId }, detail },
      trx,
    )
    return detail
  })
}

async function queueOf({ scope }: Context, trx: Db, queueId: string) {
  const queue = (await listQueues(scope, trx)).find(({ id }) => id === queueId)
  if (!queue) throw new AppError('not-found')
  return queue
}
