/** What a day costs a contact: how far it takes weekdays and loads from their even shares. Lower is better. */
import { weekdayOf } from '../../../kernel/calendar.ts'
import type { Frame } from './frame.ts'
import { weekdayCounts } from './season.ts'

const weight = { weekday: 1, channelWeekday: 0.5, load: 1, channelLoad: 0.5 }
const weekdays = 7

/** The loads of all open days, and what they would be if all were equal. */
export type DayLoads = {
  /** Weekday (0 Monday) of each open day. */
  readonly weekday: Uint8Array
  readonly total: Int32Array
  readonly byChannel: readonly Int32Array[]
  readonly share: number
  readonly channelShare: readonly number[]
}

/** One participant's contacts per weekday, and per channel and weekday, beside their even shares. */
export type WeekdayTally = {
  readonly counts: Float64Array
  readonly shares: Float64Array
  readonly channelCounts: Float64Array
  readonly channelShares: Float64Array
}

export function dayLoads(frame: Frame): DayLoads {
  const { openDays } = frame.season
  const contacts = frame.channels.map((_, channel) =>
    frame.participants.reduce((sum, { counts }) => sum + counts[channel]!, 0),
  )
  return {
    weekday: Uint8Array.from(openDays, (day) => weekdayOf(day) - 1),
    total: new Int32Array(openDays.length),
    byChannel: frame.channels.map(() => new Int32Array(openDays.length)),
    share: contacts.reduce((sum, count) => sum + count, 0) / openDays.length,
    channelShare: contacts.map((count, channel) => count / Math.max(1, frame.channels[channel]!.lastDay + 1)),
  }
}

/** Shares follow the open days that a participant has: a season with few Fridays gives few Friday contacts. */
export function weekdayTally(frame: Frame, participant: number): WeekdayTally {
  const { counts, total, firstDay } = frame.participants[participant]!
  const open = weekdayCounts(frame.season, firstDay)
  const days = Math.max(1, frame.season.openDays.length - firstDay)
  const cells = { length: weekdays * counts.length }
  return {
    counts: new Float64Array(weekdays),
    shares: Float64Array.from(open, (count) => (total * count) / days),
    channelCounts: new Float64Array(cells.length),
    channelShares: Float64Array.from(
      cells,
      (_, cell) => (counts[Math.floor(cell / weekdays)]! * open[cell % weekdays]!) / days,
    ),
  }
}

export function addToTally(tally: WeekdayTally, channel: number, weekday: number, change: 1 | -1): void {
  tally.counts[weekday]! += change
  tally.channelCounts[channel * weekdays + weekday]! += change
}

export function addToLoads(loads: DayLoads, channel: number, day: number, change: 1 | -1): void {
  loads.total[day]! += change
  loads.byChannel[channel]![day]! += change
}

/**
 * The cost of one more contact on a day. Weekdays count the growth of the squared deviation; loads count the
 * deviation in twentieths of the share, so that five per cent count as much in small and large plans.
 */
export function dayCost(loads: DayLoads, tally: WeekdayTally, channel: number, day: number): number {
  const weekday = loads.weekday[day]!
  const cell = channel * weekdays + weekday
  return (
    weight.weekday * 2 * (tally.counts[weekday]! - tally.shares[weekday]!) +
    weight.channelWeekday * 2 * (tally.channelCounts[cell]! - tally.channelShares[cell]!) +
    weight.load * excess(loads.total[day]!, loads.share) +
    weight.channelLoad * excess(loads.byChannel[channel]![day]!, loads.channelShare[channel]!)
  )
}

function excess(load: number, share: number): number {
  return (load - share) / (1 + share / 20)
}
