/** Who could take a shift that nobody has: within limits first, then by what it would break, then by what is agreed. */
import type { PlanShift } from '../../week/rules/plan-shift.ts'
import type { RuleFinding } from '../check-plan.ts'
import { pairedFindings } from '../consequence.ts'
import { type Judge, type JudgedWeek, personOf } from '../judged-week.ts'
import type { Agent } from '../types.ts'
import { agreedMinutes } from '../working-time/agreed.ts'

export type Taker = {
  readonly agentId: string
  /** Limits that it would pass. */
  readonly findings: readonly RuleFinding[]
  /** Weights of the wishes that it would go against. */
  readonly wishes: number
  /** Agreed less worked, with the shift; below 0: more than agreed. */
  readonly leftMinutes: number
}

/** Not employed or away: no question of it, whatever is broken for it. */
const outOfQuestion: readonly string[] = ['absent', 'not-employed', 'double-shift', 'skill-missing']

/** A limit of the Act weighs more than one that the house has set. */
const priceOf = ({ paragraph }: RuleFinding): number => (paragraph === undefined ? 1 : 10)

/**
 * @returns everybody who is neither away nor on already, the least bad first; the one who has the shift is not among them
 */
export function whoCouldTake(judge: Judge, week: JudgedWeek, shift: PlanShift): Taker[] {
  const takers = [...judge.agents.values()].flatMap((agent) => takerOf(judge, week, { agent, shift }) ?? [])
  const price = ({ findings }: Taker) => findings.reduce((sum, each) => sum + priceOf(each), 0)
  return takers.toSorted(
    (one, other) =>
      price(one) - price(other) || one.wishes - other.wishes || other.leftMinutes - one.leftMinutes,
  )
}

type Asked = { readonly agent: Agent; readonly shift: PlanShift }

function takerOf(judge: Judge, week: JudgedWeek, { agent, shift }: Asked): Taker | undefined {
  if (agent.id === shift.agentId) return undefined
  const person = week.people.get(agent.id)!
  if (!canServe(judge, { agent, shift })) return undefined
  const taken = { ...shift, agentId: agent.id }
  const after = personOf(judge, agent, [...person.shifts, taken])
  const { breached: findings } = pairedFindings(person.findings, after.findings)
  if (findings.some(({ rule }) => outOfQuestion.includes(rule))) return undefined
  const broken = after.wishes.filter((wish) => !person.wishes.includes(wish))
  return {
    agentId: agent.id,
    findings,
    wishes: broken.reduce((sum, { weight }) => sum + weight, 0),
    leftMinutes: agreedMinutes(agent, judge.given.weekStart) - after.workedMinutes,
  }
}

/** Somebody who can answer no queue is no help; without queues anybody is. */
function canServe({ grid, pools, poolOf }: Judge, { agent, shift }: Asked): boolean {
  if (grid.queues.length === 0) return true
  return pools[poolOf({ ...shift, agentId: agent.id })]!.length > 0
}
