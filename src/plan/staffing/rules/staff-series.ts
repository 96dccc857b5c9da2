/** The requirement of a whole series of intervals, whatever the kind of queue. */
import type { TargetWarning } from './agents-needed.ts'
import { serviceLevel } from './erlang/figures.ts'
import { type Demand, figuresWith, requirementOf, type StaffingRule } from './requirement.ts'
import { overLoad } from './risk/load-spread.ts'
import type { TargetPart } from './service-target.ts'
import { grossedUp } from './shrinkage.ts'
import type { TaskWork } from './tasks/task-flow.ts'
import { taskRequirement } from './tasks/tasks-needed.ts'

export type StaffedInterval = {
  readonly p10: number
  readonly p50: number
  readonly p90: number
  readonly needed: number
  readonly netLoad: number
  readonly binding: TargetPart | 'deadline' | null
  readonly warnings: readonly TargetWarning[]
  /** With the needed, over the load's spread; null for a target without a service level, and for tasks. */
  readonly expectedLevel: number | null
}

/** Calls or chats: each interval by itself. Equal demands are worked out once. */
export function staffAnswered(demands: readonly Demand[], rule: StaffingRule): StaffedInterval[] {
  const known = new Map<string, StaffedInterval>()
  return demands.map((demand) => {
    const key = `${demand.mean} ${demand.cv} ${demand.handleSeconds} ${demand.patienceSeconds}`
    const found = known.get(key) ?? staffInterval(demand, rule)
    known.set(key, found)
    return found
  })
}

function staffInterval(demand: Demand, rule: StaffingRule): StaffedInterval {
  const { p10, p50, p90, needed, netLoad, binding, warnings } = requirementOf(demand, rule)
  const convention = rule.target.serviceLevel?.convention
  const expectedLevel =
    convention === undefined
      ? null
      : overLoad(demand.cv, (factor) =>
          serviceLevel(figuresWith(demand, rule, { people: needed, factor }), convention),
        )
  return { p10, p50, p90, needed, netLoad, binding, warnings, expectedLevel }
}

export type TaskRule = Omit<StaffingRule, 'target'> & { readonly share: number; readonly cv: number }

/** Tasks: all intervals together, since what is left of one is done in the next. */
export function staffTasks(work: TaskWork, rule: TaskRule): StaffedInterval[] {
  const found = taskRequirement(work, rule)
  const people = (agents: number, open: boolean) =>
    open ? Math.max(rule.fewest, grossedUp(agents, rule.onQueue)) : 0
  return work.intervals.map(({ arrivals, open }, at) => ({
    p10: people(found.p10[at]!, open),
    p50: people(found.p50[at]!, open),
    p90: people(found.p90[at]!, open),
    needed: people(found.needed[at]!, open),
    netLoad: (arrivals * work.handleSeconds) / (work.intervalMinutes * 60),
    binding: found.needed[at]! > 0 ? 'deadline' : null,
    warnings: [],
    expectedLevel: null,
  }))
}
