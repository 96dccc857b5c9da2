/** Past days as they would have been forecast the day before, for learning how errors of a day hang together. */
import { fromEpochDay, type PlainDate } from '../../../../kernel/calendar.ts'
import { fitForecast } from '../forecast/fit-forecast.ts'
import type { ForecastInput } from '../forecast/forecast-types.ts'
import { seriesBefore } from '../forecast/traffic-series.ts'
import type { PastDay } from './day-covariance.ts'

export type DatedPastDay = PastDay & {
  readonly date: PlainDate
  /** Minutes after midnight of each interval. */
  readonly minutes: readonly number[]
}

/** The latest days before the end of the series, at most so many, oldest first. Days with a gap are left out; `tell` hears each. */
export function pastDays(
  input: ForecastInput,
  most = 60,
  tell: (share: number) => void = () => {},
): DatedPastDay[] {
  const { series } = input
  const found: DatedPastDay[] = []
  for (let day = series.days - 1; day >= 28 && found.length < most; day--) {
    const epochDay = series.firstDay + day
    const date = fromEpochDay(epochDay)
    const { cells } = fitForecast({
      ...input,
      series: seriesBefore(series, epochDay),
      horizonDays: 1,
      origins: 0,
      events: (input.events ?? []).filter((event) => event.date <= date),
      shocks: (input.shocks ?? []).filter(({ from }) => from < date),
    })
    const actual = cells.map(
      ({ minute }) => series.values[day * series.slots + minute / series.intervalMinutes]!,
    )
    if (cells.length === 0 || actual.some(Number.isNaN)) continue
    found.push({
      date,
      minutes: cells.map(({ minute }) => minute),
      forecast: Float64Array.from(cells, ({ mean }) => mean),
      actual: Float64Array.from(actual),
    })
    tell(found.length / most)
  }
  return found.reverse()
}

type KeptDay = {
  readonly minutes: readonly number[]
  readonly forecast: readonly number[]
  readonly actual: readonly number[]
}

/** Of kept past days those that were open in all of these intervals, in these intervals alone. */
export function daysLike(kept: readonly KeptDay[], minutes: readonly number[]): PastDay[] {
  return kept.flatMap((day) => {
    const places = minutes.map((minute) => day.minutes.indexOf(minute))
    if (places.includes(-1)) return []
    return [
      {
        forecast: Float64Array.from(places, (place) => day.forecast[place]!),
        actual: Float64Array.from(places, (place) => day.actual[place]!),
      },
    ]
  })
}
