/**
 * What has changed about the season since the method was frozen. The method itself stays as it was; each revision
 * of a plan carries all amendments so far.
 */
import { addDays, type PlainDate } from '../../../kernel/calendar.ts'
import type { PlanMethod } from './plan-input.ts'

export type Amendments = {
  /** Days on which no contact is made, beside those of the method. */
  readonly closedDays?: readonly PlainDate[] | undefined
  readonly weeks?: number | undefined
  /** First day for the contacts of participants who came after the plan, by id. */
  readonly joined?: Readonly<Record<string, PlainDate>> | undefined
}

export function amendedMethod<Method extends PlanMethod>(method: Method, amendments: Amendments): Method {
  const { calendar } = method
  const closedDays = [...new Set([...calendar.closedDays, ...(amendments.closedDays ?? [])])].sort()
  return { ...method, calendar: { ...calendar, closedDays, weeks: amendments.weeks ?? calendar.weeks } }
}

export type AmendmentRequest = {
  readonly pause?: { readonly from: PlainDate; readonly to: PlainDate } | undefined
  /** These days are open again, where an amendment had closed them. */
  readonly reopen?: readonly PlainDate[] | undefined
  readonly weeks?: number | undefined
}

/** The amendments after a request; `newcomers` are participants that have no contact yet. */
export function amend(
  before: Amendments,
  { pause, reopen = [], weeks }: AmendmentRequest,
  { newcomers, today }: { readonly newcomers: readonly string[]; readonly today: PlainDate },
): Amendments {
  const closed = [...(before.closedDays ?? []), ...(pause ? daysOf(pause) : [])]
  const joins = addDays(today, 1)
  return {
    closedDays: [...new Set(closed)].filter((date) => !reopen.includes(date)).sort(),
    weeks: weeks ?? before.weeks,
    joined: { ...before.joined, ...Object.fromEntries(newcomers.map((id) => [id, joins])) },
  }
}

function daysOf({ from, to }: { readonly from: PlainDate; readonly to: PlainDate }): PlainDate[] {
  const days: PlainDate[] = []
  for (let date = from; date <= to; date = addDays(date, 1)) days.push(date)
  return days
}
