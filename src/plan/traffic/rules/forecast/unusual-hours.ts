/** Days to come whose hours are not those that the series has shown: what is foretold of them is less sure than it looks. */
import { type PlainDate, toEpochDay, weekdayOf } from '../../../../kernel/calendar.ts'
import { clockOf } from '../../../../kernel/clock.ts'
import type { OpenHours, Opening } from './forecast-types.ts'
import { openSlots } from './opening.ts'
import type { TrafficSeries } from './traffic-series.ts'

export type UnusualHours = {
  readonly date: PlainDate
  /** Fewer hours than the weekday's own: none of the contacts of the closed ones are foretold. */
  readonly shorter: { readonly open: number; readonly usual: number } | undefined
  /** Hours in which the series has never had a contact: next to nobody is foretold there. */
  readonly neverOpen: readonly OpenHours[]
}

/** @param dates open days of the horizon */
export function unusualHours(
  series: TrafficSeries,
  opening: Opening,
  dates: readonly PlainDate[],
): UnusualHours[] {
  const { week, exceptions } = openSlots(series, opening)
  const hadContacts = slotsWithContacts(series)
  const hoursOf = (open: Uint8Array) => (open.reduce((a, b) => a + b, 0) * series.intervalMinutes) / 60
  return dates.flatMap((date) => {
    const usual = week[weekdayOf(toEpochDay(date))]!
    const open = exceptions.get(date) ?? usual
    const isShorter = open.includes(1) && hoursOf(open) < hoursOf(usual)
    const neverOpen = runsOf(
      open.map((isOpen, slot) => Number(isOpen === 1 && !hadContacts[slot])),
      series.intervalMinutes,
    )
    if (!isShorter && neverOpen.length === 0) return []
    return [
      { date, shorter: isShorter ? { open: hoursOf(open), usual: hoursOf(usual) } : undefined, neverOpen },
    ]
  })
}

function slotsWithContacts({ values, slots, days }: TrafficSeries): boolean[] {
  return Array.from({ length: slots }, (_, slot) => {
    for (let day = 0; day < days; day++) if (values[day * slots + slot]! > 0) return true
    return false
  })
}

/** Slots in a row as hours. */
function runsOf(marked: Uint8Array, intervalMinutes: number): OpenHours[] {
  const runs: OpenHours[] = []
  let from = -1
  for (let slot = 0; slot <= marked.length; slot++) {
    if (marked[slot] === 1 && from < 0) from = slot
    if (marked[slot] === 1 || from < 0) continue
    runs.push({ from: clockOf(from * intervalMinutes), to: clockOf(slot * intervalMinutes) })
    from = -1
  }
  return runs
}
