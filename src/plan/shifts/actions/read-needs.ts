/** Whom the queues of some days need, as staffing says, in the shape that the page and the search for shifts take. */
import type { PlainDate } from '../../../kernel/calendar.ts'
import { toLocal } from '../../../kernel/zone.ts'
import type { Context } from '../../../organisation/index.ts'
import { readRequirement, readTargets } from '../../staffing/index.ts'
import { listQueues, readForecast } from '../../traffic/index.ts'
import { daysBetween, openSpans } from '../schedule/rules/open-hours.ts'
import { listScheduleQueues, minuteOf } from '../schedule/store.ts'
import type { WeekQueue } from '../week/contract.ts'

type Days = { readonly from: PlainDate; readonly to: PlainDate }
type Reading = Pick<Context, 'scope' | 'db' | 'now'>

/** Queues in use with their opening hours; cheap, and all that the rules of working time ask for. */
export async function readOpening(
  { scope, db }: Pick<Context, 'scope' | 'db'>,
  { from, to }: Days,
): Promise<{ readonly skill: string; readonly open: WeekQueue['open'] }[]> {
  const days = daysBetween(from, to)
  const queues = await listScheduleQueues(scope, db)
  return queues.map((queue) => ({ skill: queue.skill, open: [...openSpans(queue, days)] }))
}

/** Queues in use with what they need in the open intervals; without a forecast a queue has no cells. */
export async function readNeeds({ scope, db, now }: Reading, { from, to }: Days): Promise<WeekQueue[]> {
  const days = daysBetween(from, to)
  const targets = new Map(
    (await readTargets(scope, db, { day: from, now })).map((each) => [each.queueId, each]),
  )
  const kinds = new Map((await listQueues(scope, db)).map(({ id, kind }) => [id, kind]))
  const queues: WeekQueue[] = []
  for (const queue of await listScheduleQueues(scope, db)) {
    const { queueId, name, skill, intervalMinutes } = queue
    const target = targets.get(queueId)
    const kind = kinds.get(queueId)
    if (!target || !kind) continue
    const cells = await readRequirement(scope, db, { queueId, from, to, now })
    const forecast = cells.length === 0 ? undefined : await readForecast(scope, db, { queueId, from, to })
    const cvOf = new Map(forecast?.days.map(({ date, cv }) => [date, cv]))
    queues.push({
      queueId,
      name,
      kind,
      skill,
      intervalMinutes,
      open: [...openSpans(queue, days)],
      target: target.settings.target,
      patienceSeconds: target.patienceSeconds,
      parallel: target.settings.parallel,
      slowing: target.settings.slowing,
      onQueue: target.onQueue,
      cells: cells.map(({ startsAt, mean, handleSeconds, p10, p50, p90, needed }) => ({
        from: minuteOf(startsAt),
        mean,
        handleSeconds,
        cv: cvOf.get(toLocal(startsAt).date) ?? 0,
        p10,
        p50,
        p90,
        needed,
      })),
    })
  }
  return queues
}
