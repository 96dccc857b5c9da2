/** The rest of today for every queue, with its load as it is expected by now. */
import { toLocal } from '../../../kernel/zone.ts'
import type { Context } from '../../../organisation/index.ts'
import { type RestOfDay, type Revision, readRestOfDay } from '../../staffing/index.ts'
import { spreadOfInterval } from '../../staffing/rules/risk/load-spread.ts'
import type { TodayQueue, TodayView } from '../../traffic/contract.ts'
import { readToday } from '../../traffic/index.ts'

export type Today = {
  readonly view: TodayView
  readonly rest: readonly RestOfDay[]
}

export async function readRest(context: Context): Promise<Today> {
  const { scope, db, now } = context
  const view = await readToday(context)
  const revisions = new Map(view.queues.map((each) => [each.queue.id, revisionOf(each)]))
  const rest = await readRestOfDay(scope, db, { day: toLocal(now).date, now, revisions })
  return { view, rest }
}

/** Before the first count the spread is the forecast's own. */
function revisionOf({ cells, updated, soFar, seenUntil }: TodayQueue): Revision {
  const means = new Map(
    cells.flatMap(({ startsAt, updated: mean }) =>
      mean === null ? [] : ([[new Date(startsAt).getTime(), mean]] as const),
    ),
  )
  if (!updated || seenUntil === null) return { means, cv: null }
  const rest = {
    mean: updated.mean - soFar,
    lo95: updated.lo95 - soFar,
    hi95: updated.hi95 - soFar,
  }
  return { means, cv: rest.mean > 0 ? spreadOfInterval(rest) : null }
}
