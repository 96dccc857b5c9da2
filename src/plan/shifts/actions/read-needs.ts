/** Whom the queues of a week need, from the kept forecast, as the page and the search for shifts take it. */
import { addDays, type PlainDate } from '../../../kernel/calendar.ts'
import type { Context } from '../../../organisation/index.ts'
import { requirementOf, type StaffingRule } from '../../staffing/rules/requirement.ts'
import { listQueues, readForecast, readTraffic, type TrafficRow } from '../../traffic/index.ts'
import { daysBetween, openSpans } from '../schedule/rules/open-hours.ts'
import { listScheduleQueues, minuteOf } from '../schedule/store.ts'
import type { WeekQueue } from '../week/contract.ts'

/** What is wanted of a queue of which nothing else has been said. */
export const usualTarget = {
  serviceLevel: { share: 0.8, withinSeconds: 20, convention: 'ofOffered' },
  maxMeanWaitSeconds: null,
  maxAbandon: 0.05,
  maxOccupancy: 0.9,
} as const
const usual = { patienceSeconds: 180, parallel: 2, slowing: 0.4, onQueue: 0.95, confidence: 0.5, fewest: 1 }
const usualHandleSeconds = 300
const daysOfHandling = 42

/** Queues in use with what they need in the week's open intervals; without a forecast a queue has no cells. */
export async function readNeeds(
  { scope, db }: Pick<Context, 'scope' | 'db'>,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): Promise<WeekQueue[]> {
  const kinds = new Map((await listQueues(scope, db)).map(({ id, kind }) => [id, kind]))
  const days = daysBetween(from, to)
  const queues: WeekQueue[] = []
  for (const queue of await listScheduleQueues(scope, db)) {
    const { queueId, name, skill, intervalMinutes } = queue
    const kind = kinds.get(queueId) ?? 'calls'
    const forecast = await readForecast(scope, db, { queueId, from, to })
    const seen = await readTraffic(scope, db, { queueId, from: addDays(from, -daysOfHandling), to: addDays(from, -1) })
    const handleSeconds = meanHandling(seen)
    const cvOf = new Map(forecast?.days.map(({ date, cv }) => [date, cv]))
    const base = { kind, intervalMinutes, handleSeconds, open: openSpans(queue, days) }
    queues.push({
      queueId,
      name,
      skill,
      target: usualTarget,
      ...base,
      ...usual,
      cells: (forecast?.cells ?? []).map(({ startsAt, mean }) =>
        cellOf({ ...base, from: minuteOf(startsAt), mean, cv: cvOf.get(dayOf(startsAt)) ?? 0 }),
      ),
    })
  }
  return queues
}

const dayOf = (at: Date) => new Date(at.getTime() + 2 * 3_600_000).toISOString().slice(0, 10)

function meanHandling(rows: readonly TrafficRow[]): number {
  let [sum, count] = [0, 0]
  for (const { handled, handleSeconds } of rows) {
    if (handleSeconds === null || !handled) continue
    sum += handled * handleSeconds
    count += handled
  }
  return count === 0 ? usualHandleSeconds : sum / count
}

export type NeedOf = {
  readonly kind: WeekQueue['kind']
  readonly intervalMinutes: number
  readonly handleSeconds: number
  readonly from: number
  readonly mean: number
  readonly cv: number
}

/** Work that can wait needs as many as it is work for; what is answered at once needs what its target takes. */
export function cellOf({ kind, intervalMinutes, handleSeconds, from, mean, cv }: NeedOf): WeekQueue['cells'][number] {
  const cell = { from, mean, handleSeconds, cv }
  if (kind === 'tasks') {
    const work = (mean * handleSeconds) / (intervalMinutes * 60) / usual.onQueue
    return { ...cell, p10: work, p50: work, p90: work, needed: Math.ceil(work - 1e-9) }
  }
  const rule: StaffingRule = { ...usual, target: usualTarget }
  const demand = { kind, mean, intervalMinutes, handleSeconds, cv, ...usual }
  const { p10, p50, p90, needed } = requirementOf(demand, rule)
  return { ...cell, p10, p50, p90, needed }
}
