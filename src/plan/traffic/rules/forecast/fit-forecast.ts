/**
 * The forecast: the model at the origin, weighed against the 8-week median by what both did at past origins, with
 * intervals from the errors that it made there. No randomness and no clock: the same input gives the same bytes.
 */

import { toEpochDay } from '../../../../kernel/calendar.ts'

import { skippedMinutes } from '../../../../kernel/zone.ts'

import type { CalendarName } from '../calendar/calendar-days.ts'
import { closedOnHolidays, type DayGrid, dayGrid } from './day-grid.ts'
import { eventEffects, factorOffset } from './event-effects.ts'
import {
  fitOrigin,
  type Known,
  type OriginFit,
  type OriginInput,
  pathDifference,
  sumOfParts,
} from './fit-origin.ts'
import type {
  ClosedDay,
  Forecast,
  ForecastCell,
  ForecastDay,
  ForecastInput,
  ForecastNote,
  OddDay,
  ProposedShock,
} from './forecast-types.ts'
import { oddEnd } from './odd-end.ts'
import { type OpenSlots, openSlots } from './opening.ts'
import { learnFromPast, type PastErrors } from './past-origins.ts'
import { isSameJump, proposeShocks } from './propose-shocks.ts'
import type { Step } from './shock-columns.ts'
import { sizesOf, spreadQuantile } from './spread.ts'

export const methodVersion = 'forecast-3'

/** Days that the model believes so little are told. */
const oddBelow = 0.35
const fewestRows = 5

/** @throws RangeError when the series has fewer than five days with traffic */
export function fitForecast(input: ForecastInput): Forecast {
  const { series, horizonDays } = input
  const slots = openSlots(series, input.opening)
  const chosen = chooseCalendar(input, slots)
  const grid = dayGrid({ series, horizonDays, slots, closed: new Set(input.closed ?? []), ...chosen })
  const origin = grid.days.findIndex(({ at }) => at >= series.days)
  const first = origin < 0 ? grid.days.length : origin
  const known: Known = {
    events: input.events ?? [],
    shocks: input.shocks ?? [],
    drivers: input.drivers ?? [],
  }
  const asked: OriginInput = { series, grid, origin: first, rows: grid.days.length - first, known }
  if (grid.days.filter(({ closed }, at) => at < first && closed === undefined).length < fewestRows)
    throw new RangeError('too few days')
  const plain = fitOrigin(asked)
  const shocks = proposeShocks(plain, grid)
  const wanted = shocks.filter(
    ({ date }) => !(input.dismissed ?? []).some((other) => isSameJump(date, other)),
  )
  const steps = followed(wanted, plain, grid)
  const fit = steps.length === 0 ? plain : fitOrigin({ ...asked, steps })
  const learned = learnFromPast(asked, input.origins ?? 10)
  // The median of eight weeks looks back past a jump that is younger.
  const isYoung = steps.some(({ date }) => grid.days[first - 1]!.epochDay - toEpochDay(date) < medianDays)
  const past = isYoung ? { ...learned, modelShare: 1 } : learned
  return assemble({ asked, fit, past, shocks, ...chosen })
}

/** Open days after which a jump is taken for true; fewer may be a week of storm. */
const daysToFollow = 8
const medianDays = 56

/**
 * Jumps that the forecast follows until somebody has said what they are: else the days after them would count as odd, and
 * the level before them would be foretold for weeks.
 */
function followed(shocks: readonly ProposedShock[], { trained }: OriginFit, grid: DayGrid): Step[] {
  return shocks.filter(
    ({ date }) => trained.filter((row) => grid.days[row]!.date >= date).length >= daysToFollow,
  )
}

type Chosen = {
  readonly calendar: CalendarName
  readonly closesOnHolidays: boolean
  readonly notes: ForecastNote[]
}

/**
 * Whether a centre closes on holidays is read from those that the series has seen; without any, a centre that is open
 * on Sundays stays open. `auto` takes Norway's calendar unless the closed days of the series are those of another.
 */
function chooseCalendar({ series, calendar }: ForecastInput, slots: OpenSlots): Chosen {
  if (calendar === 'none') return { calendar, closesOnHolidays: false, notes: [] }
  if (calendar === 'auto') {
    const foreign = closedOnHolidays(series, slots, 'US')
    const own = closedOnHolidays(series, slots, 'NO')
    if (foreign.closed >= 2 && foreign.closed > foreign.open && own.closed < own.open)
      return { calendar: 'US', closesOnHolidays: true, notes: ['calendar-found'] }
  }
  const name = calendar === 'auto' ? 'NO' : calendar
  const seen = closedOnHolidays(series, slots, name)
  if (seen.closed + seen.open > 0)
    return { calendar: name, closesOnHolidays: seen.closed >= seen.open, notes: [] }
  const closes = !slots.week[7]!.includes(1)
  return { calendar: name, closesOnHolidays: closes, notes: closes ? ['holidays-closed-by-assumption'] : [] }
}

type Assembling = Chosen & {
  readonly asked: OriginInput
  readonly fit: OriginFit
  readonly past: PastErrors
  readonly shocks: ProposedShock[]
}

function assemble({ asked, fit, past, shocks, calendar, notes }: Assembling): Forecast {
  const { series, grid, origin, rows } = asked
  const set = factorOffset(fit, asked)
  const days = fit.days.map((day, k) => ({
    ...day,
    parts: { ...day.parts, events: day.parts.events + set[k]! },
  }))
  const cellsAnOrigin = grid.days
    .slice(origin)
    .reduce((sum, { open }) => sum + open.reduce((a, b) => a + b, 0), 0)
  const sizes = sizesOf(past.stable, cellsAnOrigin)
  const cells: ForecastCell[] = []
  const kappas: number[] = []
  const told: ForecastDay[] = []
  for (let k = 0; k < rows; k++) {
    const own = cellsOf({ asked, fit, past, days, sizes }, k)
    cells.push(...own)
    for (const _ of own) kappas.push(fit.kappas[k]!)
    told.push(dayOf({ asked, past, days }, k, own))
  }
  return {
    methodVersion,
    intervalMinutes: series.intervalMinutes,
    cells,
    days: told,
    spread: { sizes, kappas: Float64Array.from(kappas) },
    events: eventEffects(fit, asked.known.events),
    shocks,
    ...driverOutcome(asked, fit),
    oddDays: oddDaysOf(fit, grid),
    oddEnd: oddEnd(fit, grid, daysToFollow),
    closedDays: closedDaysOf(grid, origin),
    past: past.told,
    modelShare: past.modelShare,
    calendar,
    notes: [...notes, ...notesOf(fit, past)],
  }
}

type Placing = {
  readonly asked: OriginInput
  readonly fit: OriginFit
  readonly past: PastErrors
  readonly days: OriginFit['days']
  readonly sizes: readonly number[]
}

function cellsOf({ asked, fit, past, days, sizes }: Placing, k: number): ForecastCell[] {
  const { series, grid, origin } = asked
  const day = grid.days[origin + k]!
  if (day.closed !== undefined) return []
  const open = day.open.reduce((a, b) => a + b, 0)
  const { parts } = days[k]!
  const common = {
    level: Math.exp(parts.level) / open,
    weekday: Math.exp(parts.weekday),
    calendar: Math.exp(parts.calendar),
    events: Math.exp(parts.events),
    shock: Math.exp(parts.shock),
    driver: Math.exp(parts.driver),
  }
  const total = Math.exp(sumOfParts(days[k]!))
  const cells: ForecastCell[] = []
  const skipped = skippedMinutes(day.date)
  for (let slot = 0; slot < series.slots; slot++) {
    const minute = slot * series.intervalMinutes
    // An hour that the clocks skip in spring is never lived through.
    if (!day.open[slot] || (skipped && minute >= skipped.from && minute < skipped.to)) continue
    const at = k * series.slots + slot
    const own = total * fit.shares[at]!
    // An event of the future and a shock are in the model alone: the median of past weeks is moved by them too.
    const moved = Math.exp(parts.events + parts.shock + parts.driver)
    const mean = past.modelShare * own + (1 - past.modelShare) * fit.medians[at]! * moved
    const quantile = (probability: number) =>
      spreadQuantile(sizes, { mean, kappa: fit.kappas[k]! }, probability)
    const recent = own > 0 ? mean / own : 1
    cells.push({
      date: day.date,
      minute,
      mean,
      lo95: quantile(0.025),
      hi95: quantile(0.975),
      parts: { ...common, timeOfDay: fit.shares[at]! * open, recent },
    })
  }
  return cells
}

function dayOf(
  { asked, past, days }: Omit<Placing, 'fit' | 'sizes'>,
  k: number,
  cells: readonly ForecastCell[],
): ForecastDay {
  const day = asked.grid.days[asked.origin + k]!
  const total = cells.reduce((sum, { mean }) => sum + mean, 0)
  const cv = Math.sqrt(days[k]!.variance) * past.dayScale
  const width = 1.96 * Math.sqrt(cv ** 2 + 1 / Math.max(total, 1))
  return {
    date: day.date,
    open: cells.length > 0,
    total,
    lo95: total * Math.exp(-width),
    hi95: total * Math.exp(width),
    cv,
    marks: day.marks.map(({ key }) => key),
  }
}

function driverOutcome(asked: OriginInput, fit: OriginFit): Pick<Forecast, 'scenarios' | 'driverNotes'> {
  const paths = (['low', 'high'] as const).filter((path) =>
    asked.known.drivers.some(({ future }) => future[path] !== undefined),
  )
  const others = paths.map((path) => ({ path, ...pathDifference(fit, asked, path) }))
  return {
    driverNotes: [...fit.notes, ...others.flatMap(({ notes }) => notes)],
    scenarios: others.map(({ path, difference }) => ({
      path,
      factors: Array.from(difference, (value, k) => ({
        date: asked.grid.days[asked.origin + k]!.date,
        factor: Math.exp(value),
      })),
    })),
  }
}

function oddDaysOf({ model, trained, levels }: OriginFit, grid: DayGrid): OddDay[] {
  return trained.flatMap((row, t) =>
    model.weights[t]! < oddBelow
      ? [
          {
            date: grid.days[row]!.date,
            total: levels[t]!,
            expected: model.expected[t]!,
            weight: model.weights[t]!,
          },
        ]
      : [],
  )
}

function closedDaysOf({ days }: DayGrid, origin: number): ClosedDay[] {
  return days.slice(0, origin).flatMap(({ date, closed }) => (closed ? [{ date, why: closed }] : []))
}

function notesOf({ trained, data, levels }: OriginFit, past: PastErrors): ForecastNote[] {
  const openCells = data.open.reduce((a, b) => a + b, 0) / Math.max(data.rows, 1)
  const aCell = levels.reduce((a, b) => a + b, 0) / Math.max(levels.length, 1) / Math.max(openCells, 1)
  return [
    ...(trained.length < 40 ? (['short-history'] as const) : []),
    ...(past.told.origins === 0 ? (['no-past-origins'] as const) : []),
    ...(aCell < 1 ? (['small-numbers'] as const) : []),
  ]
}

/** What a cell stays below with a probability; `at` is its place among the cells. */
export function quantileOf(
  forecast: Pick<Forecast, 'cells' | 'spread'>,
  at: number,
  probability: number,
): number {
  const { sizes, kappas } = forecast.spread
  return spreadQuantile(sizes, { mean: forecast.cells[at]!.mean, kappa: kappas[at]! }, probability)
}
