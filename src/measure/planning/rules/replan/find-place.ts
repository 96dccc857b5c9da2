/** A new place for one contact, the rest of the plan standing still. */
import { weekdayOf } from '../../../../kernel/calendar.ts'
import { isThere, spanOf } from '../frame.ts'
import { meetingCost } from '../meeting-cost.ts'
import { firstOpenFrom, weekNumber } from '../season.ts'
import { type Desk, unplaced } from './desk.ts'

const weight = { gap: 1, weekday: 0.5, load: 1, distance: 0.1, otherObserver: 0.5 }

/** Days for a contact, the best first: far from the participant's other contacts, then even, then near. */
export function daysByPreference(desk: Desk, row: number): number[] {
  const { frame, columns, dayLoad } = desk
  const participant = columns.participant[row]!
  const { lastDay } = frame.channels[columns.channel[row]!]!
  const others = desk.rowsOf[participant]!.map((other) => columns.day[other]!)
  const places = others.map((day) => firstOpenFrom(frame.season, day))
  const step = spanOf(frame, participant) / Math.max(1, others.length + 1)
  const mean = columns.length / Math.max(1, frame.season.openDays.length)
  const old = columns.day[row] === unplaced ? undefined : firstOpenFrom(frame.season, columns.day[row]!)
  const cost = (day: number) => {
    const weekday = weekdayOf(frame.season.openDays[day]!)
    const same = others.filter((other) => weekdayOf(other) === weekday).length
    const nearest = Math.min(step, ...places.map((place) => Math.abs(place - day)))
    return (
      weight.gap * (step - nearest) ** 2 +
      weight.weekday * Math.max(0, same - others.length / 5) +
      (weight.load * (dayLoad[day]! - mean)) / (1 + mean / 20) +
      weight.distance * Math.abs(day - (old ?? day)) +
      (canKeepObserver(desk, row, frame.season.openDays[day]!) ? 0 : weight.otherObserver) +
      desk.random() * 0.1
    )
  }
  const days = Array.from({ length: Math.max(0, lastDay + 1 - desk.firstDay) }, (_, index) => {
    const day = desk.firstDay + index
    return { day, cost: cost(day) }
  })
  return days.sort((a, b) => a.cost - b.cost).map(({ day }) => frame.season.openDays[day]!)
}

function hasRoom({ frame, weekLoad }: Desk, observer: number, epochDay: number): boolean {
  const person = frame.observers[observer]!
  return (
    isThere(person, epochDay) &&
    (weekLoad.get(weekNumber(epochDay))?.[observer] ?? 0) < person.contactsPerWeek
  )
}

function canKeepObserver(desk: Desk, row: number, epochDay: number): boolean {
  const observer = desk.columns.observer[row]!
  return observer >= 0 && observer < desk.frame.observers.length && hasRoom(desk, observer, epochDay)
}

export type Finder = {
  readonly observer: number
  /** What the meeting costs: 0 when the two have not met. */
  readonly cost: number
}

/**
 * Who can make the contact on a day: the present observer where possible, else who has met the participant least
 * and done least. Undefined when nobody has time.
 */
export function observerFor(desk: Desk, row: number, epochDay: number): Finder | undefined {
  const { frame, columns } = desk
  const rows = desk.rowsOf[columns.participant[row]!]!
  const kept = columns.day[row]!
  columns.day[row] = epochDay
  const costOf = (observer: number) => meetingCost(frame, columns, { row, rows, observer })
  const present = { observer: columns.observer[row]!, cost: 0 }
  const isKept = canKeepObserver(desk, row, epochDay) && costOf(present.observer) === 0
  const found = isKept ? present : leastMet(desk, epochDay, costOf)
  columns.day[row] = kept
  return found
}

function leastMet(desk: Desk, epochDay: number, costOf: (observer: number) => number): Finder | undefined {
  const { frame, observerLoad, random } = desk
  let best: Finder | undefined
  let lowest = Number.POSITIVE_INFINITY
  for (const [observer, { contactsPerWeek }] of frame.observers.entries()) {
    if (!hasRoom(desk, observer, epochDay)) continue
    const cost = costOf(observer)
    const weighed = 1e6 * cost + observerLoad[observer]! / contactsPerWeek + random() * 1e-3
    if (weighed >= lowest) continue
    lowest = weighed
    best = { observer, cost }
  }
  return best
}

/** Days from a scenario's other uses with the participant to the contact's day; infinitely many without any. */
function restOf({ columns, rowsOf }: Desk, row: number, epochDay: number): (scenario: number) => number {
  const others = rowsOf[columns.participant[row]!]!.filter((other) => other !== row)
  return (scenario) =>
    Math.min(
      ...others
        .filter((other) => columns.scenario[other] === scenario)
        .map((other) => Math.abs(columns.day[other]! - epochDay)),
    )
}

function fittingScenarios({ frame, columns }: Desk, row: number): readonly number[] {
  return frame.participants[columns.participant[row]!]!.scenarios[columns.channel[row]!]!
}

/** Whether there is a scenario for that day which the participant does not meet too soon again. */
export function hasFreshScenario(desk: Desk, row: number, epochDay: number): boolean {
  const rest = restOf(desk, row, epochDay)
  return fittingScenarios(desk, row).some((scenario) => rest(scenario) > desk.frame.method.scenarioRepeatDays)
}

/** The present scenario where it fits and is not met too soon again, else the one least used and longest ago. */
export function scenarioFor(desk: Desk, row: number): number {
  const { frame, columns, rowsOf } = desk
  const fitting = fittingScenarios(desk, row)
  const rest = restOf(desk, row, columns.day[row]!)
  const tooSoon = (scenario: number) => rest(scenario) <= frame.method.scenarioRepeatDays
  const present = columns.scenario[row]!
  if (fitting.includes(present) && !tooSoon(present)) return present
  const others = rowsOf[columns.participant[row]!]!.filter((other) => other !== row)
  const uses = (scenario: number) => others.filter((other) => columns.scenario[other] === scenario).length
  const cost = (scenario: number) => (tooSoon(scenario) ? 1e6 - rest(scenario) : uses(scenario))
  return fitting.toSorted((a, b) => cost(a) - cost(b))[0] ?? -1
}

/** The present hours where the channel has them, else those that the participant's contacts on it use least. */
export function hoursFor({ frame, columns, rowsOf }: Desk, row: number): { from: number; to: number } {
  const windows = frame.channels[columns.channel[row]!]!.windows.map((number) => frame.windows[number]!)
  const present = windows.find(({ from, to }) => from === columns.from[row] && to === columns.to[row])
  if (present) return present
  const others = rowsOf[columns.participant[row]!]!.filter(
    (other) => other !== row && columns.channel[other] === columns.channel[row],
  )
  const uses = (from: number) => others.filter((other) => columns.from[other] === from).length
  return windows.toSorted((a, b) => uses(a.from) - uses(b.from))[0]!
}
