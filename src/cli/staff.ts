/** `lyttepost staff FORECAST.csv --aht 180s`: how many people each interval of a forecast takes, with the risk in it. */
import { spreadOfInterval } from '../plan/staffing/rules/risk/load-spread.ts'
import { type StaffedInterval, staffAnswered, staffTasks } from '../plan/staffing/rules/staff-series.ts'
import { writeCsv } from '../platform/files/index.ts'
import { command, onlyWord, refuseWithout, WrongUsage, wholeNumber } from './command.ts'
import { exitCode } from './io.ts'
import { openTable } from './open-file.ts'
import { orRefuse } from './refuse-file.ts'
import { type ForecastFile, forecastReasons, readForecastRows } from './staffing/read-forecast.ts'
import {
  readChance,
  readDuration,
  readPercent,
  readPositiveDuration,
  readTarget,
  type TargetOptions,
} from './staffing/read-quantities.ts'

const usage = `lyttepost staff FORECAST.csv --aht TIME [--target 80/20s] [--max-wait TIME] [--max-abandon 5%]
                [--max-occupancy 85%] [--patience TIME] [--shrinkage 10%] [--confidence 0.8]
                [--kind calls|chats|tasks] [--json]

How many people each interval takes. FORECAST.csv is what \`lyttepost forecast\` writes: timestamp, mean, lo95, hi95; - is
standard input. The forecast's interval is taken as what it is, an interval of counts: its spread beyond chance is the
uncertainty that people are set aside for.

  --aht TIME         mean handling time; of a chat, when it is the only one
  --confidence 0.8   the probability with which the load of an interval is to be met
  --patience TIME    how long people wait on average before they give up; without it, for ever
  --shrinkage 10%    share of the time at work that is not on the queue
  --target, --max-wait, --max-abandon, --max-occupancy   as in \`lyttepost erlang\`
  --parallel 3       chats: how many one person has at once (3)
  --slowing 20%      chats: how much each further one slows the others (20%)
  --deadline 8h      tasks: open hours within which they are to be done (8h)
  --share 95%        tasks: how many of them (95%)
  --json             one JSON document: an array of the rows

Rows of timestamp, mean, load (erlangs), p10, p50, p90 (people for a light, a middling and a heavy load), needed (at the
confidence), expectedServiceLevel.
`

const options = {
  aht: { type: 'string' },
  kind: { type: 'string', default: 'calls' },
  confidence: { type: 'string', default: '0.8' },
  patience: { type: 'string' },
  shrinkage: { type: 'string', default: '0%' },
  target: { type: 'string' },
  'max-wait': { type: 'string' },
  'max-abandon': { type: 'string' },
  'max-occupancy': { type: 'string' },
  parallel: { type: 'string' },
  slowing: { type: 'string' },
  deadline: { type: 'string' },
  share: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

const kinds = ['calls', 'chats', 'tasks'] as const

const chatOptions = ['parallel', 'slowing']
const taskOptions = ['deadline', 'share']
const answerOptions = ['target', 'max-wait', 'max-abandon', 'max-occupancy', 'patience']

type Asked = ReturnType<typeof readAsked>

type StaffValues = TargetOptions & {
  readonly [Name in 'kind' | 'confidence' | 'shrinkage']: string
} & {
  readonly [Name in 'aht' | 'parallel' | 'slowing' | 'deadline' | 'share']?: string
} & { readonly json: boolean }

function readAsked(values: StaffValues, words: readonly string[]) {
  const file = onlyWord(words, 'FORECAST.csv')
  if (values.aht === undefined) throw new WrongUsage('--aht is missing')
  const kind = kinds.find((each) => each === values.kind)
  if (!kind) throw new WrongUsage(`--kind is calls, chats or tasks, not ${values.kind}`)
  const { parallel: chatsAtOnce = '3', slowing = '20%', deadline = '8h', share = '95%' } = values
  if (kind !== 'chats') refuseWithout(values, chatOptions, 'is for --kind chats')
  if (kind !== 'tasks') refuseWithout(values, taskOptions, 'is for --kind tasks')
  else refuseWithout(values, answerOptions, 'is not for --kind tasks, which have a --deadline and a --share')
  const shrinkage = readPercent('--shrinkage', values.shrinkage)
  if (shrinkage >= 1) throw new WrongUsage('--shrinkage is below 100%')
  const parallel = wholeNumber('--parallel', chatsAtOnce)
  if (parallel < 1 || parallel > 20) throw new WrongUsage('--parallel is 1 to 20')
  return {
    file,
    kind,
    parallel,
    json: values.json,
    handleSeconds: readPositiveDuration('--aht', values.aht),
    patienceSeconds: values.patience === undefined ? null : readDuration('--patience', values.patience),
    slowing: readPercent('--slowing', slowing),
    deadlineMinutes: readPositiveDuration('--deadline', deadline) / 60,
    share: readPercent('--share', share),
    rule: {
      target: readTarget(values),
      confidence: readChance('--confidence', values.confidence),
      onQueue: 1 - shrinkage,
      fewest: 0,
    },
  }
}

export const staffCommand = command({
  usage,
  options,
  read: readAsked,
  run: async (asked, io) => {
    const forecast = await orRefuse(asked.file, { io, own: forecastReasons }, async () =>
      readForecastRows(await openTable(asked.file, io)),
    )
    if (!forecast) return exitCode.refused
    try {
      const staffed = staffSeries(forecast, asked)
      io.stdout.write(asked.json ? asJson(forecast, staffed) : asCsv(forecast, staffed))
      return exitCode.done
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      io.stderr.write(`the target cannot be reached: ${error.message}\n`)
      return exitCode.refused
    }
  },
})

function staffSeries({ intervalMinutes, rows }: ForecastFile, asked: Asked): StaffedInterval[] {
  const { kind, handleSeconds, rule, share, deadlineMinutes } = asked
  if (kind === 'tasks') {
    const mean = rows.reduce((sum, row) => sum + row.mean, 0)
    // Tasks wait into other intervals, so that they share one spread: that of the intervals, weighed by what comes.
    const cv = mean === 0 ? 0 : rows.reduce((sum, row) => sum + spreadOfInterval(row) * row.mean, 0) / mean
    const intervals = rows.map((row) => ({ arrivals: row.mean, open: true, idleSeconds: 0 }))
    return staffTasks(
      { intervalMinutes, intervals, backlog: [], handleSeconds, deadlineMinutes },
      { ...rule, share, cv },
    )
  }
  const { patienceSeconds, parallel, slowing } = asked
  const demands = rows.map((row) => {
    const cv = spreadOfInterval(row)
    return { kind, mean: row.mean, intervalMinutes, handleSeconds, patienceSeconds, parallel, slowing, cv }
  })
  return staffAnswered(demands, rule)
}

const columns = ['timestamp', 'mean', 'load', 'p10', 'p50', 'p90', 'needed', 'expectedServiceLevel'] as const

function rowsOf({ rows }: ForecastFile, staffed: readonly StaffedInterval[]) {
  return rows.map(({ timestamp, mean }, at) => {
    const { netLoad, p10, p50, p90, needed, expectedLevel } = staffed[at]!
    const level = expectedLevel === null ? null : rounded(expectedLevel)
    return { timestamp, mean, load: rounded(netLoad), p10, p50, p90, needed, expectedServiceLevel: level }
  })
}

const rounded = (value: number) => Math.round(value * 1e4) / 1e4

const asJson = (forecast: ForecastFile, staffed: readonly StaffedInterval[]) =>
  `[${rowsOf(forecast, staffed)
    .map((row) => `\n${JSON.stringify(row)}`)
    .join(',')}\n]\n`

const asCsv = (forecast: ForecastFile, staffed: readonly StaffedInterval[]) =>
  writeCsv([columns, ...rowsOf(forecast, staffed).map((row) => columns.map((column) => row[column]))])
