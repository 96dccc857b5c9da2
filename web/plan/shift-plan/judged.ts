/** The week as the page has it, judged; what did not change since last time is taken from there. */
import { useMemo, useRef } from 'react'
import {
  type Judge,
  type JudgedWeek,
  judgedWeek,
  judgeOf,
} from '../../../src/plan/shifts/rules/judged-week.ts'
import type { Agent } from '../../../src/plan/shifts/rules/types.ts'
import type { WeekView } from '../../../src/plan/shifts/week/contract.ts'
import type { PlanShift } from '../../../src/plan/shifts/week/rules/plan-shift.ts'

export function useJudge({ weekStart, agents, queues, around }: WeekView): Judge {
  return useMemo(
    () => judgeOf({ weekStart, queues, around, agents: agents as readonly Agent[] }),
    [weekStart, agents, queues, around],
  )
}

export function useJudged(judge: Judge, shifts: readonly PlanShift[]): JudgedWeek {
  const last = useRef<{ readonly judge: Judge; readonly week: JudgedWeek } | undefined>(undefined)
  return useMemo(() => {
    const like = last.current?.judge === judge ? last.current.week : undefined
    const week = judgedWeek(judge, shifts, like)
    last.current = { judge, week }
    return week
  }, [judge, shifts])
}
