import type { AdChannel, Attraction, AttractionState } from './rules/recruitment.ts'

type Json<T> = { __select__: T; __insert__: string; __update__: string }

declare module '../../platform/database/index.ts' {
  interface Tables {
    plan_headcount_setting: {
      organisation_id: string
      assumptions: Json<Record<string, number>>
      occupancy: number | null
      changed_at: Date
      changed_by: string
    }
    plan_headcount_cohort: { organisation_id: string; started_on: string; people: number }
    plan_headcount_hire: {
      organisation_id: string
      starts_on: string
      state: 'advertised' | 'signed'
      people: number
    }
    plan_headcount_need: {
      organisation_id: string
      month: string
      people: number
      low: number
      high: number
    }
    plan_headcount_scenario: {
      organisation_id: string
      scenario_id: string
      name: string
      levers: Json<Record<string, number | string | null>>
      created_at: Date
      created_by: string
    }
    plan_recruitment_profile: {
      organisation_id: string
      does: string
      needs: string
      offers: string
      changed_at: Date
      changed_by: string
    }
    plan_recruitment_attraction: {
      organisation_id: string
      attraction: Attraction
      state: AttractionState
      note: string
      changed_at: Date
      changed_by: string
    }
    plan_recruitment_ad: {
      organisation_id: string
      ad_id: string
      title: string
      channel: AdChannel
      published_on: string
      positions: number
      cost: number
      applicants: number
      interviewed: number
      offered: number
      hired: number
      here6: number | null
      here12: number | null
      changed_at: Date
      changed_by: string
    }
  }
}
