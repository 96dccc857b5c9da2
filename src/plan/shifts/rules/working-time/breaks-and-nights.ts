/** Breaks, § 10-9 and § 11-5 (1); nights, § 10-11 and § 11-3. */
import { addDays } from '../../../../kernel/calendar.ts'
import { spanOn } from '../local-days.ts'
import type { Shift, Span } from '../types.ts'
import { type Found, idsOf, isAdult, isChild, isYoung, normalOf, type Rule, shiftsTouching } from './found.ts'
import { ruleFacts } from './paragraphs.ts'
import { type Work, type WorkPeriod, workedWithin } from './work.ts'

const pauseOf = ({ breaks }: WorkPeriod): number => breaks.reduce((sum, { from, to }) => sum + to - from, 0)

function shortBreaks(work: Work, limit: number, applies: (period: WorkPeriod) => boolean): Found[] {
  return work.periods.flatMap((period) => {
    const value = pauseOf(period)
    const { from, to, shifts } = period
    return applies(period) && value < limit ? [{ from, to, value, limit, shiftIds: idsOf(shifts) }] : []
  })
}

/** More than five and a half hours of work: at least one break. */
export const breakMissing: Rule = (work) => {
  const limit = ruleFacts['break-missing'].limit
  return isAdult(work) ? shortBreaks(work, limit, ({ worked }) => worked > 5.5 * 60 && worked < 8 * 60) : []
}

/** At least eight hours of work: half an hour of breaks together. */
export const breakShort: Rule = (work) =>
  isAdult(work) ? shortBreaks(work, ruleFacts['break-short'].limit, ({ worked }) => worked >= 8 * 60) : []

/** Under 18: half an hour when the day is longer than four and a half. */
export const youngBreak: Rule = (work) =>
  isAdult(work) ? [] : shortBreaks(work, ruleFacts['young-break'].limit, ({ worked }) => worked > 4.5 * 60)

/** The nights that touch the plan's days, the one before the first included. */
function nights({ days }: Work, from: string, to: string): Span[] {
  if (days.length === 0) return []
  const before = addDays(days[0]!.date, -1)
  // A night that begins at midnight is the morning of its own day.
  return from < to
    ? days.map(({ date }) => spanOn(date, { from, to }))
    : [before, ...days.map(({ date }) => date)].map((date) => spanOn(date, { from, to }))
}

const minutesOf =
  ({ agent }: Work) =>
  (shift: Shift, span: Span): number =>
    workedWithin(shift, span, agent.contract.paidBreaks)

/** Work in the night, 21:00 to 06:00 unless something else has been agreed, where nothing makes it necessary. */
export const nightWork: Rule = (work) => {
  const { nightWork: allowed, nightFrom } = work.agent.contract
  return allowed || !isAdult(work)
    ? []
    : shiftsTouching(work, nights(work, nightFrom, '06:00'), minutesOf(work))
}

export const youngNight: Rule = (work) =>
  isYoung(work) ? shiftsTouching(work, nights(work, '23:00', '06:00'), minutesOf(work)) : []

/** 21:00 to 23:00 only where the nature of the work makes it necessary. */
export const youngEvening: Rule = (work) => {
  if (!isYoung(work) || work.agent.contract.nightWork) return []
  return shiftsTouching(work, nights(work, '21:00', '23:00'), minutesOf(work))
}

export const childNight: Rule = (work) =>
  isChild(work) ? shiftsTouching(work, nights(work, '20:00', '06:00'), minutesOf(work)) : []

/** Working regularly at night is here: more than three hours of a shift, four times or more in four weeks. */
const regularNights = 4
const nightMinutes = 3 * 60
/** Four weeks without their four weekly rests of 35 hours: what the average over 24 hours is taken of. */
const countedHours = 28 * 24 - 4 * 35

/** Those who regularly work at night: normal time of eight hours in 24 on average over four weeks. */
export const nightAverage: Rule = (work) => {
  const limit = ruleFacts['night-average'].limit
  const spans = nights(work, '21:00', '06:00')
  const atNight = new Set(
    shiftsTouching(work, spans, minutesOf(work))
      .filter(({ value }) => value > nightMinutes)
      .flatMap(({ shiftIds }) => shiftIds),
  )
  return work.weeks.flatMap((week, last) => {
    const run = work.weeks.slice(Math.max(0, last - 3), last + 1)
    const shifts = run.flatMap((each) => each.shifts)
    const regular = new Set(idsOf(shifts).filter((id) => atNight.has(id))).size >= regularNights
    const value = (run.reduce((sum, each) => sum + normalOf(each), 0) * 24) / countedHours
    if (week.earlier || !regular || value <= limit || normalOf(week) <= 0) return []
    return [{ from: run[0]!.from, to: week.to, value, limit, shiftIds: idsOf(shifts) }]
  })
}
