/** A queue's rest of the day as others reckon with it: what comes, who is on, and what the target asks for. */
import { type Demand, figuresWith, riskOf, type StaffingRule } from './requirement.ts'
import type { TaskWork } from './tasks/task-flow.ts'
import { taskRisk } from './tasks/tasks-needed.ts'

export type DayCell = {
  /** Milliseconds since 1970. */
  readonly startsAt: number
  /** Local, `HH:MM`. */
  readonly time: string
  readonly demand: Demand
  /** People at work for the target, with the load as it is expected now. */
  readonly needed: number
  /** Null: nobody has said who is there. */
  readonly scheduled: number | null
}

export type DayQueue = {
  readonly queueId: string
  readonly name: string
  readonly kind: 'calls' | 'chats' | 'tasks'
  /** '' = no skill is asked for. */
  readonly skill: string
  readonly intervalMinutes: number
  readonly rule: StaffingRule
  /** Of the time at work, what goes to meetings and training that the shift plan does not place, 0–1. */
  readonly postponable: number
  readonly scheduledFrom: 'shifts' | 'typed' | 'none'
  /** From the interval that runs to the end of the day. */
  readonly cells: readonly DayCell[]
  /** Tasks: the work of today's cells first, and of the days after, in which today's deadlines lie. */
  readonly tasks: {
    readonly work: TaskWork
    readonly people: readonly number[]
    readonly share: number
    readonly cv: number
  } | null
}

/** What would be otherwise, cell by cell of the rest of the day. */
export type DayChange = {
  /** People more, or fewer when below 0. */
  readonly people?: (cell: DayCell, at: number) => number
  /** Contacts, as so many times what is expected. */
  readonly load?: (cell: DayCell, at: number) => number
  /** The share of the time at work that is on the queue, instead of the rule's. */
  readonly onQueue?: (cell: DayCell, at: number) => number
}

export type CellOutlook = {
  /** The chance of missing the target, 0–1; null when nobody is set up, or a task's deadline is too far ahead. */
  readonly risk: number | null
  /** Mean wait at what is expected; null for tasks, and where the queue would only grow. */
  readonly waitSeconds: number | null
}

/** The same formulas as the requirement's: riskOf and figuresWith of each cell, taskRisk of a queue of tasks. */
export function outlookOf(queue: DayQueue, change: DayChange = {}): readonly CellOutlook[] {
  if (queue.tasks) return taskOutlook(queue, queue.tasks, change)
  return queue.cells.map((cell, at) => {
    if (cell.scheduled === null) return { risk: null, waitSeconds: null }
    const people = Math.max(0, cell.scheduled + (change.people?.(cell, at) ?? 0))
    const demand = { ...cell.demand, mean: cell.demand.mean * (change.load?.(cell, at) ?? 1) }
    const rule = { ...queue.rule, onQueue: change.onQueue?.(cell, at) ?? queue.rule.onQueue }
    const { meanWaitSeconds } = figuresWith(demand, rule, { people })
    return {
      risk: riskOf(demand, rule, people),
      waitSeconds: Number.isFinite(meanWaitSeconds) ? meanWaitSeconds : null,
    }
  })
}

function taskOutlook(
  queue: DayQueue,
  { work, people, share, cv }: NonNullable<DayQueue['tasks']>,
  change: DayChange,
): readonly CellOutlook[] {
  const agents = people.map((each, at) => {
    const cell = queue.cells[at]
    const more = cell ? (change.people?.(cell, at) ?? 0) : 0
    return Math.max(0, each + more) * queue.rule.onQueue
  })
  const risks = taskRisk(work, agents, { share, cv })
  return queue.cells.map((cell, at) => ({
    risk: cell.scheduled === null ? null : (risks[at] ?? null),
    waitSeconds: null,
  }))
}
