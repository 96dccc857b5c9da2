/** A queue of tasks as the flow of work reads it: intervals that are open or not, and idle time of others laid on them. */
import { idleSeconds } from './blending.ts'
import { type Demand, figuresWith, type StaffingRule } from './requirement.ts'
import type { TaskWork } from './tasks/task-flow.ts'

export type TaskCell = { readonly startsAt: number; readonly mean: number; readonly open: boolean }

export type Helper = {
  readonly startsAt: number
  readonly people: number
  readonly demand: Demand
  readonly rule: StaffingRule
}

export type TaskQueue = {
  readonly intervalMinutes: number
  readonly cells: readonly TaskCell[]
  readonly handleSeconds: number
  readonly deadlineHours: number
  readonly backlog: { readonly tasks: number; readonly oldestHours: number }
  readonly helpers: readonly Helper[]
  readonly usable: number
}

/** Moments are milliseconds. The backlog is taken to have come evenly over the hours that its oldest has waited. */
export function taskWork(queue: TaskQueue): TaskWork {
  const { intervalMinutes, backlog } = queue
  const idle = idleByInterval(queue)
  const parts = backlog.tasks === 0 ? 0 : Math.max(1, Math.min(8, Math.ceil(backlog.oldestHours)))
  return {
    intervalMinutes,
    intervals: queue.cells.map(({ startsAt, mean, open }) => ({
      arrivals: mean,
      open,
      idleSeconds: open ? (idle.get(startsAt) ?? 0) : 0,
    })),
    backlog: Array.from({ length: parts }, (_, at) => ({
      tasks: backlog.tasks / parts,
      ageMinutes: backlog.oldestHours * 60 * ((at + 1) / parts),
    })),
    handleSeconds: queue.handleSeconds,
    deadlineMinutes: queue.deadlineHours * 60,
  }
}

function idleByInterval({ intervalMinutes, cells, helpers, usable }: TaskQueue): Map<number, number> {
  const length = intervalMinutes * 60_000
  const known = new Set(cells.map(({ startsAt }) => startsAt))
  const idle = new Map<number, number>()
  for (const { startsAt, people, demand, rule } of helpers) {
    const figures = figuresWith(demand, rule, { people })
    const { intervalMinutes: own } = demand
    const seconds = idleSeconds(people * rule.onQueue, figures, { intervalMinutes: own, usable })
    // An interval that is longer than the tasks' own is spread over several of them.
    const end = startsAt + own * 60_000
    for (let at = startsAt - (startsAt % length); at < end; at += length) {
      const part = (Math.min(end, at + length) - Math.max(startsAt, at)) / (own * 60_000)
      if (known.has(at)) idle.set(at, (idle.get(at) ?? 0) + seconds * part)
    }
  }
  return idle
}
