/** Limits that are passed in one week, with the weeks around it known. */
import { addDays, type PlainDate } from '../../../../kernel/calendar.ts'
import { checkAgent, type RuleFinding } from '../../rules/check-plan.ts'
import { minuteAt, overlap } from '../../rules/local-days.ts'
import type { Agent, Shift, Span } from '../../rules/types.ts'
import type { OpeningSpans } from '../../rules/working-time/work.ts'
import { asShifts, type PlanShift } from './plan-shift.ts'

/** When somebody may be on, by skill, from the queues that ask for it. */
export function openingBySkill(
  queues: readonly { readonly skill: string; readonly open: readonly Span[] }[],
): OpeningSpans | undefined {
  if (queues.length === 0) return undefined
  const spans = new Map<string, Span[]>()
  for (const { skill, open } of queues) spans.set(skill, [...(spans.get(skill) ?? []), ...open])
  for (const own of spans.values()) own.sort((one, other) => one.from - other.from)
  return spans
}

export type CheckedWeek = {
  readonly weekStart: PlainDate
  readonly shifts: readonly PlanShift[]
  readonly around: readonly PlanShift[]
  readonly opening?: OpeningSpans | undefined
}

export function weekSpan(weekStart: PlainDate): Span {
  return { from: minuteAt(weekStart, '00:00'), to: minuteAt(addDays(weekStart, 6), '24:00') }
}

/** One agent's findings that touch the week. */
export function findingsOfAgent(
  agent: Agent,
  { weekStart, shifts, around, opening }: CheckedWeek,
): RuleFinding[] {
  const own = asShifts([...around, ...shifts].filter(({ agentId }) => agentId === agent.id))
  return checkOwn(agent, own, { weekStart, opening })
}

function checkOwn(
  agent: Agent,
  own: readonly Shift[],
  { weekStart, opening }: Pick<CheckedWeek, 'weekStart' | 'opening'>,
): RuleFinding[] {
  const span = weekSpan(weekStart)
  // Opening hours are known for this week alone.
  const found = checkAgent(agent, own, { from: weekStart, to: addDays(weekStart, 6), opening })
  return found.filter((finding) => overlap(finding, span) > 0)
}

export function findingsOfWeek(agents: readonly Agent[], week: CheckedWeek): RuleFinding[] {
  return agents.flatMap((agent) => findingsOfAgent(agent, week))
}

const keyOf = ({ rule, from, shiftIds }: RuleFinding) => `${rule} ${from} ${shiftIds.length}`

/** Agreed hours are a matter of the whole plan, not of one shift more or less. */
const ofTheWhole: readonly string[] = ['below-agreed']

export type Change = { readonly take: readonly PlanShift[]; readonly give: readonly string[] }

/** Limits that the agent would pass by giving some shifts away and taking others, and that he does not pass now. */
export function findingsByChange(agent: Agent, week: CheckedWeek, { take, give }: Change): RuleFinding[] {
  const all = [...week.around, ...week.shifts].filter(({ agentId }) => agentId === agent.id)
  const before = new Set(checkOwn(agent, asShifts(all), week).map(keyOf))
  const after = [
    ...all.filter(({ id }) => !give.includes(id)),
    ...take.map((shift) => ({ ...shift, agentId: agent.id })),
  ]
  return checkOwn(agent, asShifts(after), week).filter(
    (finding) => !before.has(keyOf(finding)) && !ofTheWhole.includes(finding.rule),
  )
}
