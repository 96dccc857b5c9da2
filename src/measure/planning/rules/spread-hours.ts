/**
 * At which time of the day: each channel's contacts with a participant use the parts of its window equally
 * often, not always the same part on the same weekday, and all parts of a day carry equal loads.
 */
import { weekdayOf } from '../../../kernel/calendar.ts'
import type { Random } from '../../../kernel/random.ts'
import type { PlanColumns } from './columns.ts'
import type { Frame } from './frame.ts'

const weekdays = 7

/** Fills `from` and `to`; the rows of a participant stand together. */
export function spreadHours(frame: Frame, columns: PlanColumns, random: Random): void {
  const loads = new Int32Array(frame.windows.length * frame.season.openIndex.length)
  const byChannel = new Int32Array(frame.windows.length * frame.channels.length)
  const byWeekday = new Int32Array(frame.windows.length * weekdays)
  for (let row = 0; row < columns.length; row++) {
    if (columns.participant[row] !== columns.participant[row - 1]) {
      byChannel.fill(0)
      byWeekday.fill(0)
    }
    const cells = (window: number) => ({
      channel: window * frame.channels.length + columns.channel[row]!,
      weekday: window * weekdays + weekdayOf(columns.day[row]!) - 1,
      load: window * frame.season.openIndex.length + columns.day[row]! - frame.season.start,
    })
    let best = 0
    let lowest = Number.POSITIVE_INFINITY
    for (const window of frame.channels[columns.channel[row]!]!.windows) {
      const cell = cells(window)
      const cost =
        1000 * byChannel[cell.channel]! + byWeekday[cell.weekday]! + loads[cell.load]! / 4 + random()
      if (cost >= lowest) continue
      lowest = cost
      best = window
    }
    const cell = cells(best)
    byChannel[cell.channel]! += 1
    byWeekday[cell.weekday]! += 1
    loads[cell.load]! += 1
    columns.from[row] = frame.windows[best]!.from
    columns.to[row] = frame.windows[best]!.to
  }
}
