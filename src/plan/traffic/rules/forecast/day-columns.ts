/**
 * The columns of the day model: what a day is, in numbers, with how much each may matter. Prior deviations are given
 * in units of the noise of a day (`relative`) or on the logarithm itself (`absolute`, 0.2 for about 20 %).
 */
import type { DayPlace } from './business-days.ts'
import type { DayGrid } from './day-grid.ts'

export type DayPart = 'level' | 'weekday' | 'calendar' | 'events' | 'shock' | 'driver'

export type DayColumn = {
  readonly part: DayPart
  readonly key: string
  readonly scale: 'relative' | 'absolute'
  readonly sd: number
  /** One value for each row of the grid. */
  readonly values: Float64Array
}

/** Constants of the recipe, chosen on origins before those that are reported; everything near them is flat. */
const relative = {
  level: 30,
  weekday: 2.5,
  month: 1.8,
  dayOfMonth: 1.2,
  after: 3,
  secondAfter: 1.5,
  before: 0.7,
  swell: 1,
}
const startDays = 4
const endDays = 3
/** Days of the month over which neighbours are alike. */
const dayOfMonthWidth = 4
/** What a day of the calendar may do before anything is known of it. */
const markSd: ReadonlyMap<string, number> = new Map(
  Object.entries({
    holiday: 0.6,
    squeezed: 0.2,
    'eve-christmas': 0.5,
    'eve-new-year': 0.4,
    'eve-easter-wednesday': 0.3,
    'eve-easter-saturday': 0.4,
    'eve-whitsun': 0.3,
    'between-the-years': 0.3,
    'easter-week': 0.2,
    'general-holiday': 0.2,
    wages: 0.04,
  }),
)
const usualMarkSd = 0.12
/** Slow swells and ebbs of the level: days over which they are alike. */
const swellWidth = 60
/** Growth or fall of the level in a year, on the logarithm. */
const growthSd = { steady: 0.1, moving: 0.2 }
/** From so many days on the season can be told from the trend. */
const seasonFrom = 400

export type Learning = {
  /** Rows of the grid from `first` to before `trained` are learned from. */
  readonly first: number
  readonly trained: number
  /** Whether the level has a direction for weeks, which needs columns of its own. */
  readonly moves: boolean
}

export function calendarColumns(
  grid: DayGrid,
  places: readonly DayPlace[],
  { first, trained, moves }: Learning,
): DayColumn[] {
  const { days } = grid
  const make = (column: Omit<DayColumn, 'values'>, value: (at: number) => number): DayColumn => ({
    ...column,
    values: Float64Array.from(days, (_, at) => value(at)),
  })
  const indicator = (part: DayPart, key: string, sd: number, holds: (at: number) => boolean) =>
    make({ part, key, scale: 'relative', sd }, (at) => (holds(at) ? 1 : 0))
  const weekdays = [...new Set(days.map(({ weekday }) => weekday))].sort()
  return [
    make({ part: 'level', key: 'level', scale: 'relative', sd: relative.level }, () => 1),
    make(
      { part: 'level', key: 'growth', scale: 'absolute', sd: moves ? growthSd.moving : growthSd.steady },
      (at) => growth(days, at, trained),
    ),
    ...weekdays.map((weekday) =>
      indicator('weekday', `weekday-${weekday}`, relative.weekday, (at) => days[at]!.weekday === weekday),
    ),
    ...Array.from({ length: startDays }, (_, k) =>
      indicator('calendar', `month-start-${k}`, relative.month, (at) => places[at]!.fromStart === k),
    ),
    ...Array.from({ length: endDays }, (_, k) =>
      indicator('calendar', `month-end-${k}`, relative.month, (at) => places[at]!.toEnd === k),
    ),
    ...dayOfMonthColumns(grid),
    indicator('calendar', 'after-closed', relative.after, (at) => places[at]!.afterClosed),
    indicator('calendar', 'second-after-closed', relative.secondAfter, (at) => places[at]!.secondAfterClosed),
    indicator('calendar', 'before-closed', relative.before, (at) => places[at]!.beforeClosed),
    ...markColumns(grid),
    ...seasonColumns(grid, trained),
    ...(moves ? swellColumns(days.slice(first, trained), days) : []),
  ].filter(({ values }) => values.some((value) => value !== 0))
}

/**
 * Years before the last day learned from, and none after it: what has grown steadily is followed to where it is today,
 * which a level that is drawn back to its mean cannot, and not drawn on into the future.
 */
const growth = (days: DayGrid['days'], at: number, trained: number): number =>
  at < trained ? (days[at]!.epochDay - days[trained - 1]!.epochDay) / 365.2425 : 0

/**
 * Deviation of bumps a step apart whose sum has the covariance sd² · exp(−(difference/width)²/2): the integral of
 * exp(−(a−c)²/w²) · exp(−(b−c)²/w²) over c is that, times √(π/2) · w.
 */
const bumpSd = (sd: number, { step, width }: { readonly step: number; readonly width: number }): number =>
  sd * Math.sqrt(step / (Math.sqrt(Math.PI / 2) * width))

/**
 * A level that comes and goes over weeks, as a season does that has been seen once only or a campaign that builds up: a
 * drift without direction is always behind it. Ahead it goes on for a while the way it was going, and then back to the mean.
 */
function swellColumns(learned: DayGrid['days'], days: DayGrid['days']): DayColumn[] {
  if (learned.length === 0) return []
  const [first, last] = [learned[0]!.epochDay, learned.at(-1)!.epochDay]
  const sd = bumpSd(relative.swell, { step: swellWidth, width: swellWidth })
  const bumps = Math.ceil((last - first) / swellWidth) + 4
  return Array.from({ length: bumps }, (_, k) => {
    const centre = last + (2 - k) * swellWidth
    return {
      part: 'level',
      key: `swell-${k}`,
      scale: 'relative',
      sd,
      values: Float64Array.from(days, ({ epochDay }) => Math.exp(-(((epochDay - centre) / swellWidth) ** 2))),
    }
  })
}

function dayOfMonthColumns({ days }: DayGrid): DayColumn[] {
  const step = 3
  const sd = bumpSd(relative.dayOfMonth, { step, width: dayOfMonthWidth })
  return Array.from({ length: 16 }, (_, k) => {
    const centre = -6 + k * step
    return {
      part: 'calendar',
      key: `day-of-month-${centre}`,
      scale: 'relative',
      sd,
      values: Float64Array.from(days, ({ dayOfMonth }) =>
        Math.exp(-(((dayOfMonth - centre) / dayOfMonthWidth) ** 2)),
      ),
    }
  })
}

function markColumns({ days }: DayGrid): DayColumn[] {
  const keys = [...new Set(days.flatMap(({ marks }) => marks.map(({ key }) => key)))].sort()
  return keys.map((key) => ({
    part: 'calendar',
    key,
    scale: 'absolute',
    sd: markSd.get(key) ?? usualMarkSd,
    values: Float64Array.from(days, ({ marks }) => marks.find((mark) => mark.key === key)?.amount ?? 0),
  }))
}

/** Three waves of the year, once more than a year has been seen. */
function seasonColumns({ days }: DayGrid, trained: number): DayColumn[] {
  if (trained < 2 || days[trained - 1]!.epochDay - days[0]!.epochDay < seasonFrom) return []
  return [1, 2, 3].flatMap((wave) =>
    [Math.cos, Math.sin].map((turn) => ({
      part: 'calendar' as const,
      key: `season-${wave}`,
      scale: 'absolute' as const,
      sd: 0.1 / wave,
      values: Float64Array.from(days, ({ epochDay }) => turn((2 * Math.PI * wave * epochDay) / 365.2425)),
    })),
  )
}
