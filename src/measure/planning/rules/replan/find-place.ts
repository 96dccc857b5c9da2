/** A new place for one contact, the rest of the plan standing still. */
import { weekdayOf } from '../../../../kernel/calendar.ts'
import { isAbsent } from '../frame.ts'
import { lockedOut, meetingCost } from '../meeting-cost.ts'
import { firstOpenFrom, weekNumber } from '../season.ts'
import { spanOf } from '../spread-days.ts'
import { type Desk, unplaced } from './desk.ts'

const weight = { gap: 1, weekday: 0.5, load: 1, distance: 0.02, otherObserver: 0.5 }

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
    !isAbsent(person, epochDay) &&
    (weekLoad.get(weekNumber(epochDay))?.[observer] ?? 0) < person.contactsPerWeek
  )
}

function canKeepObserver(desk: Desk, row: number, epochDay: number): boolean {
  const observer = desk.columns.observer[row]!
  return observer >= 0 && observer < desk.frame.observers.length && hasRoom(desk, observer, epochDay)
}

/** Who can make the contact on a day: the present observer where possible, else who has met least and done least. */
export function observerFor(desk: Desk, row: number, epochDay: number): number {
  const { frame, columns } = desk
  const rows = desk.rowsOf[columns.participant[row]!]!
  const kept = columns.day[row]!
  columns.day[row] = epochDay
  const costOf = (observer: number) => meetingCost(frame, columns, { row, rows, observer })
  let best = -1
  let lowest = Number.POSITIVE_INFINITY
  if (canKeepObserver(desk, row, epochDay) && costOf(columns.observer[row]!) < lockedOut) {
    best = columns.observer[row]!
  } else {
    for (const observer of frame.observers.keys()) {
      if (!hasRoom(desk, observer, epochDay)) continue
      const load = desk.observerLoad[observer]! / frame.observers[observer]!.contactsPerWeek
      const cost = 1e6 * costOf(observer) + load + desk.random() * 1e-3
      if (cost >= lowest) continue
      lowest = cost
      best = observer
    }
  }
  columns.day[row] = kept
  return best
}

/** The present scenario where it fits and is not met too soon again, else the one least used and longest ago. */
export function scenarioFor({ frame, columns, rowsOf }: Desk, row: number): number {
  const participant = columns.participant[row]!
  const fitting = frame.participants[participant]!.scenarios[columns.channel[row]!]!
  const others = rowsOf[participant]!
  const rest = (scenario: number) =>
    Math.min(
      ...others
        .filter((other) => columns.scenario[other] === scenario)
        .map((other) => Math.abs(columns.day[other]! - columns.day[row]!)),
    )
  const tooSoon = (scenario: number) => rest(scenario) <= frame.method.scenarioRepeatDays
  const present = columns.scenario[row]!
  if (fitting.includes(present) && !tooSoon(present)) return present
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
