declare module '../../platform/database/index.ts' {
  interface Tables {
    plan_flow_queue: {
      organisation_id: string
      queue_id: string
      p_return: number | null
      p_redial: number
      shift_to: string | null
      p_shift: number
      changed_at: Date
      changed_by: string
    }
    plan_flow_setting: {
      organisation_id: string
      tried: number
      settled: number
      given_up: number
      changed_at: Date
      changed_by: string
    }
    plan_flow_improvement: {
      organisation_id: string
      improvement_id: string
      counted_from: string
      drop_mean: number
      drop_low: number
      drop_high: number
      decided_at: Date
      decided_by: string
    }
    plan_flow_share: {
      organisation_id: string
      improvement_id: string
      queue_id: string
      share: number
    }
    plan_flow_change: {
      organisation_id: string
      change_id: string
      queue_id: string | null
      difference: number
      counted_from: string
      decided_at: Date
      decided_by: string
    }
    plan_flow_change_factor: {
      organisation_id: string
      change_id: string
      queue_id: string
      factor: number
    }
  }
}

export {}
