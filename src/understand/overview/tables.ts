/** The rows of what people say about topics, and of records coded as value or failure demand. */

export type DemandCode = 'value' | 'failure' | 'unclear'
export type PriorityKind = 'prioritised' | 'released' | 'placed' | 'unplaced'

declare module '../../platform/database/index.ts' {
  interface Tables {
    topic_profile: {
      organisation_id: string
      topic_id: string
      need: string
      task: string
      goal: string
      owner_id: string | null
      strategic_weight: number
      must_stay: string
      prioritised: boolean
      place: number | null
      place_reason: string
      changed_at: Date
      changed_by: string
    }
    topic_priority_decision: {
      organisation_id: string
      topic_id: string
      decision_id: string
      kind: PriorityKind
      place: number | null
      reason: string
      at: Date
      person_id: string
    }
    overview_setting: {
      organisation_id: string
      weights: unknown
      channel_costs: unknown
      changed_at: Date
      changed_by: string
    }
    demand_sample: {
      organisation_id: string
      sample_id: string
      from_day: string
      to_day: string
      topic_id: string | null
      created_at: Date
      created_by: string
    }
    demand_sample_item: {
      organisation_id: string
      sample_id: string
      item_number: number
      enquiry_id: string
    }
    demand_code: {
      organisation_id: string
      sample_id: string
      item_number: number
      person_id: string
      code: DemandCode
      coded_at: Date
    }
  }
}
