/** Which intervals are open: as told, or read from the series itself. */

import { type PlainDate, weekdayOf } from '../../../../kernel/calendar.ts'
import { minutesOf } from '../../../../kernel/clock.ts'
import { type SeenDays, withChanceGaps } from './chance-gaps.ts'
import type { OpenHours, Opening } from './forecast-types.ts'
import { median } from './robust.ts'
import type { TrafficSeries } from './traffic-series.ts'

export type OpenSlots = {
  /** By ISO weekday 1–7: 1 where an interval is open. */
  readonly week: readonly Uint8Array[]
  readonly exceptions: ReadonlyMap<PlainDate, Uint8Array>
}

/** So many of the latest days of a weekday show its opening hours. */
const daysLookedAt = 26

export function openSlots(series: TrafficSeries, opening: Opening | undefined): OpenSlots {
  if (!opening) return { week: openFromSeries(series), exceptions: new Map() }
  const week = Array.from({ length: 8 }, (_, day) => slotsOf(series, opening.week[day] ?? []))
  return {
    week,
    exceptions: new Map(opening.exceptions.map(({ date, hours }) => [date, slotsOf(series, hours)])),
  }
}

function slotsOf({ slots, intervalMinutes }: TrafficSeries, hours: readonly OpenHours[]): Uint8Array {
  const open = new Uint8Array(slots)
  for (const { from, to } of hours) {
    const end = minutesOf(to) === 0 ? 1440 : minutesOf(to)
    for (let at = 0; at < slots; at++) {
      const start = at * intervalMinutes
      if (start + intervalMinutes > minutesOf(from) && start < end) open[at] = 1
    }
  }
  return open
}

/**
 * A weekday is open when it had contacts in at least a quarter of the weeks. An interval of it is open when its latest
 * days had any there, or when chance explains that they had none; a few stray contacts outside the hours of a busy
 * centre (under 1 % of its mean interval) do not open one.
 */
function openFromSeries(series: TrafficSeries): Uint8Array[] {
  const week: Uint8Array[] = Array.from({ length: 8 }, () => new Uint8Array(series.slots))
  const seen = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
    const days = seenDays(series, weekday)
    return days ? [{ weekday, days }] : []
  })
  withChanceGaps(seen.map(({ days }) => days)).forEach((open, at) => {
    week[seen[at]!.weekday] = open
  })
  return week
}

/** Undefined for a weekday that is not open. */
function seenDays(series: TrafficSeries, weekday: number): SeenDays | undefined {
  const days: number[] = []
  let all = 0
  for (let day = 0; day < series.days; day++) {
    if (weekdayOf(series.firstDay + day) !== weekday) continue
    all++
    if (dayTotal(series, day) > 0) days.push(day)
  }
  if (days.length === 0 || days.length < 0.25 * all) return undefined
  const usual = median(days.map((day) => dayTotal(series, day)))
  const seen = days.filter((day) => dayTotal(series, day) >= 0.05 * usual).slice(-daysLookedAt)
  const means = Float64Array.from({ length: series.slots }, (_, slot) => slotMean(series, seen, slot))
  const least = 0.01 * median(means.filter((mean) => mean > 0))
  const open = Uint8Array.from(means, (mean) => Number(mean > 0 && (mean >= least || least < 0.2)))
  return { days: seen.length, open, means }
}

export function dayTotal({ values, slots }: TrafficSeries, day: number): number {
  let total = 0
  for (let at = day * slots; at < (day + 1) * slots; at++) if (values[at]! > 0) total += values[at]!
  return total
}

function slotMean({ values, slots }: TrafficSeries, days: readonly number[], slot: number): number {
  let total = 0
  for (const day of days) total += values[day * slots + slot]! || 0
  return total / Math.max(days.length, 1)
}
