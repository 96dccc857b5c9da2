/** What came, what will come, and why: a queue over time, and one day of it. */
import { addDays, type PlainDate } from '../../../kernel/calendar.ts'
import { toLocal } from '../../../kernel/zone.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { writeCsv, writeXlsx } from '../../../platform/files/index.ts'
import type { EventKindView, ShockView } from '../causes/contract.ts'
import type { DayView, SeenDay, TrafficView } from '../contract.ts'
import type { IntervalView } from '../imports/contract.ts'
import { type DayVerdict, dayVerdicts } from '../rules/day-states.ts'
import { findingOf } from '../rules/finding.ts'
import { openingOn } from '../rules/queue.ts'
import { listEvents, listKinds, listMarks, listShocks, type StoredEvent } from '../store/cause-store.ts'
import {
  type ForecastDay,
  type KeptForecast,
  keptAgainstSeen,
  latestForecast,
  readForecast,
  toldAWeekBefore,
} from '../store/forecast-store.ts'
import { listExceptions, listQueues, type StoredQueue } from '../store/queue-store.ts'
import {
  dayTotals,
  hasDaysEnough,
  readTraffic,
  type TrafficRow,
  trafficSpans,
} from '../store/traffic-store.ts'
import { forecastJob } from './forecast-job.ts'
import { neededQueue, queueView } from './queues.ts'

type Asked = {
  readonly queueId?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}
type Span = { readonly from: PlainDate; readonly to: PlainDate }

const weeksBack = 56
const weeksAhead = 35
/** Days over which kept forecasts are laid beside what came. */
const keptDays = 92

/** @throws AppError not-found */
export async function readTrafficView(context: Context, asked: Asked): Promise<TrafficView> {
  const { scope, db, now } = context
  const today = toLocal(now).date
  const queues = await listQueues(scope, db)
  const spans = await trafficSpans(scope, db)
  const queue = asked.queueId === undefined ? queues[0] : await neededQueue(context, db, asked.queueId)
  const from = asked.from ?? addDays(today, -weeksBack)
  const to = asked.to ?? addDays(today, weeksAhead)
  const last = earlier(to, addDays(from, 800))
  const span = { from, to: earlier(from, last) === from ? last : from }
  const listed = queues.map((each) => queueView(each, spans))
  const common = { today, ...span, queues: listed, queueId: queue?.id ?? null }
  const kept = queue && (await latestForecast(scope, db, queue.id))
  const kinds = await kindsOf(context, kept)
  const events = queue ? eventsOf(queue, kinds, await listEvents(scope, db)) : []
  if (!queue)
    return {
      ...common,
      seen: [],
      told: [],
      forecastComing: false,
      forecast: null,
      finding: null,
      kinds,
      events: [],
      shocks: [],
    }
  const told = kept && (await readForecast(scope, db, { queueId: queue.id, from: today, to: span.to }))
  const odd = new Set(kept?.report.oddDays.map(({ date }) => date))
  return {
    ...common,
    seen: await seenDays(context, queue, { span, odd, today }),
    told: await toldAWeekBefore(scope, db, {
      queueId: queue.id,
      from,
      to: earlier(span.to, addDays(today, -1)),
    }),
    forecastComing: !kept && (await hasDaysEnough(scope, db, { queueId: queue.id, before: today })),
    forecast:
      kept && told
        ? {
            madeAt: kept.madeAt.toISOString(),
            methodVersion: kept.methodVersion,
            fromDay: kept.fromDay,
            cellsTo: kept.cellsTo,
            isStale: kept.inputsVersion !== queue.inputsVersion || kept.fromDay < today,
            modelShare: kept.report.modelShare,
            calendar: kept.report.calendar,
            notes: [...kept.report.notes],
            oddEnd: kept.report.oddEnd ?? null,
            days: told.days.map(dayOf),
            paths: (kept.report.paths ?? []).map(({ path, factors }) => ({ path, factors: [...factors] })),
            past: {
              ...kept.report.past,
              // Forecasts of earlier versions have not counted it.
              covered: kept.report.past.covered ?? null,
              byHorizon: [...kept.report.past.byHorizon],
              kept: await keptAgainstSeen(scope, db, { queueId: queue.id, today, days: keptDays }),
            },
          }
        : null,
    finding: told ? findingOf(told.days, namedEvents(kinds, events)) : null,
    kinds,
    events: events.filter(({ day }) => day >= span.from && day <= addDays(span.to, 60)),
    shocks: (await listShocks(scope, db, queue.id)).map(({ queueId: _, ...shock }): ShockView => shock),
  }
}

const dayOf = ({ parts, marks, ...day }: ForecastDay) => ({ ...day, parts: [...parts], marks: [...marks] })

const namedEvents = (kinds: readonly EventKindView[], events: readonly StoredEvent[]) =>
  events.map(({ kindId, day }) => ({ kind: kinds.find((kind) => kind.kindId === kindId)?.name ?? '', day }))

async function kindsOf({ scope, db }: Context, kept: KeptForecast | undefined): Promise<EventKindView[]> {
  return (await listKinds(scope, db)).map((kind) => {
    const learned = kept?.report.events.find((effect) => effect.kind === kind.kindId)
    return {
      ...kind,
      queueIds: [...kind.queueIds],
      learned: learned
        ? {
            occurrences: learned.occurrences,
            basis: learned.basis,
            days: [...learned.days],
            total: learned.total,
          }
        : null,
    }
  })
}

function eventsOf(
  queue: StoredQueue,
  kinds: readonly EventKindView[],
  events: readonly StoredEvent[],
): StoredEvent[] {
  const own = new Set(
    kinds
      .filter(({ queueIds }) => queueIds.length === 0 || queueIds.includes(queue.id))
      .map(({ kindId }) => kindId),
  )
  return events.filter(({ kindId }) => own.has(kindId))
}

/** Of two days, the one that comes first. */
const earlier = (one: PlainDate, other: PlainDate): PlainDate => [one, other].toSorted()[0]!

type Judging = { readonly span: Span; readonly odd: ReadonlySet<PlainDate>; readonly today: PlainDate }

async function seenDays(context: Context, queue: StoredQueue, judging: Judging): Promise<SeenDay[]> {
  const { scope, db } = context
  const { span, today } = judging
  const to = earlier(span.to, today)
  const totals = await dayTotals(scope, db, { queueId: queue.id, from: span.from, to })
  const at = new Map(totals.map((total) => [total.day, total]))
  const exceptions = await listExceptions(scope, db, queue.id)
  const marks = await listMarks(scope, db, queue.id)
  const verdicts = await verdictsOf(context, queue, { ...judging, span: { from: span.from, to } })
  return verdicts.map(({ day, state, missing }) => {
    const total = at.get(day)
    const reason = (marks.find((mark) => mark.day === day) ?? exceptions.find((each) => each.day === day))
      ?.reason
    return {
      day,
      offered: total?.offered ?? null,
      handled: total?.handled ?? null,
      abandoned: total?.abandoned ?? null,
      state,
      missing,
      reason: reason ?? '',
    }
  })
}

async function verdictsOf(
  { scope, db }: Context,
  queue: StoredQueue,
  { span, odd, today }: Judging,
): Promise<readonly DayVerdict[]> {
  const totals = await dayTotals(scope, db, { queueId: queue.id, ...span })
  const exceptions = await listExceptions(scope, db, queue.id)
  const marks = await listMarks(scope, db, queue.id)
  const first = (await trafficSpans(scope, db)).find(({ queueId }) => queueId === queue.id)?.first ?? null
  return dayVerdicts(span, new Map(totals.map((total) => [total.day, total])), {
    opening: queue.opening,
    exceptions: new Map(exceptions.map(({ day, spans }) => [day, spans])),
    intervalMinutes: queue.intervalMinutes,
    today,
    marked: new Set(marks.map(({ day }) => day)),
    odd,
    firstDay: first,
  })
}

/** @throws AppError not-found */
export async function readDay(
  context: Context,
  { queueId, day }: { readonly queueId: string; readonly day: PlainDate },
): Promise<DayView> {
  const { scope, db, now } = context
  const queue = await neededQueue(context, db, queueId)
  const span = { from: day, to: day }
  const told = await readForecast(scope, db, { queueId, ...span })
  const [before] = await toldAWeekBefore(scope, db, { queueId, ...span })
  const kept = await latestForecast(scope, db, queueId)
  const exceptions = await listExceptions(scope, db, queueId)
  const mark = (await listMarks(scope, db, queueId)).find((each) => each.day === day)
  const kinds = await kindsOf(context, kept)
  const near = eventsOf(queue, kinds, await listEvents(scope, db)).filter(
    (event) => event.day <= addDays(day, 1) && event.day >= addDays(day, -10),
  )
  const [verdict] = await verdictsOf(context, queue, {
    span,
    odd: new Set(kept?.report.oddDays.map(({ date }) => date)),
    today: toLocal(now).date,
  })
  const exception = exceptions.find((each) => each.day === day)
  const opening = openingOn(queue.opening, new Map(exceptions.map((each) => [each.day, each.spans])), day)
  return {
    day,
    seen: (await readTraffic(scope, db, { queueId, ...span })).map(intervalView),
    cells: (told?.cells ?? []).map((cell) => ({ ...cell, startsAt: cell.startsAt.toISOString() })),
    forecast: told?.days[0] ? dayOf(told.days[0]) : null,
    told: before ?? null,
    opening: [...opening],
    exception: exception ? { ...exception, spans: [...exception.spans] } : null,
    mark: mark ? { reason: mark.reason, person: mark.person, at: mark.at.toISOString() } : null,
    state: verdict?.state ?? 'closed',
    events: near.map((event) => {
      const kind = kinds.find(({ kindId }) => kindId === event.kindId)
      return { ...event, kind: kind?.name ?? '', category: kind?.category ?? 'own' }
    }),
  }
}

function intervalView({ startsAt, concurrent: _, ...figures }: TrafficRow): IntervalView {
  return { startsAt: startsAt.toISOString(), ...figures }
}

/** The forecast is made anew whether or not something has changed. @throws AppError not-found */
export async function makeForecastNow(context: Context, { queueId }: { queueId: string }) {
  const { scope, jobs, db } = context
  await neededQueue(context, db, queueId)
  const { organisationId } = scope
  return { jobId: await jobs.send(forecastJob, { organisationId, queueId, again: true }, { organisationId }) }
}

type Export = {
  readonly queueId: string
  readonly from: string
  readonly to: string
  readonly format: 'csv' | 'xlsx'
}

/** Every interval seen and foretold, in one table that the import reads again. @throws AppError not-found */
export async function exportTraffic(context: Context, { queueId, from, to, format }: Export): Promise<File> {
  const { scope, db } = context
  const queue = await neededQueue(context, db, queueId)
  const until = to > addDays(from, 1200) ? addDays(from, 1200) : to
  const span = { queueId, from, to: until }
  const seen = new Map((await readTraffic(scope, db, span)).map((row) => [row.startsAt.getTime(), row]))
  const told = new Map(
    ((await readForecast(scope, db, span))?.cells ?? []).map((cell) => [cell.startsAt.getTime(), cell]),
  )
  const starts = [...new Set([...seen.keys(), ...told.keys()])].toSorted((a, b) => a - b)
  const header = [
    ...['timestamp', 'offered', 'handled', 'abandoned', 'aht', 'wait', 'answeredwithin'],
    ...['forecast', 'lo95', 'hi95'],
  ]
  const round = (value: number | null | undefined) => (value == null ? null : Math.round(value * 100) / 100)
  const rows = starts.map((start) => {
    const row = seen.get(start)
    const cell = told.get(start)
    const { date, time } = toLocal(new Date(start))
    return [
      `${date} ${time.slice(0, 5)}`,
      ...[
        row?.offered,
        row?.handled,
        row?.abandoned,
        row?.handleSeconds,
        row?.waitSeconds,
        row?.answeredWithin,
      ].map(round),
      ...[cell?.mean, cell?.lo95, cell?.hi95].map(round),
    ]
  })
  await recordAudit(context, {
    action: 'traffic.exported',
    subject: { kind: 'queue', id: queueId },
    detail: { from, to },
  })
  const name = `${queue.name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}-${from}-${until}.${format}`
  if (format === 'csv')
    return new File([writeCsv([header, ...rows], { byteOrderMark: true })], name, { type: 'text/csv' })
  const sheet = await writeXlsx([{ name: queue.name, header, rows }])
  return new File([sheet as Uint8Array<ArrayBuffer>], name, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}
