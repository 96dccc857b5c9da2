import type { ShiftChange } from './rules/today-world.ts'
import type { DoneKind } from './rules/words.ts'

declare module '../../platform/database/index.ts' {
  interface Tables {
    plan_day_action: {
      organisation_id: string
      action_id: string
      queue_id: string
      day: string
      kind: DoneKind
      people: number
      minutes: number
      from_time: string
      to_time: string
      note: string
      risk_before: number | null
      risk_after: number | null
      wait_before: number | null
      wait_after: number | null
      /** Null where the plan was left as it is. */
      changes: readonly ShiftChange[] | null
      done_at: Date
      done_by: string
    }
  }
}
