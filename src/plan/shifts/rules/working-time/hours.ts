/** Normal working time, § 10-4, and its averages, § 10-5. Young people have the stricter limits of § 11-2. */
import { addDays, type PlainDate, toEpochDay } from '../../../../kernel/calendar.ts'
import {
  type Found,
  hasWorkInPlan,
  idsOf,
  isChild,
  isYoung,
  normalOf,
  periodsAbove,
  type Rule,
  weeksAbove,
} from './found.ts'
import { ruleFacts } from './paragraphs.ts'
import type { Work, WorkWeek } from './work.ts'

const averages = (work: Work) => work.agent.contract.averaging
const unaveraged = (work: Work, normalHours: number) =>
  averages(work) === 'none' && work.agent.contract.normalHours === normalHours

/** 9 hours of a working day. */
export const normalDay: Rule = (work) =>
  averages(work) === 'none' ? periodsAbove(work, ruleFacts['normal-day'].limit, normalOf) : []

export const normalWeek: Rule = (work) =>
  unaveraged(work, 40) ? weeksAbove(work, ruleFacts['normal-week'].limit, normalOf) : []

export const normalWeek38: Rule = (work) =>
  unaveraged(work, 38) ? weeksAbove(work, ruleFacts['normal-week-38'].limit, normalOf) : []

export const normalWeek36: Rule = (work) =>
  unaveraged(work, 36) ? weeksAbove(work, ruleFacts['normal-week-36'].limit, normalOf) : []

export const averagedDayPerson: Rule = (work) =>
  averages(work) === 'person' ? periodsAbove(work, ruleFacts['averaged-day-person'].limit, normalOf) : []

export const averagedDayUnion: Rule = (work) =>
  averages(work) === 'union' ? periodsAbove(work, ruleFacts['averaged-day-union'].limit, normalOf) : []

export const averagedWeekPerson: Rule = (work) =>
  averages(work) === 'person' ? weeksAbove(work, ruleFacts['averaged-week-person'].limit, normalOf) : []

export const averagedWeekUnion: Rule = (work) =>
  averages(work) === 'union' ? weeksAbove(work, ruleFacts['averaged-week-union'].limit, normalOf) : []

/** 48 hours a week on average over eight weeks; told when the eight weeks are known or already hold too much. */
export const averagedEightWeeks: Rule = (work) => {
  if (averages(work) === 'none') return []
  const limit = ruleFacts['averaged-eight-weeks'].limit
  return work.weeks.flatMap((week, last) => {
    const run = work.weeks.slice(Math.max(0, last - 7), last + 1)
    const value = run.reduce((sum, each) => sum + normalOf(each), 0) / 8
    if (value <= limit || week.earlier || normalOf(week) <= 0) return []
    return [{ ...foundIn(run, value, limit), paragraph: paragraphOf(work) }]
  })
}

/**
 * No more than the normal hours of § 10-4 on average over the agreed period, week by week as the period fills. A period
 * without work in the plan is over, or not for the plan to mend.
 */
export const averagedPeriod: Rule = (work) => {
  const { averaging, averagingWeeks, normalHours } = work.agent.contract
  if (averaging === 'none') return []
  const weeks = Math.min(averagingWeeks, averaging === 'authority' ? 26 : 52)
  const limit = normalHours * 60
  return averagingPeriods(work, weeks).flatMap((period) => {
    const value = period.reduce((sum, each) => sum + normalOf(each), 0) / weeks
    if (value <= limit || !hasWorkInPlan(period)) return []
    return [{ ...foundIn(period, value, limit), paragraph: paragraphOf(work) }]
  })
}

/** Who has agreed decides which part of § 10-5 the average is held against. */
const paragraphOf = (work: Work): string => {
  const parts = {
    none: '§ 10-4',
    person: '§ 10-5 (1)',
    union: '§ 10-5 (2)',
    authority: '§ 10-5 (3)',
  } as const
  return parts[averages(work)]
}

function foundIn(weeks: readonly WorkWeek[], value: number, limit: number): Found {
  const shiftIds = idsOf(weeks.flatMap(({ shifts }) => shifts))
  return { from: weeks[0]!.from, to: weeks.at(-1)!.to, value, limit, shiftIds }
}

/** The known weeks in periods of so many, from the agreed first Monday or the first that is known. */
export function averagingPeriods(work: Work, count: number): WorkWeek[][] {
  const first = work.agent.contract.averagingFrom ?? work.weeks[0]?.monday
  if (first === undefined) return []
  const periods = new Map<number, WorkWeek[]>()
  for (const week of work.weeks) {
    const number = Math.floor(weeksBetween(first, week.monday) / count)
    if (number < 0) continue
    periods.set(number, [...(periods.get(number) ?? []), week])
  }
  return [...periods.values()]
}

const weeksBetween = (from: PlainDate, to: PlainDate): number => (toEpochDay(to) - toEpochDay(from)) / 7

/** 8 hours for those of 15 to 17 years, overtime included. */
export const youngDay: Rule = (work) =>
  isYoung(work) ? periodsAbove(work, ruleFacts['young-day'].limit, ({ worked }) => worked) : []

export const youngWeek: Rule = (work) =>
  isYoung(work) ? weeksAbove(work, ruleFacts['young-week'].limit, ({ worked }) => worked) : []

/** Children: 2 hours on a day with school, 7 on one without. */
export const childDay: Rule = (work) => {
  if (!isChild(work)) return []
  return work.periods.flatMap(({ from, to, worked, shifts }) => {
    const day = work.days.find((each) => each.from <= from && from < each.to)
    const limit = day && isSchoolDay(work, day) ? 2 * 60 : ruleFacts['child-day'].limit
    return worked > limit ? [{ from, to, value: worked, limit, shiftIds: idsOf(shifts) }] : []
  })
}

/** Children: 12 hours in a week with school, 35 in one without. */
export const childWeek: Rule = (work) => {
  if (!isChild(work)) return []
  const limitOf = ({ monday }: WorkWeek) => {
    const days = work.days.filter(({ date }) => date >= monday && date < addDays(monday, 7))
    return days.some((day) => isSchoolDay(work, day)) ? ruleFacts['child-week'].limit : 35 * 60
  }
  return work.weeks.flatMap((week) =>
    weeksAbove({ ...work, weeks: [week] }, limitOf(week), ({ worked }) => worked),
  )
}

const isSchoolDay = ({ schoolFree }: Work, day: Work['days'][number]): boolean =>
  day.weekday <= 5 && !day.red && !schoolFree?.has(day.date)
