/** Does the right person make each contact, with a fair share of the work and without meeting the same ones again? */
import { isAbsent, isThere, isWithinHours } from '../frame.ts'
import { weekNumber, workingDaysBetween } from '../season.ts'
import { type Judge, type PlanView, plannedParticipants } from './plan-view.ts'

/** A contact that is still to be made has somebody to make it. */
export function observerMissing({ columns }: PlanView, judge: Judge): void {
  for (let row = 0; row < columns.length; row++)
    judge(columns.observer[row]! < 0 && !columns.locked[row] ? 1 : 0, 0, () => ({
      participant: columns.participant[row]!,
      day: columns.day[row]!,
      rows: [row],
    }))
}

/** An observer never meets a participant as its customer. */
export function observerCustomer({ frame, columns, byObserver }: PlanView, judge: Judge): void {
  frame.observers.forEach(({ customerOf }, observer) => {
    for (const row of byObserver[observer]!) {
      const participant = columns.participant[row]!
      judge(customerOf.has(participant) ? 1 : 0, 0, () => ({ participant, observer, rows: [row] }))
    }
  })
}

/** Nor in any other way that makes the observer partial: works there, is close to somebody who does. */
export function observerConflict({ frame, columns, byObserver }: PlanView, judge: Judge): void {
  frame.observers.forEach(({ conflicts }, observer) => {
    for (const row of byObserver[observer]!) {
      const participant = columns.participant[row]!
      judge(conflicts.has(participant) && !columns.locked[row] ? 1 : 0, 0, () => ({
        participant,
        observer,
        rows: [row],
      }))
    }
  })
}

/** Only on channels that the observer is qualified for. */
export function observerChannels({ frame, columns, byObserver }: PlanView, judge: Judge): void {
  frame.observers.forEach(({ channels }, observer) => {
    for (const row of byObserver[observer]!) {
      const channel = columns.channel[row]!
      const isOutside = channels?.has(channel) === false && !columns.locked[row]
      judge(isOutside ? 1 : 0, 0, () => ({ observer, channel, rows: [row] }))
    }
  })
}

/** Only on the weekdays and within the hours that the observer has given. */
export function observerHours({ frame, columns, byObserver }: PlanView, judge: Judge): void {
  frame.observers.forEach((person, observer) => {
    for (const row of byObserver[observer]!) {
      const when = { day: columns.day[row]!, from: columns.from[row]!, to: columns.to[row]! }
      const isOutside = !isWithinHours(person, when) && !columns.locked[row]
      judge(isOutside ? 1 : 0, 0, () => ({ observer, day: columns.day[row]!, rows: [row] }))
    }
  })
}

export function observerAbsent({ frame, columns, byObserver }: PlanView, judge: Judge): void {
  frame.observers.forEach((person, observer) => {
    for (const row of byObserver[observer]!) {
      const away = isAbsent(person, columns.day[row]!) && !columns.locked[row]
      judge(away ? 1 : 0, 0, () => ({ observer, day: columns.day[row]!, rows: [row] }))
    }
  })
}

/** No more contacts in a week than the observer takes. */
export function observerWeeks({ frame, columns, byObserver }: PlanView, judge: Judge): void {
  frame.observers.forEach(({ contactsPerWeek }, observer) => {
    for (const rows of Map.groupBy(byObserver[observer]!, (row) => weekNumber(columns.day[row]!)).values())
      judge(rows.length, contactsPerWeek, () => ({ observer, week: columns.day[rows[0]!]!, rows }))
  })
}

/** An observer's contacts stay within three, or a tenth, of the even share for the days when he or she is there. */
export function observerLoads(plan: PlanView, judge: Judge): void {
  const shares = observerShares(plan)
  plan.byObserver.forEach((rows, observer) => {
    const share = shares[observer]!
    judge(Math.abs(rows.length - share), Math.max(3, share / 10), () => ({ observer, rows: [] }))
  })
}

/**
 * Each day's contacts shared out over the observers who are there, in proportion to what they take in a week; those
 * that nobody has are a fault of their own, and make no observer's share too small.
 */
export function observerShares({ frame, columns }: PlanView): Float64Array {
  const loads = new Int32Array(frame.season.openIndex.length)
  for (let row = 0; row < columns.length; row++)
    if (columns.observer[row]! >= 0) loads[columns.day[row]! - frame.season.start]! += 1
  const shares = new Float64Array(frame.observers.length)
  for (let day = frame.season.start; day <= frame.season.end; day++) {
    const contacts = loads[day - frame.season.start]!
    if (contacts === 0) continue
    const present = frame.observers.map((person) => (isThere(person, day) ? person.contactsPerWeek : 0))
    const all = present.reduce((sum, weight) => sum + weight, 0)
    if (all > 0)
      for (const [observer, weight] of present.entries()) shares[observer]! += (contacts * weight) / all
  }
  return shares
}

/** How often one observer meets one participant: once, as long as there are observers enough who may. */
export function observerMeetings(plan: PlanView, judge: Judge): void {
  const { frame, columns } = plan
  const customers = new Int32Array(frame.participants.length)
  for (const { customerOf } of frame.observers)
    for (const participant of customerOf) customers[participant]! += 1
  for (const participant of plannedParticipants(plan)) {
    const rows = [...plan.byParticipant[participant]!].filter((row) => columns.observer[row]! >= 0)
    const eligible = Math.max(1, frame.observers.length - customers[participant]!)
    const limit = Math.ceil(rows.length / eligible)
    for (const [observer, met] of Map.groupBy(rows, (row) => columns.observer[row]!))
      judge(met.length, limit, () => ({ participant, observer, rows: met }))
  }
}

/** Working days between two meetings on the same channel: more than the lock-out days. */
export function lockOut({ frame, columns, byParticipant }: PlanView, judge: Judge): void {
  const limit = frame.method.observers.lockOutDays + 1
  byParticipant.forEach((rows, participant) => {
    const last = new Map<number, number>()
    for (const row of rows) {
      const observer = columns.observer[row]!
      const channel = columns.channel[row]!
      if (observer < 0) continue
      const pair = observer * frame.channels.length + channel
      const before = last.get(pair)
      last.set(pair, row)
      if (before === undefined) continue
      const days = workingDaysBetween(frame.season, columns.day[before]!, columns.day[row]!)
      judge(days, limit, () => ({ participant, observer, channel, rows: [before, row] }))
    }
  })
}
