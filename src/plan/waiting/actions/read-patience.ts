/** How long people wait before they give up, and what that does to the requirement. */
import { addDays, type PlainDate, toEpochDay, weekdayOf } from '../../../kernel/calendar.ts'
import { AppError } from '../../../kernel/errors.ts'
import { toLocal } from '../../../kernel/zone.ts'
import type { Context } from '../../../organisation/index.ts'
import { readWithPatience, setPatience } from '../../staffing/index.ts'
import type { PatienceView } from '../contract.ts'
import { type Patience, patienceOf } from '../rules/patience.ts'
import { listWaits, sumBoth } from '../store/wait-store.ts'
import { type Asked, askedQueue, logLine } from './asked-queue.ts'

/** @throws AppError not-found for the queue, or where there is none at all */
export async function readPatience(context: Context, asked: Asked): Promise<PatienceView> {
  const { scope, db, now } = context
  const { queue, from, to } = await askedQueue(context, asked)
  if (!queue) throw new AppError('not-found')
  const line = await logLine(context, { queue, from, to })
  const logged = await listWaits(scope, db, line)
  const both = await sumBoth(scope, db, { queueId: queue.id, from, to })
  const found = queue.kind === 'tasks' ? patienceOf([], noCounts) : patienceOf(logged.waits, both)
  const week = comingWeek(now)
  const seconds = found.exponential?.mean ?? null
  const { patience, needed } = await readWithPatience(context, { queueId: queue.id, ...week, seconds })
  return {
    ...viewOf(found),
    unknown: logged.unknown,
    staffing: patience,
    requirement: needed?.estimated ? { ...week, now: needed.now, estimated: needed.estimated } : null,
  }
}

const noCounts = { offered: 0, waited: 0, lost: 0 }

const viewOf = (found: Patience) => ({ ...found, marks: [...found.marks], curve: [...found.curve] })

function comingWeek(now: Date): { readonly from: PlainDate; readonly to: PlainDate } {
  const { date } = toLocal(now)
  const from = addDays(date, 8 - weekdayOf(toEpochDay(date)))
  return { from, to: addDays(from, 6) }
}

/** @throws AppError not-found · invalid-input for a queue of tasks */
export async function takePatience(
  context: Context,
  { queueId, seconds }: { readonly queueId: string; readonly seconds: number },
): Promise<{ seconds: number }> {
  const whole = Math.round(seconds)
  await setPatience(context, { queueId, seconds: whole })
  return { seconds: whole }
}
