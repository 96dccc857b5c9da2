/** What is to be known of a forecast beside its rows, as notes on standard error. */
import { toEpochDay } from '../../kernel/calendar.ts'
import type {
  EventEffect,
  Forecast,
  ForecastInput,
  OddEnd,
  PlannedEvent,
} from '../../plan/traffic/rules/forecast/forecast-types.ts'
import { dayTotal } from '../../plan/traffic/rules/forecast/opening.ts'
import { type UnusualHours, unusualHours } from '../../plan/traffic/rules/forecast/unusual-hours.ts'
import type { CliIo } from '../io.ts'

type Inputs = Pick<ForecastInput, 'series' | 'events' | 'opening'>

const percent = (value: number) => `${(100 * value).toFixed(1)} %`

export function notice(forecast: Forecast, inputs: Inputs, io: CliIo): void {
  const { oddDays, closedDays, past, notes, events, shocks, calendar } = forecast
  const say = (text: string) => io.stderr.write(`note: ${text}\n`)
  const some = (dates: readonly string[]) =>
    `${dates.slice(-8).join(', ')}${dates.length > 8 ? ' and earlier ones' : ''}`
  if (notes.includes('calendar-found')) say(`closed on public holidays of ${calendar}; these are known ahead`)
  if (notes.includes('holidays-closed-by-assumption'))
    say('taken to be closed on public holidays, of which the series has none')
  if (notes.includes('short-history'))
    say('less than forty open days: the intervals are wide, and rightly so')
  if (closedDays.length > 0) say(`closed or missing days: ${some(closedDays.map(({ date }) => date))}`)
  if (oddDays.length > 0) say(`odd days, which count little: ${some(oddDays.map(({ date }) => date))}`)
  if (forecast.oddEnd) say(oddEndNote(forecast.oddEnd))
  for (const text of hoursNotes(forecast, inputs)) say(text)
  for (const effect of events)
    for (const text of eventNotes(effect, eventsAhead(inputs, effect.kind))) say(text)
  for (const { date, multiplier, low, high } of shocks)
    say(
      `the level jumped on ${date}: × ${multiplier.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)}), unexplained; from eight open days on the forecast follows it`,
    )
  if (past.wape !== null && past.wapeMedian !== null)
    say(
      `${past.origins} past origins: WAPE ${past.wape.toFixed(4)}, median of 8 weeks ${past.wapeMedian.toFixed(4)}`,
    )
}

function oddEndNote({ from, days, ratio, lastBeforeFollowed }: OddEnd): string {
  const until = lastBeforeFollowed === null ? 'beyond the days foretold' : `through ${lastBeforeFollowed}`
  return `the last ${days} open days, from ${from} on, lie far ${ratio > 1 ? 'over' : 'under'} what was expected (× ${ratio.toFixed(2)}); the forecast does not follow them yet, and will if they go on ${until}`
}

function eventsAhead({ series, events = [] }: Inputs, kind: string): PlannedEvent[] {
  const end = series.firstDay + series.days
  return events.filter((event) => event.kind === kind && toEpochDay(event.date) >= end)
}

/** A factor that the planner gave stands for what was learned, or for what events do at large. */
function eventNotes(
  { kind, occurrences, days, basis }: EventEffect,
  ahead: readonly PlannedEvent[],
): string[] {
  const given = ahead.flatMap(({ date, factor }) =>
    factor === undefined ? [] : [`${kind} on ${date}: × ${factor} on its largest day, as you gave it`],
  )
  if (ahead.length > 0 && given.length === ahead.length) return given
  const most = days.reduce((a, b) => (Math.abs(b.change) > Math.abs(a.change) ? b : a))
  const range = `${percent(most.change)} (${percent(most.low)} to ${percent(most.high)}) on its largest day`
  const own =
    basis === 'learned'
      ? `${kind}: ${range}, from ${occurrences} before`
      : `${kind}: never seen before, so what events do at large: ${range}`
  return [...given, own]
}

const mostDaysTold = 14

function hoursNotes({ days }: Forecast, { series, opening }: Inputs): string[] {
  if (!opening) return []
  const open = days.filter((day) => day.open).map(({ date }) => date)
  const found = unusualHours(series, opening, open)
  const more = found.length - mostDaysTold
  return [
    ...found.slice(0, mostDaysTold).map(hoursNote),
    ...(more > 0 ? [`and ${more} more days with hours that the series has not shown`] : []),
  ]
}

function hoursNote({ date, shorter, neverOpen }: UnusualHours): string {
  const hours = neverOpen.map(({ from, to }) => `${from}–${to}`).join(', ')
  return [
    `${date}: `,
    shorter &&
      `open ${shorter.open} of the usual ${shorter.usual} hours; foretold are the contacts that usually come in these, and none that move into them`,
    shorter && hours !== '' && '; ',
    hours !== '' && `the series has no contact ${hours} on any day, so that next to nobody is foretold then`,
  ]
    .filter((part) => part !== false && part !== undefined)
    .join('')
}

/** Why there are not days enough to forecast from: the file that is to blame, and the reason. */
export function whyTooFew(
  { file, opening: openingFile }: { readonly file: string; readonly opening?: string | undefined },
  { series }: Inputs,
): string {
  const busy = Array.from({ length: series.days }, (_, day) => dayTotal(series, day)).filter(
    (total) => total > 0,
  ).length
  if (busy < 5) return `${file}: fewer than five days with contacts; that is too little to forecast from`
  if (openingFile !== undefined)
    return `${openingFile}: fewer than five of the ${busy} days with contacts are open by these hours; that is too little to forecast from`
  return `${file}: ${busy} days with contacts, but a weekday is taken to be open when it has them in a quarter of its weeks at least; give the hours with --opening, or leave out the rows before the first contact`
}
