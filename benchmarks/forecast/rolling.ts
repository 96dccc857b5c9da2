/** Rolling origins: at each one only what lies before it is known, and the days after it are scored. */
import { addDays, fromEpochDay, toEpochDay } from '../../src/kernel/calendar.ts'
import { fitForecast } from '../../src/plan/traffic/rules/forecast/fit-forecast.ts'
import type { Forecast } from '../../src/plan/traffic/rules/forecast/forecast-types.ts'
import { seriesBefore } from '../../src/plan/traffic/rules/forecast/traffic-series.ts'
import type { TestSeries } from './series.ts'

export type Score = {
  readonly contacts: number
  readonly error: number
  readonly cells: number
  readonly covered: number
  readonly milliseconds: number
  readonly origins: number
}

export const nothing: Score = { contacts: 0, error: 0, cells: 0, covered: 0, milliseconds: 0, origins: 0 }

export const together = (a: Score, b: Score): Score => ({
  contacts: a.contacts + b.contacts,
  error: a.error + b.error,
  cells: a.cells + b.cells,
  covered: a.covered + b.covered,
  milliseconds: a.milliseconds + b.milliseconds,
  origins: a.origins + b.origins,
})

/** Epoch days on which a horizon of so many calendar days begins: the last one ends with the series. */
export function originsOf(
  { series }: TestSeries,
  { horizon, count, step }: { horizon: number; count: number; step: number },
): number[] {
  const end = series.firstDay + series.days
  return Array.from({ length: count }, (_, k) => end - horizon - k * step)
}

export function forecastAt(test: TestSeries, origin: number, horizon: number): Forecast {
  const last = addDays(fromEpochDay(origin), horizon)
  return fitForecast({
    series: seriesBefore(test.series, origin),
    horizonDays: horizon,
    calendar: test.calendar,
    closed: test.closed,
    events: test.events.filter(({ date }) => date < last),
  })
}

/** Cells of the horizon that have been recorded, with what was forecast. */
export function scoreOurs(test: TestSeries, origin: number, horizon: number): Score {
  const before = performance.now()
  const forecast = forecastAt(test, origin, horizon)
  const milliseconds = performance.now() - before
  let [contacts, error, cells, covered] = [0, 0, 0, 0]
  for (const { date, minute, mean, lo95, hi95 } of forecast.cells) {
    const actual = actualOf(test, toEpochDay(date), minute)
    if (actual === undefined) continue
    contacts += actual
    error += Math.abs(actual - mean)
    cells++
    covered += Number(actual >= lo95 && actual <= hi95)
  }
  return { contacts, error, cells, covered, milliseconds, origins: 1 }
}

export function actualOf({ series }: TestSeries, epochDay: number, minute: number): number | undefined {
  const value = series.values[(epochDay - series.firstDay) * series.slots + minute / series.intervalMinutes]
  return value === undefined || Number.isNaN(value) ? undefined : value
}
