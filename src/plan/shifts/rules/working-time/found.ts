import type { Shift, Span } from '../types.ts'
import type { Work, WorkPeriod, WorkWeek } from './work.ts'

/** A breach, before it is known whose and of which rule. */
export type Found = Span & {
  readonly value: number
  readonly limit: number
  readonly shiftIds: readonly string[]
  /** Where an agreement has moved the limit: the paragraph of the agreement. */
  readonly paragraph?: string
}

/** One limit: everything in one person's work that is past it. */
export type Rule = (work: Work) => Found[]

export const idsOf = (shifts: readonly Shift[]): string[] => shifts.map(({ id }) => id)

export const isAdult = ({ agent }: Work): boolean => agent.contract.age === 'adult'
export const isYoung = ({ agent }: Work): boolean => agent.contract.age === 'youth'
export const isChild = ({ agent }: Work): boolean => agent.contract.age === 'child'

/** Working periods in which `measure` gives more than the limit. */
export function periodsAbove(work: Work, limit: number, measure: (period: WorkPeriod) => number): Found[] {
  return work.periods.flatMap((period) => {
    const value = measure(period)
    const { from, to, shifts } = period
    return value > limit ? [{ from, to, value, limit, shiftIds: idsOf(shifts) }] : []
  })
}

/** Weeks of the plan in which `measure` gives more than the limit; those from before are over. */
export function weeksAbove(work: Work, limit: number, measure: (week: WorkWeek) => number): Found[] {
  return work.weeks.flatMap((week) => {
    const value = week.earlier ? 0 : measure(week)
    const { from, to, shifts } = week
    return value > limit ? [{ from, to, value, limit, shiftIds: idsOf(shifts) }] : []
  })
}

/**
 * Runs of `count` weeks that end with a week of the plan, or fewer where no more is known, in which the sum is more
 * than the limit: what is missing counts as nothing, so that only certain breaches are told.
 */
export function runsAbove(
  work: Work,
  { count, limit }: { readonly count: number; readonly limit: number },
  measure: (week: WorkWeek) => number,
): Found[] {
  return work.weeks.flatMap((week, last) => {
    if (week.earlier) return []
    const run = work.weeks.slice(Math.max(0, last + 1 - count), last + 1)
    const value = run.reduce((sum, each) => sum + measure(each), 0)
    if (value <= limit || measure(week) <= 0) return []
    return [{ from: run[0]!.from, to: week.to, value, limit, shiftIds: idsOf(week.shifts) }]
  })
}

/** Normal working time: what is not overtime. */
export const normalOf = ({
  worked,
  overtime,
}: {
  readonly worked: number
  readonly overtime: number
}): number => worked - overtime

/** A sum of weeks that is too much is told while the plan adds to it: what is over cannot be mended. */
export const hasWorkInPlan = (weeks: readonly WorkWeek[]): boolean =>
  weeks.some((week) => !week.earlier && normalOf(week) > 0)

/** Shifts with minutes in one of the spans; the value is how many. */
export function shiftsTouching(
  work: Work,
  spans: readonly Span[],
  minutes: (shift: Shift, span: Span) => number,
): Found[] {
  return work.shifts.flatMap((shift) => {
    let value = 0
    for (const span of spans) if (span.from < shift.to && span.to > shift.from) value += minutes(shift, span)
    return value > 0 ? [{ from: shift.from, to: shift.to, value, limit: 0, shiftIds: [shift.id] }] : []
  })
}
