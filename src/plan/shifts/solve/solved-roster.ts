/** What a run gives: the shifts, how good they are at worst, where people are missing and why, hours and wishes. */
import type { PlainDate } from '../../../kernel/calendar.ts'
import { addDays } from '../../../kernel/calendar.ts'
import { checkPlan, type RuleFinding } from '../rules/check-plan.ts'
import { coverageOf } from '../rules/coverage.ts'
import type { LocalDay } from '../rules/local-days.ts'
import type { StoppedBy, WhyShort } from '../rules/solve-words.ts'
import type { Shift, ShortInterval, Span, Wish } from '../rules/types.ts'
import { agreedMinutes } from '../rules/working-time/agreed.ts'
import { workedMinutes } from '../rules/working-time/work.ts'
import type { SolveInput } from './solve-roster.ts'

export type WeekSolved = {
  readonly monday: PlainDate
  readonly days: readonly LocalDay[]
  readonly shifts: readonly Shift[]
  readonly cost: number
  readonly bound: number
  /** Quarters of work, which are a part of the cost that no plan can save. */
  readonly paid: number
  readonly stopped: StoppedBy
  readonly rounds: number
  readonly whyShort: (queueId: string, span: Span) => WhyShort
  readonly isGranted: (wish: Wish, day: LocalDay, on: Span | undefined) => boolean
}

export type PersonHours = {
  readonly agentId: string
  readonly agreedMinutes: number
  readonly workedMinutes: number
  readonly wishes: number
  readonly granted: number
}

export type SolvedRoster = {
  /** All shifts of the weeks, those placed by hand included. */
  readonly shifts: readonly Shift[]
  /** In quarters of an hour of pay, see rules/roster/costs.ts. */
  readonly cost: number
  /** No plan of these people costs less: the sum over the weeks, each given the weeks before it. */
  readonly bound: number
  /** (cost − bound) ÷ cost. */
  readonly gap: number
  /** The same without the hours worked, which every plan pays: the gap of what can be better at all. */
  readonly gapBesidePay: number
  readonly stopped: StoppedBy
  readonly short: readonly (ShortInterval & { readonly why: WhyShort })[]
  readonly shortMinutes: number
  readonly neededMinutes: number
  readonly scheduledMinutes: number
  readonly people: readonly PersonHours[]
  /** What the checker finds; empty unless fewer hours than agreed could be given or shifts placed by hand break a limit. */
  readonly findings: readonly RuleFinding[]
  readonly seconds: number
}

export function solvedRoster(input: SolveInput, weeks: readonly WeekSolved[], seconds: number): SolvedRoster {
  const shifts = weeks.flatMap((week) => week.shifts)
  const sum = (value: (week: WeekSolved) => number) => weeks.reduce((all, week) => all + value(week), 0)
  const [cost, bound, paid] = [sum((week) => week.cost), sum((week) => week.bound), sum((week) => week.paid)]
  const coverage = coverageOf(input.grid, input.agents, shifts, input.weights)
  const weekAt = ({ from }: Span) => weeks.find(({ days }) => from >= days[0]!.from && from < days[6]!.to)
  const short = coverage.short.flatMap((interval) => {
    const week = weekAt(interval)
    return week ? [{ ...interval, why: week.whyShort(interval.queueId, interval) }] : []
  })
  return {
    shifts,
    cost,
    bound,
    gap: cost > 0 ? Math.max(0, (cost - bound) / cost) : 0,
    gapBesidePay: cost - paid > 0 ? Math.min(1, Math.max(0, (cost - bound) / (cost - paid))) : 0,
    stopped: worst(weeks.map(({ stopped }) => stopped)),
    short,
    shortMinutes: coverage.shortMinutes,
    neededMinutes: coverage.neededMinutes,
    scheduledMinutes: coverage.scheduledMinutes,
    people: input.agents.map((agent) => peopleHours(agent, input, weeks, shifts)),
    findings: findingsOf(input, shifts),
    seconds,
  }
}

function worst(stops: readonly StoppedBy[]): StoppedBy {
  return (['cancelled', 'time', 'effort', 'gap'] as const).find((each) => stops.includes(each)) ?? 'gap'
}

function peopleHours(
  agent: SolveInput['agents'][number],
  { from, weeks: count }: SolveInput,
  weeks: readonly WeekSolved[],
  shifts: readonly Shift[],
): PersonHours {
  const own = shifts.filter(({ agentId }) => agentId === agent.id)
  const mondays = Array.from({ length: count }, (_, at) => addDays(from, 7 * at))
  const days = new Map(weeks.flatMap((week) => week.days.map((day) => [day.date, { day, week }] as const)))
  const wishes = agent.wishes.filter(({ date }) => days.has(date))
  const granted = wishes.filter((wish) => {
    const { day, week } = days.get(wish.date)!
    const on = own.filter((shift) => shift.from >= day.from && shift.from < day.to)
    const span = on.length === 0 ? undefined : { from: on[0]!.from, to: Math.max(...on.map(({ to }) => to)) }
    return week.isGranted(wish, day, span)
  })
  return {
    agentId: agent.id,
    agreedMinutes: mondays.reduce((sum, monday) => sum + agreedMinutes(agent, monday), 0),
    workedMinutes: own.reduce((sum, shift) => sum + workedMinutes(shift, agent.contract.paidBreaks), 0),
    wishes: wishes.length,
    granted: granted.length,
  }
}

/** Of the planned weeks, with the shifts around them for averages and rests. */
function findingsOf(
  { agents, shifts: given, from, weeks, opening, plannedDays }: SolveInput,
  planned: readonly Shift[],
): RuleFinding[] {
  const to = addDays(from, 7 * weeks - 1)
  const start = planned.length > 0 ? Math.min(...planned.map((shift) => shift.from)) : 0
  const ids = new Set(planned.map(({ id }) => id))
  const end = Math.max(start, ...planned.map((shift) => shift.to))
  const around = given.filter((shift) => !ids.has(shift.id) && (shift.to <= start || shift.from >= end))
  const findings = checkPlan({ agents, shifts: [...around, ...planned], from, to, opening, plannedDays })
  return findings.filter(
    (finding) =>
      finding.shiftIds.some((id) => ids.has(id)) || (finding.rule === 'below-agreed' && finding.to > start),
  )
}
