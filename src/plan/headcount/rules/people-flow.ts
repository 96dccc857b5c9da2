/** People month by month: who comes, who goes, and what those who are here get done. */
import type { PlainDate } from '../../../kernel/calendar.ts'
import type { Assumptions } from './assumptions.ts'
import { type Distribution, type Group, leftOf, meanOf, quantileOf } from './binomial.ts'
import { addMonths, firstDayOf, lastDayOf, type Month, middleOf, monthOf } from './months.ts'
import {
  bandOf,
  type Cohort,
  productivityIn,
  survivalBetween,
  type TenureBand,
  tenureAt,
  tenureBands,
} from './tenure.ts'

export type FlowInput = {
  readonly today: PlainDate
  /** Those who are here today, by their first day. */
  readonly cohorts: readonly Cohort[]
  /** Those who are to begin. */
  readonly hires: readonly Cohort[]
  readonly assumptions: Assumptions
}

export type PeopleMonth = {
  readonly month: Month
  /** Expected people; start + hires − leavers = end. */
  readonly start: number
  readonly hires: number
  readonly leavers: number
  readonly end: number
  readonly bands: Readonly<Record<TenureBand, number>>
  /** What they get done, in practised colleagues: expected, and 95 of 100 times. */
  readonly have: { readonly mean: number; readonly low: number; readonly high: number }
  readonly distribution: Distribution
}

/**
 * The months from this one on. Leaving is a matter of chance for each person by the rate of the tenure reached, so the
 * count that is left of a cohort is binomial; the distribution of what they get done is exact on hundredths of a person.
 */
export function peopleFlow(input: FlowInput, months: readonly Month[]): readonly PeopleMonth[] {
  const cohorts = everybody(input)
  return months.map((month) => {
    const [from, to] = [firstDayOf(month), firstDayOf(addMonths(month, 1))]
    const sum = (value: (cohort: Cohort) => number) => cohorts.reduce((all, each) => all + value(each), 0)
    const hires = sum((each) => (isHiredIn(each, month, input.today) ? each.people : 0))
    const start = sum((each) =>
      each.startedOn < from || isHere(each, input) ? expectedAt(each, from, input) : 0,
    )
    const end = sum((each) => (each.startedOn < to ? expectedAt(each, to, input) : 0))
    const leavers = sum((each) => leaversBetween(each, { from, to, month }, input))
    const distribution = haveIn(input, month)
    return {
      month,
      start,
      hires,
      leavers,
      end,
      bands: bandsAt(lastDayOf(month), cohorts, input),
      have: {
        mean: meanOf(distribution),
        low: quantileOf(distribution, 0.025),
        high: quantileOf(distribution, 0.975),
      },
      distribution,
    }
  })
}

const everybody = ({ cohorts, hires }: FlowInput): readonly Cohort[] => [...cohorts, ...hires]
const isHere = ({ startedOn }: Cohort, { today }: FlowInput): boolean => startedOn <= today
const isHiredIn = ({ startedOn }: Cohort, month: Month, today: PlainDate): boolean =>
  monthOf(startedOn) === month && startedOn > today

/** The day from which chance works on a cohort: those who are here are here today for certain. */
const certainAt = ({ startedOn }: Cohort, today: PlainDate): PlainDate =>
  startedOn > today ? startedOn : today

function staysUntil(cohort: Cohort, date: PlainDate, { today, assumptions }: FlowInput): number {
  const certain = certainAt(cohort, today)
  if (date <= certain) return 1
  return survivalBetween(tenureAt(certain, cohort), tenureAt(date, cohort), assumptions)
}

const expectedAt = (cohort: Cohort, date: PlainDate, input: FlowInput): number =>
  cohort.people * staysUntil(cohort, date, input)

function leaversBetween(
  cohort: Cohort,
  { from, to, month }: { readonly from: PlainDate; readonly to: PlainDate; readonly month: Month },
  input: FlowInput,
): number {
  if (cohort.startedOn >= to) return 0
  const begins = isHiredIn(cohort, month, input.today) ? cohort.startedOn : from
  return cohort.people * (staysUntil(cohort, begins, input) - staysUntil(cohort, to, input))
}

function bandsAt(date: PlainDate, cohorts: readonly Cohort[], input: FlowInput) {
  const bands = Object.fromEntries(tenureBands.map((band) => [band, 0])) as Record<TenureBand, number>
  for (const cohort of cohorts) {
    const days = tenureAt(date, cohort)
    if (days >= 0) bands[bandOf(days, input.assumptions)] += expectedAt(cohort, date, input)
  }
  return bands
}

/** What they get done: who is here in the middle of the month, weighed by what each does in the mean over the month. */
export function haveIn(input: FlowInput, month: Month): Distribution {
  const begun = everybody(input).filter(({ startedOn }) => monthOf(startedOn) <= month)
  return leftOf(begun.map((cohort) => groupIn(month, cohort, input)))
}

/** A cohort that has begun by then, as a group of which some are left. */
export const groupIn = (month: Month, cohort: Cohort, input: FlowInput): Group => ({
  people: cohort.people,
  stays: staysUntil(cohort, middleOf(month), input),
  weight: productivityIn(month, cohort.startedOn, input.assumptions),
})
