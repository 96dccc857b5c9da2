/** Contacts that come while the queue says that it is closed: the forecast would leave them out without a word. */
import { toEpochDay, weekdayOf } from '../../../../kernel/calendar.ts'
import { clockOf, minutesOf } from '../../../../kernel/clock.ts'
import { toLocal } from '../../../../kernel/zone.ts'
import { type OpeningSpan, type OpeningWeek, openingOn, slotsOf } from '../queue.ts'
import type { ReadInterval } from './read-traffic.ts'

type Interval = Pick<ReadInterval, 'startsAt' | 'day' | 'offered'>
type Hours = {
  readonly opening: OpeningWeek
  readonly exceptions: ReadonlyMap<string, readonly OpeningSpan[]>
  readonly intervalMinutes: number
}

/** Less than this is doors that close late, and no word is lost on it. */
const worthAWord = 0.01
/** An interval is open in which somebody came on so many of its weekday's days. */
const openFrom = 0.2

export type OutsideHours = {
  readonly contacts: number
  /** Of all contacts, 0–1. */
  readonly share: number
  /** The hours in which contacts have come. */
  readonly found: OpeningWeek
}

const minuteOf = ({ startsAt }: Interval) => minutesOf(toLocal(startsAt).time)

/** @returns null when next to everything lies within the opening hours */
export function outsideHours(intervals: readonly Interval[], hours: Hours): OutsideHours | null {
  const { opening, exceptions, intervalMinutes } = hours
  const open = new Map<string, ReadonlySet<number>>()
  let [all, contacts] = [0, 0]
  for (const interval of intervals) {
    const { day, offered } = interval
    const slots = open.get(day) ?? new Set(slotsOf(openingOn(opening, exceptions, day), intervalMinutes))
    open.set(day, slots)
    all += offered
    if (!slots.has(minuteOf(interval))) contacts += offered
  }
  if (contacts < worthAWord * all || contacts === 0) return null
  return { contacts, share: contacts / all, found: hoursOf(intervals, intervalMinutes) }
}

/** For each weekday from the first to the last interval that is open more than by chance. */
function hoursOf(intervals: readonly Interval[], intervalMinutes: number): OpeningWeek {
  const came = intervals.filter(({ offered }) => offered > 0)
  const byWeekday = Map.groupBy(came, ({ day }) => weekdayOf(toEpochDay(day)))
  const spansOf = (weekday: number): readonly OpeningSpan[] => {
    const own = byWeekday.get(weekday) ?? []
    const days = new Set(own.map(({ day }) => day)).size
    const open = [...Map.groupBy(own, minuteOf)]
      .filter(([, each]) => each.length >= openFrom * days)
      .map(([minute]) => minute)
    if (open.length === 0) return []
    return [{ from: clockOf(Math.min(...open)), to: clockOf(Math.max(...open) + intervalMinutes) }]
  }
  return {
    1: spansOf(1),
    2: spansOf(2),
    3: spansOf(3),
    4: spansOf(4),
    5: spansOf(5),
    6: spansOf(6),
    7: spansOf(7),
  }
}
