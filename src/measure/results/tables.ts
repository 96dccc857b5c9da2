import type { AreaScore } from './rules/score-submission.ts'

declare module '../../platform/database/index.ts' {
  interface Tables {
    submission_score: {
      organisation_id: string
      edition_id: string
      contact_id: string
      method_version: string
      answered: boolean
      points: number
      possible: number
      score: number
      areas: Readonly<Record<string, AreaScore>>
      scored_at: Date
    }
    /** When participants may read their own submissions before publication, and appeal. */
    appeal_window: {
      organisation_id: string
      edition_id: string
      working_days: number
      opened_at: Date
      opened_by: string
      closes_at: Date
      closed_at: Date | null
    }
  }
}
