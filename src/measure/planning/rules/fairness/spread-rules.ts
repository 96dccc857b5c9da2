/** Are the contacts spread evenly, for each participant and for everybody together? */
import { weekdayOf } from '../../../../kernel/calendar.ts'
import { spanOf } from '../frame.ts'
import { weekdayCounts, weekNumber } from '../season.ts'
import { type Judge, type PlanView, placeInSeason, plannedParticipants } from './plan-view.ts'

/** Open days from one contact of a participant to the next, from its first day and to its last: at most twice the even gap. */
export function longGaps(plan: PlanView, judge: Judge): void {
  for (const participant of plannedParticipants(plan)) {
    const { firstDay, total } = plan.frame.participants[participant]!
    const span = spanOf(plan.frame, participant)
    const limit = Math.ceil((2 * span) / total)
    const places = placesOf(plan, plan.byParticipant[participant]!)
    const edges = [firstDay - 1, ...places, firstDay + span]
    for (let next = 1; next < edges.length; next++) {
      const rows = neighbours(plan.byParticipant[participant]!, next - 1)
      judge(edges[next]! - edges[next - 1]!, limit, () => ({ participant, rows }))
    }
  }
}

/** The shortest gap: half the even one, so never two on a day where there are days enough. */
export function shortGaps(plan: PlanView, judge: Judge): void {
  for (const participant of plannedParticipants(plan)) {
    const limit = Math.floor(
      spanOf(plan.frame, participant) / plan.frame.participants[participant]!.total / 2,
    )
    const rows = plan.byParticipant[participant]!
    const places = placesOf(plan, rows)
    for (let next = 1; next < places.length; next++)
      judge(places[next]! - places[next - 1]!, limit, () => ({ participant, rows: neighbours(rows, next) }))
  }
}

/** Open days between contacts on one channel: at most two and a half times the even gap. */
export function channelGaps(plan: PlanView, judge: Judge): void {
  for (const participant of plannedParticipants(plan)) {
    const span = spanOf(plan.frame, participant)
    for (const channel of plan.frame.channels.keys()) {
      const rows = plan.byParticipant[participant]!.filter((row) => plan.columns.channel[row] === channel)
      const limit = Math.ceil((2.5 * span) / rows.length)
      const places = placesOf(plan, rows)
      for (let next = 1; next < places.length; next++)
        judge(places[next]! - places[next - 1]!, limit, () => ({
          participant,
          channel,
          rows: neighbours(rows, next),
        }))
    }
  }
}

/** Contacts of a participant in one week: at most one more than the even number, rounded up. */
export function weeks(plan: PlanView, judge: Judge): void {
  for (const participant of plannedParticipants(plan)) {
    const { total } = plan.frame.participants[participant]!
    const limit = Math.ceil((5 * total) / spanOf(plan.frame, participant)) + 1
    const rows = [...plan.byParticipant[participant]!]
    for (const week of Map.groupBy(rows, (row) => weekNumber(plan.columns.day[row]!)).values())
      judge(week.length, limit, () => ({ participant, week: plan.columns.day[week[0]!]!, rows: week }))
  }
}

/** Contacts of a participant on one weekday: within two, or a fifth, of its share of the open days. */
export function weekdays(plan: PlanView, judge: Judge): void {
  for (const participant of plannedParticipants(plan)) {
    const { firstDay } = plan.frame.participants[participant]!
    const open = weekdayCounts(plan.frame.season, firstDay)
    const days = open.reduce((sum, count) => sum + count, 0)
    const rows = [...plan.byParticipant[participant]!]
    const onWeekday = Map.groupBy(rows, (row) => weekdayOf(plan.columns.day[row]!))
    for (let weekday = 1; weekday <= 5; weekday++) {
      const share = (rows.length * open[weekday - 1]!) / Math.max(1, days)
      const own = onWeekday.get(weekday) ?? []
      judge(Math.abs(own.length - share), Math.max(2, share / 5), () => ({ participant, rows: own }))
    }
  }
}

/** The parts of a channel's window are used equally often: most minus least at most one. */
export function hours(plan: PlanView, judge: Judge): void {
  const { frame, columns } = plan
  for (const participant of plannedParticipants(plan)) {
    for (const [channel, { windows }] of frame.channels.entries()) {
      const rows = [...plan.byParticipant[participant]!].filter((row) => columns.channel[row] === channel)
      if (rows.length === 0) continue
      const uses = windows.map(
        (window) => rows.filter((row) => columns.from[row] === frame.windows[window]!.from).length,
      )
      judge(Math.max(...uses) - Math.min(...uses), 1, () => ({ participant, channel, rows }))
    }
  }
}

/**
 * The load of each open day that is still ahead is within a fifth of the mean or, in small plans, twice what chance
 * would do (√mean). Days on which everything is done are no longer a matter of the plan.
 */
export function dayLoads({ frame, columns }: PlanView, judge: Judge): void {
  const { season, channels } = frame
  const loads = new Int32Array(season.openIndex.length)
  let first = season.end
  for (let row = 0; row < columns.length; row++) {
    loads[columns.day[row]! - season.start]! += 1
    if (!columns.locked[row]) first = Math.min(first, columns.day[row]!)
  }
  const last = Math.max(...channels.map(({ lastDay }) => lastDay))
  const ahead = season.openDays.subarray(0, last + 1).filter((day) => day >= first)
  const mean = ahead.reduce((sum, day) => sum + loads[day - season.start]!, 0) / Math.max(1, ahead.length)
  const limit = Math.max(3, mean / 5, 2 * Math.sqrt(mean))
  for (const day of ahead) {
    judge(Math.abs(loads[day - season.start]! - mean), limit, () => ({ day, rows: [] }))
  }
}

function placesOf(plan: PlanView, rows: Int32Array): number[] {
  return Array.from(rows, (row) => placeInSeason(plan, plan.columns.day[row]!))
}

/** A row and the one before it, where there are such. */
function neighbours(rows: Int32Array, at: number): number[] {
  return [rows[at - 1], rows[at]].filter((row) => row !== undefined)
}
