/** An interval of the page as the formulas read it, so that its reasons can be worked out beside it. */
import type { StaffingWeek } from '../../../src/plan/staffing/contract.ts'
import type { Demand, StaffingRule } from '../../../src/plan/staffing/rules/requirement.ts'
import type { NeedCell } from './week-cells.ts'

/** Undefined for tasks, which are spread over the week and not judged interval by interval. */
export function demandOf(week: StaffingWeek, cell: NeedCell): Demand | undefined {
  const { queue, rule, patienceSeconds } = week
  if (!queue || queue.kind === 'tasks') return undefined
  const { mean, handleSeconds, cv } = cell
  const { parallel, slowing } = rule.settings
  const { kind, intervalMinutes } = queue
  return { kind, mean, intervalMinutes, handleSeconds, patienceSeconds, parallel, slowing, cv }
}

export function ruleOf({ rule, onQueue }: StaffingWeek): StaffingRule {
  const { target, confidence, fewest } = rule.settings
  return { target, confidence, fewest, onQueue }
}
