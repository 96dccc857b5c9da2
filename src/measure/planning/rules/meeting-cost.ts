/** What it costs that an observer meets a participant: nothing the first time, infinitely much as a customer. */
import type { PlanColumns } from './columns.ts'
import { type Frame, isWithinHours } from './frame.ts'
import { workingDaysBetween } from './season.ts'

const again = 1
/** From this on, a meeting falls inside the lock-out days. */
export const lockedOut = 1000

export type Meeting = {
  readonly row: number
  /** The rows of the participant. */
  readonly rows: ArrayLike<number>
  readonly observer: number
}

/** Whether the observer may make the contact at all: impartial, qualified for the channel, free at the time. */
function mayMeet(frame: Frame, columns: PlanColumns, row: number, observer: number): boolean {
  const { customerOf, conflicts, channels, hours } = frame.observers[observer]!
  const participant = columns.participant[row]!
  if (customerOf.has(participant) || conflicts.has(participant)) return false
  if (channels !== null && !channels.has(columns.channel[row]!)) return false
  if (hours === null) return true
  const when = { day: columns.day[row]!, from: columns.from[row]!, to: columns.to[row]! }
  return isWithinHours(frame.observers[observer]!, when)
}

/** 0: they have not met. Each meeting counts, and far more one on the same channel inside the lock-out days. */
export function meetingCost(frame: Frame, columns: PlanColumns, { row, rows, observer }: Meeting): number {
  if (!mayMeet(frame, columns, row, observer)) return Number.POSITIVE_INFINITY
  let cost = 0
  for (let index = 0; index < rows.length; index++) {
    const other = rows[index]!
    if (columns.observer[other] !== observer || other === row) continue
    cost += again
    if (
      columns.channel[other] === columns.channel[row] &&
      workingDaysBetween(frame.season, columns.day[other]!, columns.day[row]!) <=
        frame.method.observers.lockOutDays
    )
      cost += lockedOut
  }
  return cost
}
