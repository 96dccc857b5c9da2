/** `lyttepost forecast SERIES.csv --horizon 14d`: contacts to expect in every open interval of the days to come. */
import { clockOf } from '../kernel/clock.ts'
import { fitForecast } from '../plan/traffic/rules/forecast/fit-forecast.ts'
import type { Forecast } from '../plan/traffic/rules/forecast/forecast-types.ts'
import { writeCsv } from '../platform/files/index.ts'
import { command, WrongUsage } from './command.ts'
import { notice, whyTooFew } from './forecast/notice.ts'
import { readHorizon, readInputs, readSeriesFiles, seriesOptions } from './forecast/read-inputs.ts'
import { exitCode } from './io.ts'

const usage = `lyttepost forecast SERIES.csv --horizon 14d [--events EVENTS.csv] [--opening OPENING.csv] [--calendar NO|none] [--json]

Rows of timestamp,mean,lo95,hi95 for every open interval of the days after the series. SERIES.csv has a time and a
number in each row, one interval length from 5 to 60 minutes, local time; - is standard input. Closed intervals are
not forecast. The same input gives the same bytes.

  --horizon 14d        how far ahead: days (14d) or weeks (2w), at most a year
  --events FILE        date,kind[,size][,factor]: past ones are learned from, future ones applied; factor is your own
                       figure for a future event, 1.3 for 30 % more on its largest day
  --opening FILE       weekday,from,to[,date]: hours of the week, and dates with other hours or none; else they are
                       read from the series
  --calendar NO|none   Norwegian holidays, eves, squeezed days and school holidays, or nothing. When absent: Norway's,
                       unless the closed days of the series are holidays of the United States
  --json               one JSON array on standard output
`

export const forecastCommand = command({
  usage,
  options: { ...seriesOptions, horizon: { type: 'string', default: '' } },
  read: (values, words) => {
    const files = readSeriesFiles(values, words)
    if (values.horizon === '') throw new WrongUsage('--horizon is missing')
    return { ...files, horizonDays: readHorizon(values.horizon), json: values.json }
  },
  run: async (asked, io) => {
    const inputs = await readInputs(asked, io)
    if (!inputs) return exitCode.refused
    try {
      const forecast = fitForecast({ ...inputs, horizonDays: asked.horizonDays })
      notice(forecast, inputs, io)
      io.stdout.write(asked.json ? asJson(forecast) : asCsv(forecast))
      return exitCode.done
    } catch (error) {
      if (!(error instanceof RangeError) || error.message !== 'too few days') throw error
      io.stderr.write(`${whyTooFew(asked, inputs)}\n`)
      return exitCode.refused
    }
  },
})

const rounded = (value: number): number => Math.round(value * 1000) / 1000

function rowsOf({ cells }: Forecast) {
  return cells.map(({ date, minute, mean, lo95, hi95 }) => ({
    timestamp: `${date}T${clockOf(minute)}:00`,
    mean: rounded(mean),
    lo95: rounded(lo95),
    hi95: rounded(hi95),
  }))
}

function asJson(forecast: Forecast): string {
  return `[${rowsOf(forecast)
    .map((row) => `\n${JSON.stringify(row)}`)
    .join(',')}\n]\n`
}

function asCsv(forecast: Forecast): string {
  const rows = rowsOf(forecast).map(({ timestamp, mean, lo95, hi95 }) => [timestamp, mean, lo95, hi95])
  return writeCsv([['timestamp', 'mean', 'lo95', 'hi95'], ...rows])
}
