/** The rows of what people say about topics, of records coded as value or failure demand, and of kept figures. */
import type { DemandCode } from './rules/demand.ts'
import type { CaseSum, DaySum } from './rules/sums.ts'

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
    figure_stamp: {
      organisation_id: string
      version: number
      fingerprint: string
      built_at: Date
      build_seconds: number
      records: number
      first_day: string | null
      last_day: string | null
      building_since: Date | null
    }
    enquiry_leg: { organisation_id: string; enquiry_id: string; head_id: string }
    topic_day: FigureKey & { channel: string } & Readonly<Record<DaySum, number>>
    case_day: FigureKey & { channel: string } & Readonly<Record<CaseSum, number>>
    case_hop: FigureKey & { from_channel: string; to_channel: string; steps: number; bounces: number }
    topic_span: {
      organisation_id: string
      version: number
      topic_id: string
      first_day: string
      last_day: string
    }
  }
}

type FigureKey = { organisation_id: string; version: number; day: string; topic_id: string }
