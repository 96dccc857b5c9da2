/** Who is set up, by hand or from a file, for as long as there is no shift plan. */
import { AppError, type InputIssue } from '../../../kernel/errors.ts'
import { toInstant } from '../../../kernel/zone.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import { readTable } from '../../../platform/files/index.ts'
import { listQueues } from '../../traffic/index.ts'
import { readScheduledRows } from '../rules/read-scheduled.ts'
import { removeScheduled, type ScheduledRow, saveScheduled } from '../store/scheduled-store.ts'

type Rows = {
  readonly queueId: string
  readonly rows: readonly { readonly startsAt: string; readonly people: number | null }[]
}

/** @throws AppError not-found · invalid-input for a moment that is no start of an interval */
export async function setScheduled(context: Context, { queueId, rows }: Rows) {
  const minutes = await intervalOf(context, queueId)
  const issues = rows.flatMap(({ startsAt }, at): InputIssue[] =>
    new Date(startsAt).getTime() % (minutes * 60_000) === 0
      ? []
      : [{ code: 'not-an-interval', path: `rows.${at}.startsAt`, value: startsAt }],
  )
  if (issues.length > 0) throw new AppError('invalid-input', {}, issues.slice(0, 50))
  const set = rows.flatMap(({ startsAt, people }) =>
    people === null ? [] : [{ startsAt: new Date(startsAt), people }],
  )
  const removed = rows.filter(({ people }) => people === null).map(({ startsAt }) => new Date(startsAt))
  return keep(context, { queueId, set, removed })
}

/** @throws AppError not-found · invalid-input with the lines that cannot be read */
export async function importScheduled(
  context: Context,
  { queueId, file }: { readonly queueId: string; readonly file: File },
) {
  const minutes = await intervalOf(context, queueId)
  const table = await readTable(new Uint8Array(await file.arrayBuffer()))
  const { rows, issues } = readScheduledRows(table, minutes)
  if (issues.length > 0) throw new AppError('invalid-input', { issues: issues.length }, issues.slice(0, 100))
  const set = rows.map(({ date, time, people }) => ({ startsAt: toInstant(date, time), people }))
  return keep(context, { queueId, set, removed: [] })
}

async function intervalOf({ scope, db }: Context, queueId: string): Promise<number> {
  const queue = (await listQueues(scope, db)).find(({ id }) => id === queueId)
  if (!queue) throw new AppError('not-found')
  return queue.intervalMinutes
}

type Keeping = {
  readonly queueId: string
  readonly set: readonly ScheduledRow[]
  readonly removed: readonly Date[]
}

async function keep(context: Context, { queueId, set, removed }: Keeping) {
  const { scope, db, now } = context
  // The last word for an interval counts when it is named twice.
  const once = [...new Map(set.map((row) => [row.startsAt.getTime(), row])).values()]
  return inTransaction(db, async (trx) => {
    await removeScheduled(scope, trx, { queueId, startsAt: removed })
    await saveScheduled(scope, trx, { queueId, rows: once, now })
    const subject = { kind: 'queue', id: queueId }
    const detail = { intervals: once.length, removed: removed.length }
    await recordAudit(context, { action: 'staffing.scheduled-set', subject, detail }, trx)
    return { saved: once.length }
  })
}
