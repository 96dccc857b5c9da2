/** `lyttepost backtest SERIES.csv --horizon 14d --origins 6`: how good the forecast would have been, per horizon day. */
import { parseArgs } from 'node:util'
import {
  type Backtest,
  type BacktestLine,
  backtestForecast,
} from '../plan/traffic/rules/forecast/backtest.ts'
import { daysOf, readInputs } from './forecast/read-inputs.ts'
import { type CliIo, exitCode } from './io.ts'

const usage = `lyttepost backtest SERIES.csv --horizon 14d --origins 6 [--events EVENTS.csv] [--opening OPENING.csv] [--calendar NO|none] [--json]

Forecasts from several moments in the past, each knowing only what lay before it, one horizon apart and ending with
the series. WAPE, MASE and the coverage of the 95 % interval, over all and per day of the horizon, beside the same
weekday of the week before (seasonal naive) and the median of the last eight. Files and options: see forecast.

  --horizon 14d   days (14d) or weeks (2w)
  --origins 6     how many moments; those with too little before them are left out
  --json          one JSON document on standard output
`

type Asked = {
  readonly help: boolean
  readonly file: string
  readonly horizon: string
  readonly origins: string
  readonly events: string | undefined
  readonly opening: string | undefined
  readonly calendar: string | undefined
  readonly json: boolean
}

export async function backtestCommand(args: string[], io: CliIo): Promise<number> {
  const asked = readArguments(args)
  if ('problem' in asked) {
    io.stderr.write(`${asked.problem}\n\n${usage}`)
    return exitCode.usage
  }
  if (asked.help) {
    io.stdout.write(usage)
    return exitCode.done
  }
  const inputs = await readInputs(asked, io)
  if (!inputs) return exitCode.refused
  const horizonDays = daysOf(asked.horizon)!
  const found = backtestForecast({ ...inputs, horizonDays }, { horizonDays, origins: Number(asked.origins) })
  if (!found.overall) {
    io.stderr.write(`${asked.file}: too short to look back by ${asked.horizon}\n`)
    return exitCode.refused
  }
  if (found.origins.length < Number(asked.origins))
    io.stderr.write(`note: the series reaches back to ${found.origins.length} of ${asked.origins} origins\n`)
  io.stdout.write(
    asked.json ? `${JSON.stringify(asDocument(found, horizonDays), null, 1)}\n` : asTable(found),
  )
  return exitCode.done
}

function readArguments(args: string[]): Asked | { readonly problem: string } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        horizon: { type: 'string', default: '14d' },
        origins: { type: 'string', default: '6' },
        events: { type: 'string' },
        opening: { type: 'string' },
        calendar: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false, short: 'h' },
      },
    })
    const [file = '', ...rest] = positionals
    const asked = {
      ...values,
      file,
      events: values.events,
      opening: values.opening,
      calendar: values.calendar,
    }
    const problem = values.help ? undefined : wrongUsage(asked, rest)
    return problem ? { problem } : asked
  } catch (error) {
    return { problem: (error as Error).message }
  }
}

function wrongUsage(
  { file, horizon, origins, events, opening, calendar }: Asked,
  rest: readonly string[],
): string | undefined {
  if (file === '') return 'SERIES.csv is missing'
  if (rest.length > 0) return `one SERIES.csv at a time, not also ${rest.join(' ')}`
  if (daysOf(horizon) === undefined)
    return `--horizon is days such as 14d, or weeks such as 2w, up to a year, not ${horizon}`
  if (!/^[1-9]\d?$/.test(origins)) return `--origins is a whole number from 1 to 99, not ${origins}`
  if (calendar !== undefined && calendar !== 'NO' && calendar !== 'none')
    return `--calendar is NO or none, not ${calendar}`
  if ([file, events, opening].filter((name) => name === '-').length > 1)
    return 'only one file can be standard input'
  return undefined
}

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
