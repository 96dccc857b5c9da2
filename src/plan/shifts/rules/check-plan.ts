/**
 * The checker: holds every shift against every limit, one person at a time. It knows nothing of the solver and is what
 * the solver is tested with. It tells which of these limits are kept; it cannot tell that a plan is lawful, see
 * docs/methods/working-time.md for what it does not look at.
 */
import type { PlainDate } from '../../../kernel/calendar.ts'
import type { Agent, Finding, Shift, Span } from './types.ts'
import * as agreed from './working-time/agreed.ts'
import * as breaksAndNights from './working-time/breaks-and-nights.ts'
import type { Rule } from './working-time/found.ts'
import * as hours from './working-time/hours.ts'
import * as overtime from './working-time/overtime.ts'
import { factsOf, type RuleId, ruleIds } from './working-time/paragraphs.ts'
import * as rest from './working-time/rest.ts'
import { daysAround, type OpeningSpans, type PlannedDays, workOf } from './working-time/work.ts'

/** In the order of the Act, then what has been agreed. */
const rules: Readonly<Record<RuleId, Rule>> = {
  'normal-day': hours.normalDay,
  'normal-week': hours.normalWeek,
  'normal-week-38': hours.normalWeek38,
  'normal-week-36': hours.normalWeek36,
  'averaged-day-person': hours.averagedDayPerson,
  'averaged-week-person': hours.averagedWeekPerson,
  'averaged-day-union': hours.averagedDayUnion,
  'averaged-week-union': hours.averagedWeekUnion,
  'averaged-eight-weeks': hours.averagedEightWeeks,
  'averaged-period': hours.averagedPeriod,
  'overtime-week': overtime.overtimeWeek,
  'overtime-four-weeks': overtime.overtimeFourWeeks,
  'overtime-year': overtime.overtimeYear,
  'total-day': overtime.totalDay,
  'total-week': overtime.totalWeek,
  'daily-rest': rest.dailyRest,
  'weekly-rest': rest.weeklyRest,
  'next-sunday': rest.nextSunday,
  'fourth-sunday': rest.fourthSunday,
  'half-of-sundays': rest.halfOfSundays,
  'break-missing': breaksAndNights.breakMissing,
  'break-short': breaksAndNights.breakShort,
  'sunday-work': rest.sundayWork,
  'night-work': breaksAndNights.nightWork,
  'night-average': breaksAndNights.nightAverage,
  'young-day': hours.youngDay,
  'young-week': hours.youngWeek,
  'child-day': hours.childDay,
  'child-week': hours.childWeek,
  'young-night': breaksAndNights.youngNight,
  'young-evening': breaksAndNights.youngEvening,
  'child-night': breaksAndNights.childNight,
  'young-break': breaksAndNights.youngBreak,
  'young-daily-rest': rest.youngDailyRest,
  'young-weekly-rest': rest.youngWeeklyRest,
  'above-agreed': agreed.aboveAgreed,
  'below-agreed': agreed.belowAgreed,
  'skill-missing': agreed.skillMissing,
  unavailable: agreed.unavailable,
  absent: agreed.absent,
  'not-employed': agreed.notEmployed,
  closed: agreed.closed,
  'double-shift': agreed.doubleShift,
  'break-outside': agreed.breakOutside,
  'free-weekend': rest.freeWeekend,
  'days-in-row': agreed.daysInRow,
}

export type RuleFinding = Finding<RuleId> & {
  /** Of the Act, or of the agreement that has moved the limit; missing for what has been agreed in the house. */
  readonly paragraph?: string
}

export type CheckOptions = {
  /** Days of the plan; widened to whole weeks and to all shifts. Someone without a shift is checked in them too. */
  readonly from: PlainDate
  readonly to: PlainDate
  /** When somebody may be on, by skill ('' for everybody); opening hours are not checked when left out. */
  readonly opening?: OpeningSpans | undefined
  /** School holidays, for those in compulsory school. */
  readonly schoolFree?: ReadonlySet<PlainDate> | undefined
  /** The first and last day with shifts or need, when the plan is for these alone: a part week owes no hours. */
  readonly plannedDays?: PlannedDays | undefined
  /** Only these rules. */
  readonly only?: readonly RuleId[]
}

/** What is past a limit in one person's shifts; others' shifts are no concern of it. */
export function checkAgent(agent: Agent, shifts: readonly Shift[], options: CheckOptions): RuleFinding[] {
  const { opening, schoolFree, plannedDays, only = ruleIds } = options
  const own = shifts.filter(({ agentId }) => agentId === agent.id)
  const days = daysAround(own, options)
  const work = workOf({ agent, shifts: own, days, opening, schoolFree, plannedDays })
  return only.flatMap((rule) => rules[rule](work).map((found) => findingOf(rule, agent, found)))
}

function findingOf(
  rule: RuleId,
  { id }: Agent,
  found: Span & Pick<RuleFinding, 'value' | 'limit' | 'shiftIds' | 'paragraph'>,
): RuleFinding {
  const paragraph = found.paragraph ?? factsOf(rule).paragraph
  return { rule, agentId: id, ...found, ...(paragraph === undefined ? {} : { paragraph }) }
}

/**
 * Every breach of a plan, person by person. Shifts of nobody in the list are left out.
 *
 * @example checkPlan({ agents, shifts, from: '2027-03-22', to: '2027-03-28' }) // [{ rule: 'daily-rest', value: 540, limit: 660, … }]
 */
export function checkPlan(
  plan: { readonly agents: readonly Agent[]; readonly shifts: readonly Shift[] } & CheckOptions,
): RuleFinding[] {
  const byAgent = Map.groupBy(plan.shifts, ({ agentId }) => agentId)
  return plan.agents.flatMap((agent) => checkAgent(agent, byAgent.get(agent.id) ?? [], plan))
}
