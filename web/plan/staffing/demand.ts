/** An interval of the page as the formulas read it, so that its reasons can be worked out beside it. */
import type { StaffingWeek } from '../../../src/plan/staffing/contract.ts'
import type { Demand, StaffingRule } from '../../../src/plan/staffing/rules/requirement.ts'
import type { NeedCell } from './week-cells.ts'

/** What holds on the interval's day. */
export function settingsOf({ days }: StaffingWeek, { date }: NeedCell): StaffingWeek['rule']['settings'] {
  return days.find((day) => day.date === date)!.settings
}

/** Undefined for tasks, which are spread over the week and not judged interval by interval. */
export function demandOf(week: StaffingWeek, cell: NeedCell): Demand | undefined {
  const { queue, days } = week
  if (!queue || queue.kind === 'tasks') return undefined
  const { patienceSeconds } = days.find(({ date }) => date === cell.date)!
  const { mean, handleSeconds, cv } = cell
  const { parallel, slowing } = settingsOf(week, cell)
  const { kind, intervalMinutes } = queue
  return { kind, mean, intervalMinutes, handleSeconds, patienceSeconds, parallel, slowing, cv }
}

export function ruleOf(week: StaffingWeek, cell: NeedCell): StaffingRule {
  const { target, confidence, fewest } = settingsOf(week, cell)
  return { target, confidence, fewest, onQueue: week.onQueue }
}
