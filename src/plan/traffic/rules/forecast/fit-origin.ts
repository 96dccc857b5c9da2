/** The whole model at one origin: what is known before it, and every day of the horizon after it. */
import { dayPlaces } from './business-days.ts'
import { countingBias } from './counting-bias.ts'
import { calendarColumns, type DayColumn } from './day-columns.ts'
import type { DayGrid } from './day-grid.ts'
import { type DayAhead, type DayModel, dayAhead, fitDays, likelier } from './day-model.ts'
import { type DriverPath, driverColumns } from './driver-columns.ts'
import { eventColumns, type PlacedEvent, placeEvents } from './event-columns.ts'
import type { ConfirmedShock, Driver, DriverNote, PlannedEvent } from './forecast-types.ts'
import { profileAhead, profileSd } from './profile-model.ts'
import { lastOne, recentMedian } from './recent-days.ts'
import { type DayCounts, robustLevel } from './robust-level.ts'
import { type Step, shockColumns, shockOffset, stepColumns } from './shock-columns.ts'
import type { TrafficSeries } from './traffic-series.ts'

/** What is known beside the series. */
export type Known = {
  readonly events: readonly PlannedEvent[]
  readonly shocks: readonly ConfirmedShock[]
  readonly drivers: readonly Driver[]
}

export type OriginInput = {
  readonly series: TrafficSeries
  readonly grid: DayGrid
  /** Row of the grid at which the horizon begins, and how many rows it has. */
  readonly origin: number
  readonly rows: number
  readonly known: Known
  /** Jumps that the series shows and nobody has confirmed. */
  readonly steps?: readonly Step[]
}

export type OriginFit = {
  readonly data: DayCounts
  /** Rows of the grid that were learned from. */
  readonly trained: readonly number[]
  readonly model: DayModel
  readonly columns: readonly DayColumn[]
  readonly placed: readonly PlacedEvent[]
  readonly shut: Uint8Array
  readonly notes: readonly DriverNote[]
  readonly levels: Float64Array
  /** What was known already of each row of the grid, on the logarithm. */
  readonly offset: Float64Array
  readonly scatter: number
  /** One for each row of the horizon. */
  readonly days: readonly DayAhead[]
  readonly shares: Float64Array
  readonly means: Float64Array
  readonly medians: Float64Array
  readonly naive: Float64Array
  /** Relative variance that a cell has beyond Poisson. */
  readonly kappas: Float64Array
}

/** Three years say all that a fortnight needs. */
const mostRows = 1100

export function fitOrigin({ series, grid, origin, rows, known, steps = [] }: OriginInput): OriginFit {
  const shut = Uint8Array.from(grid.days, (day, at) =>
    at < origin ? Number(day.closed !== undefined) : at < origin + rows ? Number(day.announced) : 0,
  )
  const trained: number[] = []
  const first = Math.max(0, origin - mostRows)
  for (let at = first; at < origin; at++) if (!shut[at]) trained.push(at)
  const data = countsOf(series, grid, trained)
  const times = Float64Array.from(trained, (at) => grid.days[at]!.epochDay)
  const { levels, scatter } = robustLevel(data)
  const placed = placeEvents(grid, known.events, { shut, origin })
  const drivers = driverColumns(grid, known.drivers, { origin, path: 'base' })
  const places = dayPlaces(grid, shut)
  const others = [
    ...eventColumns(grid.days.length, placed),
    ...shockColumns(grid, known.shocks),
    ...stepColumns(grid, steps),
    ...drivers.columns,
  ]
  const offset = shockOffset(grid, known.shocks)
  const modelOf = (moves: boolean) => {
    const learning = { first, trained: trained.length === 0 ? first : origin, moves }
    const columns = [...calendarColumns(grid, places, learning), ...others]
    return fitDays({ rows: trained, times, levels, columns, offset })
  }
  const model = likelier(modelOf(false), modelOf(true))
  const { columns } = model
  const ahead = grid.days.slice(origin, origin + rows)
  const counted = countingBias(data, model.expected)
  const days = ahead.map(({ epochDay }, k) => {
    const { parts, variance } = dayAhead(model, origin + k, epochDay)
    return {
      parts: { ...parts, level: parts.level + counted, shock: parts.shock + offset[origin + k]! },
      variance,
    }
  })
  // A day that is open for a part only has that part of the contacts of a whole one.
  const ofWholeDay = profileAhead({
    data,
    levels,
    scatter,
    times,
    columns: shapeColumns(columns, trained, { origin, rows }),
    ahead: ahead.map(({ epochDay, whole }) => ({ time: epochDay, open: whole })),
  })
  const slots = series.slots
  const shares = ofWholeDay.map((share, at) => share * ahead[Math.floor(at / slots)]!.open[at % slots]!)
  const rowsOf = (of: (weekday: number) => Float64Array) => {
    const all = new Float64Array(rows * slots)
    ahead.forEach(({ weekday, open }, row) => {
      const values = of(weekday)
      for (let slot = 0; slot < slots; slot++) if (open[slot]) all[row * slots + slot] = values[slot]!
    })
    return all
  }
  return {
    data,
    trained,
    model,
    columns,
    placed,
    shut,
    notes: drivers.notes,
    levels,
    offset,
    scatter,
    days,
    shares,
    means: shares.map((share, at) => share * Math.exp(sumOfParts(days[Math.floor(at / slots)]!))),
    medians: rowsOf((weekday) => recentMedian(data, weekday)),
    naive: rowsOf((weekday) => lastOne(data, weekday)),
    kappas: Float64Array.from(days, ({ variance }) => scatter ** 2 + variance),
  }
}

export const sumOfParts = ({ parts }: Pick<DayAhead, 'parts'>): number =>
  parts.level + parts.weekday + parts.calendar + parts.events + parts.shock + parts.driver

/** Logarithm of what drivers do on another path than the base, minus what they do on it, for each row ahead. */
export function pathDifference(
  { model, columns }: OriginFit,
  { grid, origin, rows, known }: OriginInput,
  path: DriverPath,
): { readonly difference: Float64Array; readonly notes: readonly DriverNote[] } {
  const other = driverColumns(grid, known.drivers, { origin, path })
  const difference = new Float64Array(rows)
  for (const column of other.columns) {
    const at = columns.findIndex(({ key }) => key === column.key)
    if (at < 0) continue
    for (let k = 0; k < rows; k++)
      difference[k]! += model.fit.beta[at]! * (column.values[origin + k]! - columns[at]!.values[origin + k]!)
  }
  return { difference, notes: other.notes }
}

function shapeColumns(
  columns: readonly DayColumn[],
  trained: readonly number[],
  { origin, rows }: { readonly origin: number; readonly rows: number },
) {
  return columns.flatMap((column) => {
    const sd = profileSd(column)
    if (sd === undefined) return []
    const past = Float64Array.from(trained, (at) => column.values[at]!)
    // What never happened before cannot have shown how it shapes a day.
    if (past.every((value) => value === 0)) return []
    return [{ key: column.key, sd, past, ahead: column.values.slice(origin, origin + rows) }]
  })
}

/** A cell that a day with others lacks is a 0 where numbers are small or none is ever written; else unknown. */
function countsOf(series: TrafficSeries, grid: DayGrid, trained: readonly number[]): DayCounts {
  const { slots, values } = series
  const counts = new Float64Array(trained.length * slots)
  const known = new Uint8Array(counts.length)
  const open = new Uint8Array(counts.length)
  const means = slotMeans(series, grid, trained)
  trained.forEach((at, row) => {
    const day = grid.days[at]!
    for (let slot = 0; slot < slots; slot++) {
      const value = values[day.at * slots + slot]!
      if (!day.whole[slot]) continue
      const cell = row * slots + slot
      open[cell] = 1
      // What a shorter day would have had in its closed hours is not known.
      if (!day.open[slot]) continue
      known[cell] = Number(!Number.isNaN(value) || means[slot]! < 3)
      counts[cell] = Number.isNaN(value) ? 0 : value
    }
  })
  return {
    rows: trained.length,
    slots,
    counts,
    known,
    open,
    weekdays: trained.map((at) => grid.days[at]!.weekday),
  }
}

function slotMeans(
  { slots, values }: TrafficSeries,
  grid: DayGrid,
  trained: readonly number[],
): Float64Array {
  const sums = new Float64Array(slots)
  const seen = new Float64Array(slots)
  for (const at of trained)
    for (let slot = 0; slot < slots; slot++) {
      const value = values[grid.days[at]!.at * slots + slot]!
      if (Number.isNaN(value)) continue
      sums[slot]! += value
      seen[slot]!++
    }
  return sums.map((sum, slot) => sum / Math.max(seen[slot]!, 1))
}
