/** Where contacts come from and go, and what of them could be avoided. */
import { addDays, toEpochDay } from '../../../kernel/calendar.ts'
import { AppError } from '../../../kernel/errors.ts'
import { toLocal } from '../../../kernel/zone.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import { writeCsv } from '../../../platform/files/write-csv.ts'
import type { AvoidableTopic, FlowMonth, FlowQueueView, FlowSaid, FlowView } from '../contract.ts'
import { type FlowRefusal, firstFrom, offeredFrom, refusalOf } from '../rules/flow-system.ts'
import { comings, goings } from '../rules/ledger.ts'
import type { SelfService } from '../rules/self-service.ts'
import { listChanges } from '../store/change-store.ts'
import { saveFlowQueue, saveSelfService } from '../store/flow-store.ts'
import { type ForecastSum, sumForecast } from '../store/sum-store.ts'
import { type Expectations, factorBetween } from './expectations.ts'
import { readAvoidable } from './improvements.ts'
import { expectLedgers, readWeeks } from './ledgers.ts'
import { type QueueShares, readShares } from './shares.ts'
import { type FlowWork, readWork } from './work.ts'

const shownMonths = 6
const meanMonth = 365.25 / 12

export async function readFlow(context: Context): Promise<FlowView> {
  const { scope, db, now } = context
  const works = await readWork(context)
  const { queues, overview, selfService } = works
  const shares = readShares(works)
  const { improvements, counted, realisation } = await readAvoidable(context, shares)
  const changes = await listChanges(scope, db)
  const expectations = { improvements: counted, changes }
  const months = comingMonths(toLocal(now).date)
  const forecasts = await sumForecast(scope, db, { from: months[0]!.from, to: months.at(-1)!.to })
  const volumes = months.map((month) => volumesOf(month, queues, forecasts))
  const { expected, refusal } =
    queues.length === 0
      ? { expected: null, refusal: undefined }
      : expectLedgers(queues, { month: months[0]!.month, offered: meansOf(volumes[0]!) })
  return {
    queues: viewsOf(queues, shares),
    selfService: selfService ?? null,
    refusal: refusal ? shownRefusal(refusal, queues) : null,
    weeks: await readWeeks(context, queues),
    expected,
    topics: topicsOf(overview.topics, shares),
    topicsFrom: overview.period?.from ?? null,
    improvements,
    changes: changes.map(({ countedFrom, decidedAt, decidedBy, factors, ...change }) => ({
      ...change,
      from: countedFrom,
      at: decidedAt.toISOString(),
      by: decidedBy,
      factors: [...factors],
    })),
    realisation,
    months: queues.length === 0 ? [] : volumes.map((volume) => monthOf(volume, queues, expectations)),
  }
}

const shownRefusal = (refusal: FlowRefusal, queues: readonly FlowWork[]) => ({
  kind: refusal.kind,
  queue: 'queue' in refusal ? (queues.find(({ id }) => id === refusal.queue)?.name ?? null) : null,
})

type MonthSpan = { readonly month: string; readonly from: string; readonly to: string; readonly days: number }

/** The next whole months. */
function comingMonths(today: string): readonly MonthSpan[] {
  const [year, number] = today.split('-').map(Number) as [number, number]
  return Array.from({ length: shownMonths }, (_, at) => {
    const first = (count: number) =>
      new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 10)
    const [from, next] = [first(at + 1), first(at + 2)]
    return { month: from.slice(0, 7), from, to: addDays(next, -1), days: toEpochDay(next) - toEpochDay(from) }
  })
}

type Volume = {
  readonly mean: number
  readonly low: number
  readonly high: number
  readonly forecast: boolean
}
type Volumes = { readonly span: MonthSpan; readonly of: ReadonlyMap<string, Volume> }

/** The forecast where it reaches over the month; else as much as in the last weeks, which says nothing of the season. */
function volumesOf(span: MonthSpan, queues: readonly FlowWork[], forecasts: readonly ForecastSum[]): Volumes {
  const of = new Map(
    queues.map((queue): [string, Volume] => {
      const own = forecasts.find(({ queueId, month }) => queueId === queue.id && month === span.month)
      if (own && own.days >= 0.9 * span.days)
        return [queue.id, { mean: own.mean, low: own.lo95, high: own.hi95, forecast: true }]
      const mean = (queue.offered * span.days) / meanMonth
      return [queue.id, { mean, low: mean * 0.8, high: mean * 1.25, forecast: false }]
    }),
  )
  return { span, of }
}

const meansOf = ({ of }: Volumes): ReadonlyMap<string, number> =>
  new Map([...of].map(([id, { mean }]) => [id, mean]))

function monthOf({ span, of }: Volumes, queues: readonly FlowWork[], expectations: Expectations): FlowMonth {
  const without = { mean: 0, low: 0, high: 0 }
  const withThem = { mean: 0, low: 0, high: 0 }
  let [hoursWithout, hoursWith, forecast] = [0, 0, true]
  for (const { id, pAbandon, workSeconds } of queues) {
    const volume = of.get(id)!
    const factor = factorBetween(expectations, { queueId: id, from: span.from, to: span.to })
    for (const end of ['mean', 'low', 'high'] as const) {
      without[end] += volume[end]
      withThem[end] += volume[end] * factor[end]
    }
    const hours = (volume.mean * (1 - pAbandon) * (workSeconds ?? 0)) / 3600
    hoursWithout += hours
    hoursWith += hours * factor.mean
    forecast &&= volume.forecast
  }
  return {
    month: span.month,
    basis: forecast ? 'forecast' : 'recent',
    without,
    with: withThem,
    hoursWithout,
    hoursWith,
  }
}

function viewsOf(queues: readonly FlowWork[], shares: readonly QueueShares[]): FlowQueueView[] {
  const first = firstFrom(queues, new Map(queues.map(({ id, offered }) => [id, offered])))
  return queues.map(({ id, name, queue, said, pReturn, pRedial, pAbandon, ...work }) => ({
    queueId: id,
    name,
    channel: queue.channel,
    kind: queue.kind,
    pReturn: said?.pReturn ?? null,
    pRedial,
    shiftTo: said?.shiftTo ?? null,
    pShift: said?.pShift ?? 0,
    returns: pReturn,
    returnsFrom: work.returnsFrom,
    said: said !== undefined,
    pAbandon,
    offered: work.offered,
    first: first.ok ? (first.volumes.get(id) ?? 0) : null,
    workSeconds: work.workSeconds,
    failure: shares.find((each) => each.id === id)?.failure ?? null,
  }))
}

type TopicLine = {
  readonly topicId: string
  readonly name: string
  readonly failure: AvoidableTopic['failure']
}

/** The topics of the queues' contacts, the one that most could be avoided of first. */
function topicsOf(lines: readonly TopicLine[], shares: readonly QueueShares[]): AvoidableTopic[] {
  return lines
    .map(({ topicId, name, failure }) => {
      const contacts = { mean: 0, low: 0, high: 0 }
      let hours = 0
      for (const queue of shares) {
        const own = queue.topics.get(topicId)
        if (!own) continue
        contacts.mean += queue.offered * own.share
        contacts.low += queue.offered * own.interval[0]
        contacts.high += queue.offered * own.interval[1]
        hours += queue.hours * own.share
      }
      const avoidable = failure && {
        mean: contacts.mean * failure.value,
        low: contacts.low * failure.low,
        high: contacts.high * failure.high,
      }
      return {
        topicId,
        name,
        contacts,
        hours,
        failure,
        avoidable,
        avoidableHours: failure && hours * failure.value,
      }
    })
    .sort(
      (a, b) => (b.avoidable?.mean ?? -1) - (a.avoidable?.mean ?? -1) || b.contacts.mean - a.contacts.mean,
    )
}

type Saying = { readonly queues: readonly FlowSaid[]; readonly selfService: SelfService | null }

/** @throws AppError not-found for a queue that is not there · flow-impossible for what would never settle */
export async function saveFlow(
  context: Context,
  { queues, selfService }: Saying,
): Promise<Record<string, never>> {
  const { scope, db, now } = context
  const { queues: known } = await readWork(context)
  for (const { queueId, shiftTo } of queues)
    for (const id of [queueId, ...(shiftTo === null ? [] : [shiftTo])])
      if (!known.some((queue) => queue.id === id)) throw new AppError('not-found')
  if (selfService && selfService.settled + selfService.givenUp > 1)
    throw new AppError('flow-impossible', { reason: 'sharesExceedOne' })
  const changed = known.map((queue) => {
    const said = queues.find(({ queueId }) => queueId === queue.id)
    if (!said) return queue
    const shiftsTo = said.shiftTo === null ? {} : { [said.shiftTo]: said.pShift }
    return { ...queue, pReturn: said.pReturn ?? queue.pReturn, pRedial: said.pRedial, shiftsTo }
  })
  const settles = offeredFrom(changed, new Map())
  const refusal = refusalOf(changed) ?? (settles.ok ? undefined : settles.refusal)
  if (refusal) throw new AppError('flow-impossible', { reason: refusal.kind })
  await inTransaction(db, async (trx) => {
    for (const said of queues)
      await saveFlowQueue(scope, trx, {
        ...said,
        shiftTo: said.pShift > 0 ? said.shiftTo : null,
        pShift: said.shiftTo === null ? 0 : said.pShift,
        now,
      })
    if (selfService) await saveSelfService(scope, trx, { ...selfService, now })
    const subject = { kind: 'organisation', id: scope.organisationId }
    await recordAudit(context, { action: 'flow.said', subject }, trx)
  })
  return {}
}

/** The ledgers of the weeks behind, a line for each queue and week. */
export async function exportFlow(context: Context): Promise<File> {
  const { queues } = await readWork(context)
  const weeks = await readWeeks(context, queues)
  const names = new Map(queues.map(({ id, name }) => [id, name]))
  const entries = [...comings, ...goings]
  const rows = weeks.flatMap(({ week, queues: own }) =>
    own.map(({ queueId, ledger, unaccounted }) => [
      week,
      names.get(queueId) ?? '',
      ledger.contactsIn,
      ...entries.map((entry) => ledger[entry]),
      unaccounted,
    ]),
  )
  const header = ['week', 'queue', 'contacts_in', ...entries, 'unaccounted']
  const text = writeCsv([header, ...rows], { byteOrderMark: true })
  return new File([text], 'flow.csv', { type: 'text/csv; charset=utf-8' })
}
