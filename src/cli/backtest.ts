/** `lyttepost backtest SERIES.csv --horizon 14d --origins 6`: how good the forecast would have been, per horizon day. */
import {
  type Backtest,
  type BacktestLine,
  backtestForecast,
} from '../plan/traffic/rules/forecast/backtest.ts'
import { command, WrongUsage } from './command.ts'
import { readHorizon, readInputs, readSeriesFiles, seriesOptions } from './forecast/read-inputs.ts'
import { exitCode } from './io.ts'

const usage = `lyttepost backtest SERIES.csv --horizon 14d --origins 6 [--events EVENTS.csv] [--opening OPENING.csv] [--calendar NO|none] [--json]

Forecasts from several moments in the past, each knowing only what lay before it, one horizon apart and ending with
the series. WAPE, MASE and the coverage of the 95 % interval, over all and per day of the horizon, beside the same
weekday of the week before (seasonal naive) and the median of the last eight. Files and options: see forecast.

  --horizon 14d   days (14d) or weeks (2w)
  --origins 6     how many moments; those with too little before them are left out
  --json          one JSON document on standard output
`

export const backtestCommand = command({
  usage,
  options: {
    ...seriesOptions,
    horizon: { type: 'string', default: '14d' },
    origins: { type: 'string', default: '6' },
  },
  read: (values, words) => {
    const { horizon, origins, json } = values
    if (!/^[1-9]\d?$/.test(origins))
      throw new WrongUsage(`--origins is a whole number from 1 to 99, not ${origins}`)
    const horizonDays = readHorizon(horizon)
    return { ...readSeriesFiles(values, words), horizon, horizonDays, origins: Number(origins), json }
  },
  run: async ({ file, horizon, horizonDays, origins, json, ...files }, io) => {
    const inputs = await readInputs({ file, ...files }, io)
    if (!inputs) return exitCode.refused
    const found = backtestForecast({ ...inputs, horizonDays }, { horizonDays, origins })
    if (!found.overall) {
      io.stderr.write(`${file}: too short to look back by ${horizon}\n`)
      return exitCode.refused
    }
    if (found.origins.length < origins)
      io.stderr.write(`note: the series reaches back to ${found.origins.length} of ${origins} origins\n`)
    io.stdout.write(json ? `${JSON.stringify(asDocument(found, horizonDays), null, 1)}\n` : asTable(found))
    return exitCode.done
  },
})

const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 1e5) / 1e5

function asDocument({ overall, byHorizon, origins }: Backtest, horizonDays: number) {
  const line = ({ horizonDay, intervals, contacts, ...scores }: BacktestLine) => ({
    ...(horizonDay === null ? {} : { horizonDay }),
    intervals,
    contacts,
    ...Object.fromEntries(
      Object.entries(scores).map(([method, { wape, mase, coverage }]) => [
        method,
        { wape: rounded(wape), mase: rounded(mase), coverage: rounded(coverage) },
      ]),
    ),
  })
  return {
    horizonDays,
    origins: origins.map((origin) => ({ from: origin.from, ...line(origin.line) })),
    overall: line(overall!),
    byHorizon: byHorizon.map(line),
  }
}

function asTable({ overall, byHorizon, origins }: Backtest): string {
  const figure = (value: number | null, digits = 4) =>
    (value === null ? '–' : value.toFixed(digits)).padStart(8)
  const row = (name: string, { forecast, seasonalNaive, median8 }: BacktestLine) =>
    [
      name.padEnd(12),
      figure(forecast.wape),
      figure(forecast.mase, 3),
      figure(forecast.coverage, 3),
      figure(seasonalNaive.wape),
      figure(seasonalNaive.mase, 3),
      figure(median8.wape),
      figure(median8.mase, 3),
    ].join(' ')
  return [
    `${''.padEnd(12)} ${'forecast'.padStart(26)} ${'seasonal naive'.padStart(17)} ${'8-week median'.padStart(17)}`,
    `${''.padEnd(12)} ${['WAPE', 'MASE', 'covers', 'WAPE', 'MASE', 'WAPE', 'MASE'].map((name) => name.padStart(8)).join(' ')}`,
    row('all', overall!),
    '',
    ...byHorizon.map((line) => row(`day ${line.horizonDay}`, line)),
    '',
    ...origins.map(({ from, line }) => row(from, line)),
    '',
  ].join('\n')
}
