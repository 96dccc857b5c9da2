/** A queue's forecast as it is kept: six weeks by interval with how good it has been, and thirteen months by day. */

import { addDays, type PlainDate, toEpochDay } from '../../../kernel/calendar.ts'
import { clockOf } from '../../../kernel/clock.ts'
import { toInstant } from '../../../kernel/zone.ts'
import { fitForecast } from './forecast/fit-forecast.ts'
import type {
  ConfirmedShock,
  Driver,
  DriverNote,
  EventEffect,
  Forecast,
  OddDay,
  PastOrigins,
  PlannedEvent,
  ProposedShock,
} from './forecast/forecast-types.ts'
import { type SeriesCell, toSeries } from './forecast/traffic-series.ts'
import { dayParts, type Part } from './forecast-parts.ts'
import { pastDays } from './intraday/past-days.ts'
import type { OpeningException, Queue } from './queue.ts'

export type ForecastRequest = {
  readonly queue: Pick<Queue, 'opening' | 'intervalMinutes'>
  readonly exceptions: readonly OpeningException[]
  /** Counts before the first day to be foretold. */
  readonly counts: readonly SeriesCell[]
  readonly events: readonly PlannedEvent[]
  readonly shocks: readonly ConfirmedShock[]
  /** Dates of found jumps that the planner has rejected. */
  readonly dismissed: readonly PlainDate[]
  readonly drivers: readonly Driver[]
  /** The first day to be foretold. */
  readonly today: PlainDate
}

/** What is kept beside the figures. */
export type Report = {
  readonly events: readonly EventEffect[]
  readonly shocks: readonly ProposedShock[]
  readonly driverNotes: readonly DriverNote[]
  readonly oddDays: readonly OddDay[]
  readonly past: PastOrigins
  readonly modelShare: number
  readonly calendar: string
  readonly notes: readonly string[]
  /** Missing in forecasts of earlier versions, as the two below may be. */
  readonly oddEnd?: Forecast['oddEnd']
  /** The near days ÷ as foretold, if values from outside go as low or as high as has been said; none where nobody has. */
  readonly paths?: Forecast['scenarios']
  /** Days before, each as it would have been foretold the evening before; missing in forecasts of earlier versions. */
  readonly pastDays?: readonly KeptPastDay[]
}

export type KeptPastDay = {
  readonly minutes: readonly number[]
  readonly forecast: readonly number[]
  readonly actual: readonly number[]
}

export type MadeForecast = {
  readonly methodVersion: string
  readonly cellsTo: PlainDate
  readonly toDay: PlainDate
  readonly cells: readonly {
    readonly startsAt: string
    readonly mean: number
    readonly lo95: number
    readonly hi95: number
  }[]
  readonly days: readonly {
    readonly date: PlainDate
    readonly mean: number
    readonly lo95: number
    readonly hi95: number
    readonly cv: number
    readonly parts: readonly Part[]
    readonly marks: readonly string[]
  }[]
  readonly report: Report
}

/** How much of the whole work is done when the near and the far days are foretold; past days are the rest. */
const nearShare = 0.25
const farShare = 0.35
const daysByInterval = 42
const daysAtAll = 396
/** What is judged at past origins, as far ahead as rosters are made. */
const judgedDays = 28

/**
 * The near days are foretold by what past origins of 28 days taught, the others by the model alone over a longer
 * horizon. `tell` hears how far it has come, as a share of 1. Undefined when there are too few days with traffic to say anything.
 */
export function makeForecast(
  request: ForecastRequest,
  tell: (share: number) => void = () => {},
): MadeForecast | undefined {
  const { counts, today } = request
  const last =
    counts
      .map(({ date }) => date)
      .toSorted()
      .at(-1) ?? today
  if (new Set(counts.map(({ date }) => date)).size < 10) return undefined
  // A series that ended before today is carried over the days between without a count.
  const ahead = (days: number) => toEpochDay(today) - toEpochDay(last) - 1 + days
  const near = fitted(request, ahead(judgedDays), 10)
  tell(nearShare)
  const far = fitted(request, ahead(daysAtAll), 0)
  if (!near || !far) return undefined
  tell(farShare)
  const nearTo = addDays(today, judgedDays - 1)
  const cells = [
    ...near.cells.filter(({ date }) => date >= today && date <= nearTo),
    ...far.cells.filter(({ date }) => date > nearTo && date <= addDays(today, daysByInterval - 1)),
  ]
  return {
    methodVersion: near.methodVersion,
    cellsTo: addDays(today, daysByInterval - 1),
    toDay: addDays(today, daysAtAll - 1),
    cells: cells.map(({ date, minute, mean, lo95, hi95 }) => ({
      startsAt: toInstant(date, clockOf(minute)).toISOString(),
      mean,
      lo95,
      hi95,
    })),
    days: [...daysOf(near, today, nearTo), ...daysOf(far, addDays(nearTo, 1), addDays(today, daysAtAll - 1))],
    report: {
      ...reportOf(near),
      pastDays: keptPastDays(request, (share) => tell(farShare + share * (1 - farShare))),
    },
  }
}

function inputOf({ queue, exceptions, counts, ...known }: ForecastRequest) {
  return {
    series: toSeries(counts, queue.intervalMinutes),
    calendar: 'NO' as const,
    opening: {
      week: queue.opening,
      exceptions: exceptions.map(({ day, spans }) => ({ date: day, hours: spans })),
    },
    events: known.events,
    shocks: known.shocks,
    dismissed: known.dismissed,
    drivers: known.drivers,
  }
}

/** As many as teach how the errors of a day hang together; each is a forecast of its own to make. */
const taughtDays = 30

function keptPastDays(request: ForecastRequest, tell: (share: number) => void): KeptPastDay[] {
  const rounded = (values: Float64Array) => Array.from(values, (value) => Math.round(value * 1e3) / 1e3)
  return pastDays({ ...inputOf(request), horizonDays: 1 }, taughtDays, tell).map(
    ({ minutes, forecast, actual }) => ({ minutes, forecast: rounded(forecast), actual: rounded(actual) }),
  )
}

function fitted(request: ForecastRequest, horizonDays: number, origins: number): Forecast | undefined {
  try {
    return fitForecast({ ...inputOf(request), horizonDays, origins })
  } catch (error) {
    // The rule's own word for "too few days".
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function daysOf(forecast: Forecast, from: PlainDate, to: PlainDate): MadeForecast['days'] {
  const cells = Map.groupBy(forecast.cells, ({ date }) => date)
  return forecast.days
    .filter(({ date }) => date >= from && date <= to)
    .map(({ date, total, lo95, hi95, cv, marks }) => ({
      date,
      mean: total,
      lo95: total > 0 ? lo95 : 0,
      hi95: total > 0 ? hi95 : 0,
      cv,
      parts: dayParts(cells.get(date) ?? []),
      marks,
    }))
}

const reportOf = (forecast: Forecast): Report => ({
  events: forecast.events,
  shocks: forecast.shocks,
  driverNotes: forecast.driverNotes,
  oddDays: forecast.oddDays,
  past: forecast.past,
  modelShare: forecast.modelShare,
  calendar: forecast.calendar,
  notes: forecast.notes,
  oddEnd: forecast.oddEnd,
  paths: forecast.scenarios,
})
