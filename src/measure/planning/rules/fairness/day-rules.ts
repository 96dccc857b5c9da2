/** Is every contact on a day and at a time at which it can be made? */
import { minutesOf } from '../../../../kernel/clock.ts'
import { openIndexOf } from '../season.ts'
import type { Judge, PlanView } from './plan-view.ts'

/** No weekend, holiday, closed day, or day outside the season; what is done is done. */
export function openDays({ frame, columns }: PlanView, judge: Judge): void {
  for (let row = 0; row < columns.length; row++) {
    if (columns.locked[row]) continue
    const closed = openIndexOf(frame.season, columns.day[row]!) < 0 ? 1 : 0
    judge(closed, 0, () => placeOf(columns, row))
  }
}

/** Minutes outside the channel's window. */
export function windows({ frame, columns }: PlanView, judge: Judge): void {
  const limits = frame.method.channels.map(({ window }) => ({
    from: minutesOf(window.from),
    to: minutesOf(window.to),
  }))
  for (let row = 0; row < columns.length; row++) {
    const { from, to } = limits[columns.channel[row]!]!
    const outside = Math.max(0, from - columns.from[row]!, columns.to[row]! - to)
    judge(outside, 0, () => placeOf(columns, row))
  }
}

/** Open days that are missing after a contact for its further attempts or its days of waiting. */
export function attemptsFit({ frame, columns }: PlanView, judge: Judge): void {
  for (let row = 0; row < columns.length; row++) {
    const day = openIndexOf(frame.season, columns.day[row]!)
    if (day < 0) continue
    const missing = Math.max(0, day - frame.channels[columns.channel[row]!]!.lastDay)
    judge(missing, 0, () => placeOf(columns, row))
  }
}

function placeOf(columns: PlanView['columns'], row: number) {
  return {
    participant: columns.participant[row]!,
    channel: columns.channel[row]!,
    day: columns.day[row]!,
    rows: [row],
  }
}
