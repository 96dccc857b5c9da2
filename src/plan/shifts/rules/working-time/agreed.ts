/** What has been agreed with the person and in the house: hours, skills, availability, absence, opening hours. */
import { addDays } from '../../../../kernel/calendar.ts'
import { isHoliday } from '../../../../kernel/holidays.ts'
import { localDays, overlap, spanOn } from '../local-days.ts'
import type { Absence, Agent, Shift, Span } from '../types.ts'
import { type Found, hasWorkInPlan, idsOf, normalOf, type Rule } from './found.ts'
import { averagingPeriods } from './hours.ts'
import { type PlannedDays, type Work, type WorkWeek, workedMinutes } from './work.ts'

const minutesTolerated = 1

/**
 * Agreed minutes of a week: a fifth less for each Monday to Friday that the person is away the whole working day
 * (06:00 to 18:00 of it), and for each of them before the first or after the last day of the employment.
 */
export function agreedMinutes(agent: Agent, monday: string): number {
  return minutesWithout(agent, monday, () => false)
}

/**
 * The least that is agreed: a fifth less for each public holiday from Monday to Friday as well. Whoever works on one
 * may have all the hours of the week, and whoever is off on it owes none for it.
 */
function leastAgreedMinutes(agent: Agent, monday: string): number {
  return minutesWithout(agent, monday, isHoliday)
}

function minutesWithout(agent: Agent, monday: string, isOff: (date: string) => boolean): number {
  const full = agent.contract.weeklyHours * 60
  const days = localDays(monday, addDays(monday, 4))
  const away = days.filter(
    ({ date }) => !isEmployed(agent, date) || isAway(agent.absences, date) || isOff(date),
  ).length
  return Math.round((full * (5 - away)) / 5)
}

export function isEmployed({ validFrom, validTo }: Agent, date: string): boolean {
  return (validFrom === undefined || date >= validFrom) && (validTo === undefined || date <= validTo)
}

function isAway(absences: readonly Absence[], date: string): boolean {
  const middle = spanOn(date, { from: '06:00', to: '18:00' })
  return absences.some(({ from, to }) => from <= middle.from && to >= middle.to)
}

type Agreed = {
  readonly weeks: readonly WorkWeek[]
  readonly most: number
  readonly least: number
  readonly slack: number
}

/** Weeks one by one; with an averaging agreement whole periods, and none that is not whole. */
function agreedPeriods(work: Work): Agreed[] {
  const { averaging, averagingWeeks, flexHours } = work.agent.contract
  const count = averaging === 'none' ? 1 : averagingWeeks
  return averagingPeriods(work, count)
    .filter((weeks) => weeks.length === count && !weeks.every(({ earlier }) => earlier))
    .map((weeks) => ({
      weeks,
      most: weeks.reduce((sum, { monday }) => sum + agreedMinutes(work.agent, monday), 0),
      least: weeks.reduce((sum, { monday }) => sum + leastAgreedMinutes(work.agent, monday), 0),
      slack: flexHours * 60 + minutesTolerated,
    }))
}

const sumOf = (weeks: readonly WorkWeek[]) => weeks.reduce((sum, week) => sum + normalOf(week), 0)
const agreedFound = ({ weeks }: Agreed, value: number, limit: number): Found => ({
  from: weeks[0]!.from,
  to: weeks.at(-1)!.to,
  value,
  limit,
  shiftIds: idsOf(weeks.flatMap(({ shifts }) => shifts)),
})

/** More than agreed, overtime apart. */
export const aboveAgreed: Rule = (work) =>
  agreedPeriods(work).flatMap((agreed) => {
    const value = sumOf(agreed.weeks)
    const tooMuch = value > agreed.most + agreed.slack && hasWorkInPlan(agreed.weeks)
    return tooMuch ? [agreedFound(agreed, value, agreed.most)] : []
  })

/** Monday to Friday, public holidays apart, lie in the plan: the rest of a part week may be planned elsewhere. */
function isWhole({ monday }: WorkWeek, planned: PlannedDays | undefined): boolean {
  return (
    planned === undefined ||
    localDays(monday, addDays(monday, 4)).every(
      ({ date }) => isHoliday(date) || (date >= planned.first && date <= planned.last),
    )
  )
}

/** Less than agreed: the person is paid for more. */
export const belowAgreed: Rule = (work) =>
  agreedPeriods(work).flatMap((agreed) => {
    if (!agreed.weeks.every((week) => week.earlier !== undefined || isWhole(week, work.plannedDays)))
      return []
    const value = sumOf(agreed.weeks)
    return value < agreed.least - agreed.slack ? [agreedFound(agreed, value, agreed.least)] : []
  })

const found = (shift: Shift, value: number): Found[] =>
  value > 0 ? [{ from: shift.from, to: shift.to, value, limit: 0, shiftIds: [shift.id] }] : []

/** A shift that asks for a skill that the person does not have. */
export const skillMissing: Rule = ({ agent, shifts }) =>
  shifts.flatMap((shift) =>
    found(shift, shift.skill !== undefined && !agent.skills.includes(shift.skill) ? 1 : 0),
  )

export const absent: Rule = ({ agent, shifts }) =>
  shifts.flatMap((shift) => found(shift, shift.to - shift.from - outside(shift, agent.absences)))

/** Minutes outside the hours in which the person can work. */
export const unavailable: Rule = ({ agent, shifts, days }) => {
  const { available } = agent
  if (!available || shifts.length === 0) return []
  // Hours of the night before the first day reach into it.
  const all = localDays(addDays(days[0]!.date, -1), days.at(-1)!.date)
  const spans = all.flatMap(({ date, weekday }) =>
    (available[weekday as 1] ?? []).map((span) => spanOn(date, span)),
  )
  return shifts.flatMap((shift) => found(shift, outside(shift, spans)))
}

export const closed: Rule = ({ agent, shifts, opening }) => {
  if (!opening) return []
  return shifts.flatMap((shift) => {
    const skills = shift.skill === undefined ? agent.skills : [shift.skill]
    const spans = ['', ...skills].flatMap((skill) => opening.get(skill) ?? [])
    return found(shift, outside(shift, spans))
  })
}

/** Minutes of a shift that lie in none of the spans, which may overlap. */
function outside(shift: Span, spans: readonly Span[]): number {
  let [covered, until] = [0, shift.from]
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const [start, end] = [Math.max(from, until), Math.min(to, shift.to)]
    if (end > start) covered += end - start
    until = Math.max(until, Math.min(to, shift.to))
  }
  return shift.to - shift.from - covered
}

/** Shifts before the first or after the last day of the employment. */
export const notEmployed: Rule = ({ agent, shifts, days }) =>
  shifts.flatMap((shift) => {
    const touched = days.filter((day) => overlap(day, shift) > 0)
    const wrong = touched.filter(({ date }) => !isEmployed(agent, date))
    return found(
      shift,
      wrong.reduce((sum, day) => sum + overlap(day, shift), 0),
    )
  })

/** Two shifts of one person at the same time. */
export const doubleShift: Rule = ({ shifts }) =>
  shifts.flatMap((shift, at) =>
    shifts.slice(0, at).flatMap((other) => {
      const value = overlap(shift, other)
      const span = { from: shift.from, to: Math.min(shift.to, other.to) }
      return value > 0 ? [{ ...span, value, limit: 0, shiftIds: [other.id, shift.id] }] : []
    }),
  )

/** Minutes of breaks that lie outside of their shift or on another break, or a shift that is nothing but breaks. */
export const breakOutside: Rule = ({ agent, shifts }) =>
  shifts.flatMap((shift) => {
    let [value, until] = [0, shift.from]
    for (const { from, to } of shift.breaks.toSorted((a, b) => a.from - b.from)) {
      value += Math.max(0, Math.min(until, to) - from) + Math.max(0, to - Math.max(from, shift.to))
      until = Math.max(until, to)
    }
    const empty = workedMinutes(shift, agent.contract.paidBreaks) <= 0 ? 1 : 0
    return found(shift, Math.max(value, empty))
  })

/** Days with a start of a shift, one after the other, more than the house allows. Told once for each run. */
export const daysInRow: Rule = ({ agent, shifts, days }) => {
  const limit = agent.contract.mostDaysInRow
  if (limit <= 0) return []
  const result: Found[] = []
  let run: { readonly from: number; readonly shifts: Shift[]; to: number; count: number } | undefined
  for (const day of [...days, undefined]) {
    const here = day ? shifts.filter(({ from }) => from >= day.from && from < day.to) : []
    if (day && here.length > 0) {
      run ??= { from: day.from, to: day.to, shifts: [], count: 0 }
      run.shifts.push(...here)
      run.count += 1
      run.to = day.to
    } else {
      if (run && run.count > limit)
        result.push({ from: run.from, to: run.to, value: run.count, limit, shiftIds: idsOf(run.shifts) })
      run = undefined
    }
  }
  return result
}
