/**
 * How good the whole method would have been: at each origin it knows what was known then, its own past origins
 * included, and is scored beside the last such weekday (seasonal naive) and the median of the last eight.
 */
import { addDays, fromEpochDay, type PlainDate, toEpochDay } from '../../../../kernel/calendar.ts'
import { fitForecast } from './fit-forecast.ts'
import type { ForecastCell, ForecastInput } from './forecast-types.ts'
import { median } from './robust.ts'
import { seriesBefore, type TrafficSeries } from './traffic-series.ts'

/** Errors of one method. WAPE = Σ|error| ÷ Σ actual; MASE = mean |error| ÷ that of the week before, before the origin. */
export type MethodScore = {
  readonly wape: number
  readonly mase: number | null
  /** Share of intervals inside the 95 % interval; null for methods without one. */
  readonly coverage: number | null
}

export type BacktestLine = {
  /** Calendar days after the origin's last known day; null for all of them. */
  readonly horizonDay: number | null
  readonly intervals: number
  readonly contacts: number
  readonly forecast: MethodScore
  readonly seasonalNaive: MethodScore
  readonly median8: MethodScore
}

export type BacktestOrigin = { readonly from: PlainDate; readonly line: BacktestLine }

export type Backtest = {
  readonly origins: readonly BacktestOrigin[]
  readonly overall: BacktestLine | null
  readonly byHorizon: readonly BacktestLine[]
}

export type BacktestOptions = {
  readonly horizonDays: number
  readonly origins: number
  /** Days between origins; the horizon when absent. */
  readonly stepDays?: number | undefined
}

const methods = ['forecast', 'seasonalNaive', 'median8'] as const

type Scored = {
  readonly horizonDay: number
  readonly actual: number
  readonly errors: readonly [number, number, number]
  readonly covered: boolean
  /** Mean |error| of the week before, before the origin. */
  readonly scale: number
}

/** Origins end with the series; those with too little before them are left out. */
export function backtestForecast(input: ForecastInput, options: BacktestOptions): Backtest {
  const { series } = input
  const step = options.stepDays ?? options.horizonDays
  const end = series.firstDay + series.days
  const origins: BacktestOrigin[] = []
  const all: Scored[] = []
  for (let k = options.origins - 1; k >= 0; k--) {
    const origin = end - options.horizonDays - k * step
    const scored = scoreOrigin(input, origin, options.horizonDays)
    const line = lineOf(scored, null)
    // An error has no share of nothing: where nobody came, there is no line, but the errors count among all.
    if (line) origins.push({ from: fromEpochDay(origin), line })
    all.push(...scored)
  }
  const days = [...new Set(all.map(({ horizonDay }) => horizonDay))].sort((a, b) => a - b)
  return {
    origins,
    overall: lineOf(all, null),
    byHorizon: days.flatMap(
      (day) =>
        lineOf(
          all.filter(({ horizonDay }) => horizonDay === day),
          day,
        ) ?? [],
    ),
  }
}

function scoreOrigin(input: ForecastInput, origin: number, horizonDays: number): Scored[] {
  const known = knownAt(input, origin, horizonDays)
  if (known.series.days < 14) return []
  try {
    const { cells, closedDays } = fitForecast(known)
    const closed = new Set(closedDays.map(({ date }) => toEpochDay(date)))
    const peers = peersAt(known.series, closed)
    return cells.flatMap((cell) => scoreCell(cell, { series: input.series, origin, peers }))
  } catch (error) {
    // Too few days with traffic before this origin: it cannot be scored.
    if (error instanceof RangeError) return []
    throw error
  }
}

/** What was known on the morning of the origin: planned events, but no shock to come and no value of a driver. */
function knownAt(input: ForecastInput, origin: number, horizonDays: number): ForecastInput {
  const date = fromEpochDay(origin)
  const last = addDays(date, horizonDays)
  return {
    ...input,
    series: seriesBefore(input.series, origin),
    horizonDays,
    events: (input.events ?? []).filter((event) => event.date < last),
    shocks: (input.shocks ?? []).filter(({ from }) => from < date),
    drivers: (input.drivers ?? []).map((driver) => ({
      ...driver,
      history: driver.history.filter((point) => point.date < date),
      future: { base: [] },
    })),
  }
}

type Peers = {
  readonly at: (
    epochDay: number,
    slot: number,
  ) => { readonly naive: number; readonly middle: number } | undefined
  readonly scale: number
}

function peersAt(series: TrafficSeries, closed: ReadonlySet<number>): Peers {
  const { values, slots, firstDay, days } = series
  const valueAt = (epochDay: number, slot: number) => {
    const value = values[(epochDay - firstDay) * slots + slot]
    return value === undefined || Number.isNaN(value) || closed.has(epochDay) ? undefined : value
  }
  const last = firstDay + days - 1
  const at: Peers['at'] = (epochDay, slot) => {
    const found: number[] = []
    for (
      let day = epochDay - 7 * Math.ceil((epochDay - last) / 7);
      day >= firstDay && found.length < 8;
      day -= 7
    ) {
      const value = valueAt(day, slot)
      if (value !== undefined) found.push(value)
    }
    if (found.length === 0) return undefined
    const mean = found.reduce((a, b) => a + b, 0) / found.length
    return { naive: found[0]!, middle: mean < 5 ? mean : median(found) }
  }
  let [sum, count] = [0, 0]
  for (let day = firstDay + 7; day <= last; day++)
    for (let slot = 0; slot < slots; slot++) {
      const [now, before] = [valueAt(day, slot), valueAt(day - 7, slot)]
      if (now === undefined || before === undefined || now + before === 0) continue
      sum += Math.abs(now - before)
      count++
    }
  return { at, scale: count > 0 ? sum / count : 0 }
}

function scoreCell(
  { date, minute, mean, lo95, hi95 }: ForecastCell,
  {
    series,
    origin,
    peers,
  }: { readonly series: TrafficSeries; readonly origin: number; readonly peers: Peers },
): Scored[] {
  const epochDay = toEpochDay(date)
  const slot = minute / series.intervalMinutes
  const actual = series.values[(epochDay - series.firstDay) * series.slots + slot]
  if (actual === undefined || Number.isNaN(actual)) return []
  const peer = peers.at(epochDay, slot) ?? { naive: mean, middle: mean }
  return [
    {
      horizonDay: epochDay - origin + 1,
      actual,
      errors: [Math.abs(actual - mean), Math.abs(actual - peer.naive), Math.abs(actual - peer.middle)],
      covered: actual >= lo95 && actual <= hi95,
      scale: peers.scale,
    },
  ]
}

function lineOf(scored: readonly Scored[], horizonDay: number | null): BacktestLine | null {
  const contacts = scored.reduce((sum, { actual }) => sum + actual, 0)
  if (contacts <= 0) return null
  const scores = methods.map((_, k): MethodScore => {
    const scaled = scored.filter(({ scale }) => scale > 0)
    return {
      wape: scored.reduce((sum, { errors }) => sum + errors[k]!, 0) / contacts,
      mase:
        scaled.length > 0
          ? scaled.reduce((sum, { errors, scale }) => sum + errors[k]! / scale, 0) / scaled.length
          : null,
      coverage: k === 0 ? scored.filter(({ covered }) => covered).length / scored.length : null,
    }
  })
  return {
    horizonDay,
    intervals: scored.length,
    contacts,
    forecast: scores[0]!,
    seasonalNaive: scores[1]!,
    median8: scores[2]!,
  }
}
