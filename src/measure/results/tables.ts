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
  }
}
