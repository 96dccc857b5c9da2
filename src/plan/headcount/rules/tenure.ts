/** What time at work does to a person's chance of still being here, and to what the person gets done. */
import { fromEpochDay, type PlainDate, toEpochDay } from '../../../kernel/calendar.ts'
import type { Assumptions } from './assumptions.ts'
import { daysIn, firstDayOf, type Month, monthDays } from './months.ts'

/** The first spans of tenure, in days; the last one has no end. */
const [quarterDays, yearDays] = [91, 365] as const

/**
 * The chance to be here still after so many days at work: a constant rate within each span of tenure, such that the
 * yearly share that leaves is the assumed one.
 *
 * @example 20 % a year: 0.8 after a year of the last span, 0.8² after two
 */
export function survival(days: number, of: Assumptions): number {
  const inFirst = Math.min(Math.max(0, days), quarterDays)
  const inYear = Math.min(Math.max(0, days - quarterDays), yearDays - quarterDays)
  const later = Math.max(0, days - yearDays)
  const kept =
    inFirst * Math.log1p(-of.attritionFirst) +
    inYear * Math.log1p(-of.attritionFirstYear) +
    later * Math.log1p(-of.attritionLater)
  return Math.exp(kept / 365.25)
}

/** The chance that one who is here at `from` days is here at `to` days too. */
export const survivalBetween = (from: number, to: number, of: Assumptions): number =>
  survival(to, of) / survival(from, of)

/**
 * What somebody gets done after so many days at work, 1 being a practised colleague: nothing during training, then the
 * first month's share, and each month the same part of what is missing is learned.
 *
 * @example 40 days of training, 0.53, halved in 3.2 months: 0 on day 39, 0.53 on day 40, 0.62 a month later
 */
export function productivity(days: number, of: Assumptions): number {
  const worked = days - of.trainingDays
  if (worked < 0) return 0
  const months = Math.floor(worked / monthDays)
  return 1 - (1 - of.firstMonthProductivity) * 2 ** (-months / of.shortfallHalvesMonths)
}

/** The mean of it over the days of a month, for one who began (or begins) on a day. */
export function productivityIn(month: Month, startedOn: PlainDate, of: Assumptions): number {
  const first = toEpochDay(firstDayOf(month)) - toEpochDay(startedOn)
  const days = daysIn(month)
  // Beyond two years hardly anything is missing, and the days need not be walked through.
  if (first > of.trainingDays + 24 * monthDays) return productivity(first, of)
  let sum = 0
  for (let day = first; day < first + days; day++) if (day >= 0) sum += productivity(day, of)
  return sum / days
}

export type Cohort = { readonly startedOn: PlainDate; readonly people: number }

/** Tenure in days at a date; below 0 before the first day. */
export const tenureAt = (date: PlainDate, { startedOn }: Pick<Cohort, 'startedOn'>): number =>
  toEpochDay(date) - toEpochDay(startedOn)

export const tenureBands = ['training', 'firstYear', 'later'] as const
export type TenureBand = (typeof tenureBands)[number]

export function bandOf(days: number, { trainingDays }: Assumptions): TenureBand {
  if (days < trainingDays) return 'training'
  return days < yearDays ? 'firstYear' : 'later'
}

/** The last days on which one step can begin so that the next is done in time. */
export type LeadTime = {
  readonly advertiseBy: PlainDate
  readonly signBy: PlainDate
  readonly startBy: PlainDate
  readonly trainedBy: PlainDate
  /** The day on which the person is counted on. */
  readonly countedFrom: PlainDate
}

/**
 * Working back from the day on which somebody is needed.
 *
 * @example needed 2027-02-01 with 34 + 30 + 40 days and no ramp: advertise by 2026-10-20
 */
export function workBack(countedFrom: PlainDate, of: Assumptions): LeadTime {
  const day = toEpochDay(countedFrom)
  const trained = day - Math.round(of.rampMonths * monthDays)
  const start = trained - of.trainingDays
  const sign = start - of.noticeDays
  const dates = {
    countedFrom: day,
    trainedBy: trained,
    startBy: start,
    signBy: sign,
    advertiseBy: sign - of.daysToFill,
  }
  return Object.fromEntries(
    Object.entries(dates).map(([name, value]) => [name, fromEpochDay(value)]),
  ) as LeadTime
}
