/** The days of a span as the time line shows them, one by one or by week. */
import { addDays, mondayOf, toEpochDay, weekdayOf } from '../../../src/kernel/calendar.ts'
import type { SeenDay, TrafficView } from '../../../src/plan/traffic/contract.ts'
import type { OpeningWeek } from '../../../src/plan/traffic/rules/queue.ts'

type State = SeenDay['state']

export type TimelinePoint = {
  /** The day, or the Monday of the week. */
  readonly day: string
  /** The last day of it. */
  readonly last: string
  readonly seen: number | null
  readonly mean: number | null
  readonly low: number | null
  readonly high: number | null
  /** With values from outside as low, and as high, as has been said; null where nobody has. */
  readonly lowPath: number | null
  readonly highPath: number | null
  /** What was said of it a week before. */
  readonly told: number | null
  /** What is out of the ordinary in it, each state once. */
  readonly states: readonly State[]
  readonly events: readonly { readonly name: string; readonly day: string }[]
  readonly shocks: readonly { readonly name: string; readonly day: string }[]
}

type View = Pick<TrafficView, 'from' | 'to' | 'today' | 'seen' | 'told' | 'kinds' | 'events' | 'shocks'> & {
  readonly forecast: Pick<NonNullable<TrafficView['forecast']>, 'days' | 'paths'> | null
}

const outOfOrdinary: readonly State[] = ['partial', 'gap', 'closed', 'odd', 'marked']

export const hasPaths = (points: readonly TimelinePoint[]): boolean =>
  points.some(({ lowPath, highPath }) => lowPath !== null || highPath !== null)

/** Days on which the queue is never open, and nobody came, are left out: they would only cut the line to pieces. */
export function timelinePoints(view: View, opening: OpeningWeek, per: 'day' | 'week'): TimelinePoint[] {
  const days = dayPoints(view, opening)
  if (per === 'day') return days
  const weeks = Map.groupBy(days, ({ day }) => mondayOf(day))
  return [...weeks].map(([monday, own]) => weekOf(monday, own, view.today))
}

function dayPoints(view: View, opening: OpeningWeek): TimelinePoint[] {
  const seen = new Map(view.seen.map((each) => [each.day, each]))
  const told = new Map(view.told.map((each) => [each.day, each.mean]))
  const ahead = new Map((view.forecast?.days ?? []).map((each) => [each.date, each]))
  const factors = (name: 'low' | 'high') =>
    new Map(
      view.forecast?.paths
        .find(({ path }) => path === name)
        ?.factors.map(({ date, factor }) => [date, factor] as const),
    )
  const paths = { low: factors('low'), high: factors('high') }
  const events = Map.groupBy(view.events, ({ day }) => day)
  const shocks = Map.groupBy(
    view.shocks.filter(({ state }) => state !== 'dismissed'),
    ({ day }) => day,
  )
  const points: TimelinePoint[] = []
  for (let day = view.from; day <= view.to; day = addDays(day, 1)) {
    const came = seen.get(day)
    const expected = ahead.get(day)
    const isOpen = expected !== undefined && expected.mean > 0
    const named = (events.get(day) ?? []).map(({ kindId }) => ({
      name: view.kinds.find((kind) => kind.kindId === kindId)?.name ?? '',
      day,
    }))
    const turned = (shocks.get(day) ?? []).map(({ name }) => ({ name, day }))
    const never = opening[weekdayOf(toEpochDay(day)) as keyof OpeningWeek].length === 0
    if (never && !came?.offered && !isOpen && named.length === 0 && turned.length === 0) continue
    const state = came?.state
    const mean = isOpen && day >= view.today ? expected.mean : null
    const along = (factor: number | undefined) =>
      mean === null || factor === undefined ? null : mean * factor
    points.push({
      day,
      last: day,
      seen: state === 'running' || !came?.offered ? null : came.offered,
      mean,
      lowPath: along(paths.low.get(day)),
      highPath: along(paths.high.get(day)),
      low: isOpen && day >= view.today ? expected.lo95 : null,
      high: isOpen && day >= view.today ? expected.hi95 : null,
      told: told.get(day) ?? null,
      states: state && outOfOrdinary.includes(state) && !(state === 'closed' && never) ? [state] : [],
      events: named,
      shocks: turned,
    })
  }
  return points
}

/**
 * A week is the sum of its days, the running one of what came and what is expected. The bounds are summed too: days of
 * a week are wrong together, so the band is as wide as if they were wrong alike.
 */
function weekOf(monday: string, days: readonly TimelinePoint[], today: string): TimelinePoint {
  const sum = (of: (point: TimelinePoint) => number | null) =>
    days.reduce((total, point) => total + (of(point) ?? 0), 0)
  const hasAhead = days.some(({ mean }) => mean !== null)
  const some = (of: (point: TimelinePoint) => number | null) => (hasAhead ? sum(of) : null)
  // A path reaches four weeks ahead: a week that it ends within is not half told.
  const whole = (of: (point: TimelinePoint) => number | null) =>
    hasAhead && days.every((point) => of(point) !== null || point.mean === null)
      ? sum((point) => of(point) ?? point.seen)
      : null
  return {
    day: monday,
    last: addDays(monday, 6),
    seen:
      !hasAhead && monday <= today && days.some(({ seen }) => seen !== null) ? sum(({ seen }) => seen) : null,
    mean: some(({ mean, seen }) => mean ?? seen),
    low: some(({ low, seen }) => low ?? seen),
    high: some(({ high, seen }) => high ?? seen),
    lowPath: whole(({ lowPath }) => lowPath),
    highPath: whole(({ highPath }) => highPath),
    // A week is told only where all of its counted days are.
    told:
      days.every((point) => point.told !== null || point.seen === null) &&
      days.some((point) => point.told !== null)
        ? sum((point) => point.told)
        : null,
    states: [...new Set(days.flatMap(({ states }) => states))],
    events: days.flatMap(({ events }) => events),
    shocks: days.flatMap(({ shocks }) => shocks),
  }
}
