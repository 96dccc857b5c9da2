/**
 * Events as columns of the day model. An event works on its own day and the open days after it; its effect on each of
 * these is drawn from what its kind does, and that from what events do at all, so that a kind seen once leans on the
 * others (partial pooling; Gelman & Hill, Data Analysis Using Regression, 2007, ch. 12). Each occurrence may be larger
 * or smaller than its kind, which keeps six occurrences from looking like thirty days.
 */
import { toEpochDay } from '../../../../kernel/calendar.ts'
import type { DayColumn } from './day-columns.ts'
import type { DayGrid } from './day-grid.ts'
import type { PlannedEvent } from './forecast-types.ts'
import { median } from './robust.ts'

/** Open days from the event's own day on. */
export const lagDays = 8

/** How much an event may do after so many open days, before anything is known, against its first day. */
const reach = [1, 1, 1, 1, 0.8, 0.6, 0.45, 0.3]
/** Likeness of neighbouring days of one profile. */
const likeness = 0.6
const kindSd = 0.25
const sharedSd = 0.1
const occurrenceSd = 0.05

export type PlacedEvent = {
  readonly event: PlannedEvent
  readonly size: number
  /** Row of the grid for each lag; days beyond the grid are missing. */
  readonly rows: readonly number[]
  /** Begins at or after the origin. */
  readonly ahead: boolean
}

/** Where each event falls in the grid, and how large it is against the usual size of its kind. */
export function placeEvents(
  { days }: DayGrid,
  events: readonly PlannedEvent[],
  { shut, origin }: { readonly shut: Uint8Array; readonly origin: number },
): PlacedEvent[] {
  return events
    .map((event) => {
      const from = toEpochDay(event.date)
      const rows: number[] = []
      if (days.length > 0 && from >= days[0]!.epochDay)
        for (let at = firstFrom(days, from); at < days.length && rows.length < lagDays; at++)
          if (!shut[at]) rows.push(at)
      return { event, size: sizeOf(event, events), rows, ahead: rows.length > 0 && rows[0]! >= origin }
    })
    .filter(({ rows }) => rows.length > 0)
}

function firstFrom(days: DayGrid['days'], epochDay: number): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (days[middle]!.epochDay < epochDay) low = middle + 1
    else high = middle
  }
  return low
}

function sizeOf({ kind, size }: PlannedEvent, events: readonly PlannedEvent[]): number {
  if (size === undefined) return 1
  const sizes = events.flatMap((each) => (each.kind === kind && each.size !== undefined ? [each.size] : []))
  const usual = median(sizes)
  return usual > 0 ? size / usual : 1
}

/** Events whose future effect a person has set are no matter of the model. */
const isSet = ({ event, ahead }: PlacedEvent): boolean => ahead && event.factor !== undefined

export function eventColumns(rows: number, placed: readonly PlacedEvent[]): DayColumn[] {
  const modelled = placed.filter((each) => !isSet(each))
  const kinds = [...new Set(placed.map(({ event }) => event.kind))].sort()
  if (kinds.length === 0) return []
  const profile = (key: string, sd: number, of: readonly PlacedEvent[]): DayColumn[] =>
    profileBasis.map((basis, k) => ({
      part: 'events',
      key: `${key}·${k}`,
      scale: 'absolute',
      sd,
      values: spreadOver(rows, of, basis),
    }))
  return [
    ...profile('shared', sharedSd, modelled),
    ...kinds.flatMap((kind) =>
      profile(
        `kind·${kind}`,
        kindSd,
        modelled.filter(({ event }) => event.kind === kind),
      ),
    ),
    ...modelled.map(
      (each, at): DayColumn => ({
        part: 'events',
        key: `occurrence·${at}`,
        scale: 'absolute',
        sd: occurrenceSd,
        values: spreadOver(rows, [each], reach),
      }),
    ),
  ]
}

function spreadOver(rows: number, placed: readonly PlacedEvent[], basis: readonly number[]): Float64Array {
  const values = new Float64Array(rows)
  for (const { rows: own, size } of placed)
    own.forEach((row, lag) => {
      values[row]! += size * basis[lag]!
    })
  return values
}

/** Columns of the Cholesky factor of the covariance reach · reach · likeness^|difference| between lags. */
export const profileBasis: readonly (readonly number[])[] = Array.from({ length: lagDays }, (_, k) =>
  Array.from({ length: lagDays }, (_, lag) => {
    if (lag < k) return 0
    const own = k === 0 ? 1 : Math.sqrt(1 - likeness ** 2)
    return reach[lag]! * own * likeness ** (lag - k)
  }),
)
