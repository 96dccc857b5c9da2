import type { AbsenceState, SwapState } from './people/rules/words.ts'
import type { AbsenceKind, BreakTemplate, Contract, Span, WeekHours } from './rules/types.ts'
import type { SnapshotShift } from './week/rules/plan-shift.ts'
import type { SolvedView } from './week/rules/solved-view.ts'

declare module '../../platform/database/index.ts' {
  interface Tables {
    plan_agent: {
      organisation_id: string
      agent_id: string
      name: string
      number: string
      person_id: string | null
      contract: Contract
      adult_on: string | null
      skills: string[]
      available: WeekHours | null
      valid_from: string
      valid_to: string | null
      changed_at: Date
    }
    plan_wish: {
      organisation_id: string
      wish_id: string
      agent_id: string
      kind: 'work' | 'free'
      on_date: string | null
      weekday: number | null
      from_time: string | null
      to_time: string | null
      weight: number
      by_agent: boolean
      created_at: Date
    }
    plan_absence: {
      organisation_id: string
      absence_id: string
      agent_id: string
      kind: AbsenceKind
      starts_at: Date
      ends_at: Date
      state: AbsenceState
      by_agent: boolean
      asked_at: Date
      decided_at: Date | null
      decided_by: string | null
      /** What the planner said with the decision. */
      answer: string
    }
    plan_shift_template: {
      organisation_id: string
      template_id: string
      name: string
      weekdays: number[]
      earliest_start: string
      latest_start: string
      start_every: number
      lengths: number[]
      breaks: readonly BreakTemplate[]
      changed_at: Date
    }
    plan_shift_plan: {
      organisation_id: string
      week_start: string
      revision: number
      version: number
      published_revision: number | null
      published_at: Date | null
      published_by: string | null
      changed_at: Date
      changed_by: string
      solve_job_id: string | null
      solved: SolvedView | null
    }
    plan_shift: {
      organisation_id: string
      shift_id: string
      week_start: string
      agent_id: string | null
      starts_at: Date
      ends_at: Date
      breaks: readonly Span[]
      skill: string | null
      overtime_minutes: number
      fixed: boolean
    }
    plan_published_shift: {
      organisation_id: string
      shift_id: string
      week_start: string
      agent_id: string
      starts_at: Date
      ends_at: Date
      breaks: readonly Span[]
      skill: string | null
      overtime_minutes: number
      sequence: number
      cancelled: boolean
      changed_at: Date
    }
    plan_shift_version: {
      organisation_id: string
      week_start: string
      version: number
      at: Date
      person_id: string
      note: string
      findings: number
      added: number
      changed: number
      removed: number
      shifts: readonly SnapshotShift[]
    }
    plan_swap: {
      organisation_id: string
      swap_id: string
      shift_id: string
      from_agent_id: string
      to_agent_id: string | null
      return_shift_id: string | null
      state: SwapState
      asked_at: Date
      answered_at: Date | null
      decided_at: Date | null
      decided_by: string | null
      /** What the planner said with the decision. */
      answer: string
    }
    plan_calendar_link: {
      organisation_id: string
      token_hash: string
      agent_id: string
      created_at: Date
      revoked_at: Date | null
      last_used_at: Date | null
    }
    plan_present: {
      organisation_id: string
      queue_id: string
      starts_at: Date
      minutes: number
      present: number
      reported_at: Date
    }
  }
}
