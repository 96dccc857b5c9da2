import type { Assumptions } from './rules/what-if/base-scenario.ts'
import type { Levers } from './rules/what-if/levers.ts'

type Json<T> = { __select__: T; __insert__: string; __update__: string }

declare module '../../platform/database/index.ts' {
  interface Tables {
    plan_what_if: {
      organisation_id: string
      what_if_id: string
      name: string
      from_day: string
      days: number
      assumptions: Json<Assumptions>
      plans: Json<readonly Levers[]>
      seed: number
      replications: number
      created_at: Date
      created_by: string
      changed_at: Date
      job_id: string | null
    }
    plan_what_if_result: {
      organisation_id: string
      what_if_id: string
      made_at: Date
      changed_at: Date
      simulation_version: string
      seed: number
      replications: number
      basis: Json<unknown>
      result: Json<unknown>
    }
  }
}
