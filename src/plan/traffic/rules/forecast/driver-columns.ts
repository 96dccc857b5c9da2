/**
 * Outside values that traffic goes with, such as the price of power: a straight line and four bumps over the range
 * that has been seen. Beyond that range nothing is known; the value at the edge is held, and said so, unless a person
 * has allowed the line to go on.
 */
import { fromEpochDay, toEpochDay } from '../../../../kernel/calendar.ts'
import type { DayColumn } from './day-columns.ts'
import type { DayGrid } from './day-grid.ts'
import type { Driver, DriverNote, DriverPoint } from './forecast-types.ts'

const lineSd = 0.1
const bumpSd = 0.06
/** Days with a value, before which a driver says nothing. */
const fewestValues = 30

export type DriverPath = 'low' | 'base' | 'high'

export type DriverColumns = { readonly columns: readonly DayColumn[]; readonly notes: readonly DriverNote[] }

export function driverColumns(
  grid: DayGrid,
  drivers: readonly Driver[],
  { origin, path }: { readonly origin: number; readonly path: DriverPath },
): DriverColumns {
  const each = drivers.map((driver) => columnsOf(grid, driver, { origin, path }))
  return { columns: each.flatMap(({ columns }) => columns), notes: each.flatMap(({ notes }) => notes) }
}

function columnsOf(
  { days }: DayGrid,
  driver: Driver,
  { origin, path }: { readonly origin: number; readonly path: DriverPath },
): DriverColumns {
  const firstAhead = days[origin]?.epochDay ?? Number.POSITIVE_INFINITY
  const lag = driver.lagDays ?? 0
  const values = valuesByDay(driver, { firstAhead, path })
  const seen: number[] = []
  for (const { epochDay } of days.slice(0, origin)) {
    const value = values.at(epochDay - lag)
    if (value !== undefined) seen.push(value)
  }
  if (seen.length < fewestValues) {
    const from = fromEpochDay(days[0]?.epochDay ?? 0)
    const note = {
      driver: driver.id,
      code: 'too-few-values' as const,
      path,
      from,
      value: seen.length,
      edge: fewestValues,
    }
    return { columns: [], notes: [note] }
  }
  const sorted = Float64Array.from(seen).sort()
  const range = {
    low: sorted[0]!,
    high: sorted[sorted.length - 1]!,
    mean: seen.reduce((a, b) => a + b, 0) / seen.length,
  }
  const notes: DriverNote[] = []
  const scaled = days.map(({ epochDay }, row) => {
    const value = values.at(epochDay - lag) ?? range.mean
    const held = Math.min(Math.max(value, range.low), range.high)
    if (row >= origin) note(notes, { driver, path, epochDay, value, edge: held, last: values.last + lag })
    return driver.beyondSeen ? value : held
  })
  return { columns: shapes(driver.id, scaled, { sorted, range }), notes }
}

type Range = { readonly low: number; readonly high: number; readonly mean: number }

function shapes(
  id: string,
  values: readonly number[],
  { sorted, range }: { readonly sorted: Float64Array; readonly range: Range },
): DayColumn[] {
  const spread =
    Math.sqrt(sorted.reduce((sum, value) => sum + (value - range.mean) ** 2, 0) / sorted.length) || 1
  const width = 0.5 * (range.high - range.low) || 1
  const column = (key: string, sd: number, shape: (value: number) => number): DayColumn => ({
    part: 'driver',
    key: `driver·${id}·${key}`,
    scale: 'absolute',
    sd,
    values: Float64Array.from(values, shape),
  })
  return [
    column('line', lineSd, (value) => (value - range.mean) / spread),
    ...[0.1, 0.37, 0.63, 0.9].map((share) => {
      const centre = sorted[Math.round(share * (sorted.length - 1))]!
      return column(`bump-${share}`, bumpSd, (value) => Math.exp(-(((value - centre) / width) ** 2) * 2))
    }),
  ]
}

/** The first day on which it happens is enough: one note for each driver, path and kind. */
function note(
  notes: DriverNote[],
  {
    driver,
    path,
    epochDay,
    value,
    edge,
    last,
  }: {
    readonly driver: Driver
    readonly path: DriverPath
    readonly epochDay: number
    readonly value: number
    readonly edge: number
    readonly last: number
  },
): void {
  const add = (code: DriverNote['code']) => {
    if (!notes.some((each) => each.code === code))
      notes.push({ driver: driver.id, code, path, from: fromEpochDay(epochDay), value, edge })
  }
  if (value !== edge) add(driver.beyondSeen ? 'beyond-seen' : 'held-at-edge')
  if (epochDay > last) add('last-value-held')
}

/** The value that holds on a day: the latest one given on or before it. */
function valuesByDay(
  { history, future }: Driver,
  { firstAhead, path }: { firstAhead: number; path: DriverPath },
) {
  const known = new Map<number, number>()
  const put = (points: readonly DriverPoint[], from: number, until: number) => {
    for (const { date, value } of points) {
      const day = toEpochDay(date)
      if (day >= from && day < until && Number.isFinite(value)) known.set(day, value)
    }
  }
  put(history, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
  put(future[path] ?? future.base, firstAhead, Number.POSITIVE_INFINITY)
  const order = [...known.keys()].sort((a, b) => a - b)
  return {
    last: order.at(-1) ?? Number.NEGATIVE_INFINITY,
    at: (day: number): number | undefined => {
      let [low, high] = [0, order.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if (order[middle]! <= day) low = middle + 1
        else high = middle
      }
      return low === 0 ? undefined : known.get(order[low - 1]!)
    },
  }
}
