import type { Learned } from './rules/handle-time.ts'
import type { StaffingSettings } from './rules/settings.ts'

declare module '../../platform/database/index.ts' {
  interface Tables {
    plan_staffing_rule: {
      organisation_id: string
      queue_id: string
      valid_from: string
      settings: { __select__: StaffingSettings; __insert__: string; __update__: string }
      set_at: Date
      set_by: string
    }
    plan_shrinkage_part: {
      organisation_id: string
      part_number: number
      name: string
      share: number
      place: 'at-work' | 'away'
      planned: boolean
    }
    plan_requirement_basis: {
      organisation_id: string
      queue_id: string
      basis_key: string
      computed_at: Date
      learned: { __select__: Learned; __insert__: string; __update__: string }
      forecast_made_at: Date | null
    }
    plan_requirement: {
      organisation_id: string
      queue_id: string
      starts_at: Date
      day: string
      mean: number
      cv: number
      handle_seconds: number
      p10: number
      p50: number
      p90: number
      needed: number
      net_load: number
      binding: string | null
      warnings: string[]
    }
    plan_scheduled: {
      organisation_id: string
      queue_id: string
      starts_at: Date
      people: number
      set_at: Date
      set_by: string
    }
  }
}
